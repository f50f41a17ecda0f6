package dev.convatlas.analysis.resolution;

import dev.convatlas.analysis.Analysis;
import dev.convatlas.analysis.Analyzer;
import dev.convatlas.analysis.Count;
import dev.convatlas.analysis.FinalField;
import dev.convatlas.analysis.Row;
import dev.convatlas.analysis.Sliding;
import dev.convatlas.analysis.Totals;
import dev.convatlas.analysis.memory.Memory;
import dev.convatlas.graph.Graph;
import dev.convatlas.source.Checked;
import dev.convatlas.source.Diagnostic;
import dev.convatlas.source.Message;
import dev.convatlas.tensor.Shape;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * What changes with the input's size.
 *
 * @param points one for each scale at which the figures fit into 63 bits, smallest first; none
 *     where no input has a spatial axis
 * @param smallest empty where no input has a spatial axis
 */
public record ResolutionLaws(List<Point> points, Optional<SmallestInput> smallest) {

  /**
   * One size.
   *
   * @param inputs shapes by name
   * @param figures empty where the model cannot take that size
   * @param refusal why it cannot
   */
  public record Point(
      Scale scale,
      Map<String, Shape> inputs,
      Optional<Figures> figures,
      Optional<Message> refusal) {
    public Point {
      inputs = Collections.unmodifiableMap(new LinkedHashMap<>(inputs));
    }
  }

  /**
   * The figures at one size.
   *
   * @param operations by the names that whoever asked gives to ways of counting them
   * @param peak elements of activations at the moment when they are most, nothing in place
   * @param field receptive field of the last map
   * @param sameWeights false where a layer has weights of another size than as written, so that
   *     trained weights do not fit
   * @param dropping layers with rows or columns at the far end that no window reaches
   */
  public record Figures(
      Totals totals,
      Map<String, Count> operations,
      long peak,
      Optional<Count> field,
      boolean sameWeights,
      int dropping) {
    public Figures {
      operations = Collections.unmodifiableMap(new LinkedHashMap<>(operations));
    }
  }

  public ResolutionLaws {
    points = List.copyOf(points);
  }

  /**
   * Lays the model out once for each scale, and some twenty times for the smallest input.
   *
   * @param counting operations of a layout, by the name of each way to count them
   */
  public static ResolutionLaws of(
      Analysis analysis, Resize resize, Function<Analysis, Map<String, Count>> counting) {
    if (Scale.shortest(analysis.graph().inputs()) == 0) {
      return new ResolutionLaws(List.of(), Optional.empty());
    }
    List<Point> points = new ArrayList<>();
    for (Scale scale : Scale.SHOWN) {
      point(analysis, scale, resize, counting).ifPresent(points::add);
    }
    return new ResolutionLaws(points, SmallestInput.of(analysis.graph(), resize));
  }

  private static Optional<Point> point(
      Analysis analysis,
      Scale scale,
      Resize resize,
      Function<Analysis, Map<String, Count>> counting) {
    try {
      Map<String, Shape> inputs = scale.apply(analysis.graph().inputs());
      return Optional.of(point(analysis, scale, inputs, resize, counting));
    } catch (ArithmeticException tooLarge) {
      return Optional.empty();
    }
  }

  private static Point point(
      Analysis analysis,
      Scale scale,
      Map<String, Shape> inputs,
      Resize resize,
      Function<Analysis, Map<String, Count>> counting) {
    Checked<Analysis> resized =
        scale.isOne()
            ? new Checked<>(Optional.of(analysis), List.of())
            : analysed(resize.at(inputs));
    Optional<Message> refusal =
        resized.diagnostics().stream()
            .filter(Diagnostic::isError)
            .map(Diagnostic::message)
            .findFirst();
    return new Point(
        scale,
        inputs,
        refusal.isPresent()
            ? Optional.empty()
            : resized.value().map(other -> figures(analysis, other, counting.apply(other))),
        refusal);
  }

  private static Checked<Analysis> analysed(Checked<Graph> graph) {
    return graph
        .value()
        .map(Analyzer::analyse)
        .orElseGet(() -> new Checked<>(Optional.empty(), graph.diagnostics()));
  }

  private static Figures figures(
      Analysis written, Analysis resized, Map<String, Count> operations) {
    return new Figures(
        resized.totals(),
        operations,
        Memory.of(resized, false).peak().live(),
        FinalField.size(resized),
        SmallestInput.haveSameWeights(written.graph(), resized.graph()),
        (int) resized.rows().stream().filter(ResolutionLaws::drops).count());
  }

  private static boolean drops(Row row) {
    return !row.node().training() && Sliding.of(row).stream().anyMatch(Sliding::loses);
  }
}
