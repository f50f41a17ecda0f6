package dev.convatlas.report;

import dev.convatlas.analysis.Analysis;
import dev.convatlas.analysis.Row;
import dev.convatlas.analysis.Sliding;
import dev.convatlas.catalog.Model;
import dev.convatlas.catalog.Study;
import dev.convatlas.layer.Operation;
import dev.convatlas.tensor.AxisField;
import dev.convatlas.tensor.Reach;
import dev.convatlas.tensor.Reading;
import dev.convatlas.tensor.Role;
import dev.convatlas.text.Numbers;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A model of the catalog as the guide's example.
 *
 * @param model its page
 * @param convolution how the figures of its first convolution came about; one or none
 * @param normalisation the same of its first batch normalisation
 * @param linear the same of its last linear layer
 * @param steps the windows that its receptive field grows by, from the input to the last
 * @param field the field that they add up to
 * @param strideless what the formula without strides gives for the convolutions among them
 * @param narrowest what the narrowest path reads at the last map
 * @param children what it gives for the convolutions that a loop over the model's direct children
 *     would meet
 * @param params how its parameters add up; one or none
 * @param operations how its operations add up by each convention
 * @param memory where its bytes go; one or none
 * @param roofline what it moves and does; one or none
 */
public record Worked(
    Link model,
    List<Explanation> convolution,
    List<Explanation> normalisation,
    List<Explanation> linear,
    List<Step> steps,
    String field,
    String strideless,
    String narrowest,
    String children,
    List<Figure.How> params,
    List<Figure.How> operations,
    List<Aspect> memory,
    List<Aspect> roofline) {

  /**
   * A window.
   *
   * @param extent from its first tap to its last
   * @param before jump of the positions that it reads
   * @param growth how many pixels it adds
   * @param after the field after it
   * @param strideless the field after it, were there no strides
   */
  public record Step(
      String path,
      String href,
      String extent,
      String stride,
      String before,
      String growth,
      String after,
      String strideless) {}

  public Worked {
    steps = List.copyOf(steps);
    params = List.copyOf(params);
    operations = List.copyOf(operations);
    memory = List.copyOf(memory);
    roofline = List.copyOf(roofline);
  }

  /** For pages in a folder of the edition. */
  public static Worked of(Edition edition, Study study) {
    Model model = study.model();
    Analysis analysis = study.model().analysis();
    String page = "../" + Addresses.model(model.id());
    Explanations explanations = new Explanations(study, edition);
    List<Explanation> all = explanations.list("../");
    HeadlineFormulas formulas = new HeadlineFormulas(edition, study);
    List<Step> steps = steps(analysis, page);
    Step last = steps.isEmpty() ? null : steps.get(steps.size() - 1);
    return new Worked(
        Link.to(edition.text(model.metadata().title()), page),
        first(all, "conv"),
        first(all, "batch_norm"),
        first(all, "linear"),
        steps,
        last == null ? "" : last.after(),
        last == null ? "" : last.strideless(),
        narrowest(analysis),
        Numbers.exact(children(analysis)),
        formulas.params(),
        formulas.byConvention(),
        MemoryAspect.of(edition, study, page).stream().toList(),
        RooflineAspect.of(edition, study, page).stream().toList());
  }

  private static String narrowest(Analysis analysis) {
    return analysis
        .totals()
        .field()
        .map(field -> Numbers.exact(field.narrowest().size()))
        .orElse(Numbers.NONE);
  }

  /**
   * A module's direct children that are convolutions: of the parts at the top of the definition,
   * those that hold one convolution and no more.
   */
  private static long children(Analysis analysis) {
    Map<String, List<Row>> parts = new LinkedHashMap<>();
    for (Row row : analysis.rows()) {
      if (row.node().layer().operation() == Operation.CONVOLUTION) {
        String path = row.node().path();
        int dot = path.indexOf('.');
        String part = dot < 0 ? path : path.substring(0, dot);
        parts.computeIfAbsent(part, p -> new ArrayList<>()).add(row);
      }
    }
    long size = 1;
    for (List<Row> part : parts.values()) {
      if (part.size() == 1) {
        size +=
            Sliding.of(part.get(0)).stream()
                .mapToLong(axis -> axis.extent() - 1)
                .findFirst()
                .orElse(0);
      }
    }
    return size;
  }

  private static List<Explanation> first(List<Explanation> all, String type) {
    return all.stream().filter(e -> e.type().startsWith(type)).limit(1).toList();
  }

  /** Windows that widen the field; those on a narrower side path add nothing to it. */
  private static List<Step> steps(Analysis analysis, String page) {
    List<Step> steps = new ArrayList<>();
    long size = 1;
    long strideless = 1;
    for (Row row : analysis.rows()) {
      Optional<Window> window = Window.of(row);
      if (window.isEmpty() || window.get().size() <= size) {
        continue;
      }
      Window found = window.get();
      if (row.node().layer().operation() == Operation.CONVOLUTION) {
        strideless = Math.addExact(strideless, found.extent() - 1);
      }
      steps.add(
          new Step(
              row.node().path(),
              page + "#" + Addresses.row(row.node().path()),
              Long.toString(found.extent()),
              Long.toString(found.stride()),
              Long.toString((found.size() - size) / (found.extent() - 1)),
              Numbers.exact(found.size() - size),
              Numbers.exact(found.size()),
              Numbers.exact(strideless)));
      size = found.size();
    }
    return steps;
  }

  /** A layer's window along the height, or the only axis, and the field after it. */
  private record Window(long extent, long stride, long size) {

    static Optional<Window> of(Row row) {
      Optional<Map.Entry<Role, AxisField>> axis = Fields.of(row).entrySet().stream().findFirst();
      if (axis.isEmpty() || row.node().shapes().size() != 1 || !axis.get().getValue().isAligned()) {
        return Optional.empty();
      }
      Reading reading = row.node().applied().readings().get(0);
      if (reading.along(axis.get().getKey()) instanceof Reading.Through through
          && through.reach().phases().size() == 1) {
        Reach.Taps taps = through.reach().phases().get(0);
        long extent = taps.last() - taps.first() + 1;
        return extent < 2
            ? Optional.empty()
            : Optional.of(
                new Window(
                    extent,
                    through.reach().advance(),
                    axis.get().getValue().paths().get(0).size()));
      }
      return Optional.empty();
    }
  }
}
