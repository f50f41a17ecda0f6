package dev.convatlas.catalog;

import dev.convatlas.analysis.Analysis;
import dev.convatlas.analysis.Row;
import dev.convatlas.analysis.memory.Traffic;
import dev.convatlas.graph.Node;
import dev.convatlas.layer.Weight;
import dev.convatlas.source.Message;
import dev.convatlas.tensor.Formula;
import dev.convatlas.tensor.Work;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * How every number of a layer came about: each formula with its symbols, with this layer's values,
 * and its result. Numbers in sentences that a reader may want grouped are arguments of type {@code
 * Long}.
 *
 * @param sections one for each topic, in their order
 */
public record LayerExplanation(List<Section> sections) {
  /** Says that a layer's receptive field is its input's, and which that is. */
  public static final String SAME_FIELD = "explain.field.same";

  /** Says which conventions do not count a layer. */
  public static final String NOT_COUNTED = "explain.convention.none";

  /** Labels the elements of the output. */
  public static final String OUTPUT = "explain.memory.output";

  /** Says what is moved. */
  public static final String TRAFFIC = "explain.memory.traffic";

  /** Among the arguments of {@link #TRAFFIC} the elements that are written. */
  public static final int WRITTEN = 2;

  private static final List<Line> NOTHING =
      List.of(Line.of("explain.params.none"), Line.of("explain.work.none"));

  /** What is explained of every layer. */
  public enum Topic {
    SHAPE("explain.shape"),
    PARAMS("explain.params"),
    WORK("explain.work"),
    FIELD("explain.field"),
    CONVENTIONS("explain.conventions"),
    MEMORY("explain.memory");

    private final String key;

    Topic(String key) {
      this.key = key;
    }

    public Message title() {
      return Message.of(key);
    }
  }

  /**
   * @param lines at least one
   */
  public record Section(Topic topic, List<Line> lines) {
    public Section {
      lines = List.copyOf(lines);
    }

    /** Whether it says only that there is nothing. */
    public boolean isNothing() {
      return lines.size() == 1 && NOTHING.contains(lines.get(0));
    }
  }

  /** A sentence or a calculation. */
  public sealed interface Line {

    /** All of it as one sentence. */
    Message text();

    /** A sentence that stands for itself. */
    record Sentence(Message text) implements Line {}

    /** What the lines up to the next heading are about. */
    record Heading(Message text) implements Line {}

    /**
     * {@code weight: C_out · C_in · k_h · k_w = 64 · 3 · 7 · 7 = 9408}.
     *
     * @param label what is computed
     * @param values empty when they are the result already
     */
    record Calculation(Message label, String symbols, String values, long result) implements Line {

      @Override
      public Message text() {
        return values.isEmpty()
            ? Message.of("explain.calculation.plain", label, symbols, result)
            : Message.of("explain.calculation", label, symbols, values, result);
      }
    }

    static Line of(String key, Object... arguments) {
      return new Sentence(Message.of(key, arguments));
    }

    /** The formula with its values. */
    static Line of(Message label, Formula formula) {
      long result = formula.value();
      String values = formula.values();
      boolean plain = values.equals(Long.toString(result));
      return new Calculation(label, formula.symbols(), plain ? "" : values, result);
    }
  }

  public LayerExplanation {
    sections = List.copyOf(sections);
  }

  /**
   * @param index of the layer among the rows
   */
  public static LayerExplanation of(Analysis analysis, int index) {
    return of(common(analysis, analysis.rows().get(index)), analysis, index);
  }

  /** One for each row; those that are alike have all but the receptive field in common. */
  static List<LayerExplanation> all(Analysis analysis, Alike alike) {
    List<List<Section>> common = alike.each(row -> common(analysis, row));
    return IntStream.range(0, common.size())
        .mapToObj(row -> of(common.get(row), analysis, row))
        .toList();
  }

  private static LayerExplanation of(List<Section> common, Analysis analysis, int index) {
    List<Section> sections = new ArrayList<>();
    for (Section section : common) {
      if (section.topic() == Topic.CONVENTIONS) {
        sections.add(new Section(Topic.FIELD, FieldExplanation.of(analysis, index)));
      }
      sections.add(section);
    }
    return new LayerExplanation(sections);
  }

  private static List<Section> common(Analysis analysis, Row row) {
    return List.of(
        new Section(Topic.SHAPE, shape(row.node())),
        new Section(Topic.PARAMS, params(analysis, row)),
        new Section(Topic.WORK, work(row)),
        new Section(Topic.CONVENTIONS, ConventionExplanation.of(row)),
        new Section(Topic.MEMORY, memory(row)));
  }

  /** All but the receptive field: what layers that are alike have in common. */
  public List<Section> common() {
    return sections.stream().filter(section -> section.topic() != Topic.FIELD).toList();
  }

  public Section section(Topic topic) {
    return sections.stream().filter(one -> one.topic() == topic).findFirst().orElseThrow();
  }

  private static List<Line> shape(Node node) {
    List<Line> lines = new ArrayList<>();
    for (int i = 0; i < node.shapes().size(); i++) {
      lines.add(Line.of("explain.shape.input", i + 1, node.shapes().get(i).toString()));
    }
    lines.add(Line.of("explain.shape.output", node.output().toString()));
    node.layer()
        .shapeRule(node.shapes(), node.output())
        .forEach(rule -> lines.add(new Line.Sentence(rule)));
    return lines;
  }

  private static List<Line> params(Analysis analysis, Row row) {
    List<Line> lines = new ArrayList<>();
    row.node()
        .weightsOf()
        .ifPresent(
            owner ->
                lines.add(
                    Line.of("explain.params.shared", analysis.rows().get(owner).node().path())));
    for (Weight weight : row.weights()) {
      lines.add(
          weight
              .missing()
              .map(why -> Line.of("explain.params.missing", weight.name(), why))
              .orElseGet(() -> Line.of(label(weight), weight.count())));
    }
    if (lines.isEmpty()) {
      lines.add(Line.of("explain.params.none"));
    } else if (row.params().isExact()
        && row.weights().stream().filter(Weight::trainable).count() > 1) {
      lines.add(Line.of(Message.of("explain.params.sum"), row.paramsFormula()));
    }
    return lines;
  }

  private static Message label(Weight weight) {
    return weight.trainable()
        ? Message.of("explain.params.weight", weight.name())
        : Message.of("explain.params.buffer", weight.name());
  }

  private static List<Line> work(Row row) {
    List<Line> lines = new ArrayList<>();
    if (row.node().training()) {
      return List.of(Line.of("explain.work.training"));
    }
    for (Map.Entry<Work.Kind, Formula> count : row.work().counts().entrySet()) {
      String kind = count.getKey().name().toLowerCase(Locale.ROOT);
      lines.add(Line.of(Message.of("explain.work." + kind), count.getValue()));
    }
    row.work().missing().ifPresent(why -> lines.add(Line.of("explain.work.missing", why)));
    return lines.isEmpty() ? List.of(Line.of("explain.work.none")) : lines;
  }

  private static List<Line> memory(Row row) {
    Traffic traffic = Traffic.of(row);
    List<Line> lines = new ArrayList<>();
    lines.add(
        new Line.Calculation(
            Message.of(OUTPUT), row.node().output().toString(), "", row.activations()));
    lines.add(
        Line.of(
            TRAFFIC,
            traffic.read(),
            traffic.weights().value(),
            traffic.written(),
            traffic.elements().value()));
    lines.add(Line.of("explain.memory.operations", traffic.operations().value()));
    traffic
        .elements()
        .plus(traffic.operations())
        .missing()
        .ifPresent(why -> lines.add(Line.of("explain.memory.least", why)));
    return lines;
  }
}
