package dev.convatlas.catalog;

import dev.convatlas.analysis.Analysis;
import dev.convatlas.analysis.Count;
import dev.convatlas.analysis.Row;
import dev.convatlas.analysis.memory.Traffic;
import dev.convatlas.convention.Convention;
import dev.convatlas.convention.Conventions;
import dev.convatlas.graph.Node;
import dev.convatlas.layer.Weight;
import dev.convatlas.source.Message;
import dev.convatlas.tensor.Formula;
import dev.convatlas.tensor.Work;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * How every number of a layer came about, in sentences: each formula with its symbols, with this
 * layer's values, and its result. Numbers that a reader may want grouped are arguments of type
 * {@code Long}.
 *
 * @param sections shape, parameters, work, receptive field, conventions, memory, in that order
 */
public record LayerExplanation(List<Section> sections) {

  /**
   * @param lines at least one
   */
  public record Section(Message title, List<Message> lines) {
    public Section {
      lines = List.copyOf(lines);
    }
  }

  public LayerExplanation {
    sections = List.copyOf(sections);
  }

  /**
   * @param index of the layer among the rows
   */
  public static LayerExplanation of(Analysis analysis, int index) {
    Row row = analysis.rows().get(index);
    return new LayerExplanation(
        List.of(
            new Section(Message.of("explain.shape"), shape(row.node())),
            new Section(Message.of("explain.params"), params(analysis, row)),
            new Section(Message.of("explain.work"), work(row)),
            new Section(Message.of("explain.field"), FieldExplanation.of(analysis, index)),
            new Section(Message.of("explain.conventions"), conventions(row)),
            new Section(Message.of("explain.memory"), memory(row))));
  }

  private static List<Message> shape(Node node) {
    List<Message> lines = new ArrayList<>();
    for (int i = 0; i < node.shapes().size(); i++) {
      lines.add(Message.of("explain.shape.input", i + 1, node.shapes().get(i).toString()));
    }
    lines.add(Message.of("explain.shape.output", node.output().toString()));
    lines.addAll(node.layer().shapeRule(node.shapes(), node.output()));
    return lines;
  }

  private static List<Message> params(Analysis analysis, Row row) {
    List<Message> lines = new ArrayList<>();
    row.node()
        .weightsOf()
        .ifPresent(
            owner ->
                lines.add(
                    Message.of("explain.params.shared", analysis.rows().get(owner).node().path())));
    for (Weight weight : row.weights()) {
      String key = weight.trainable() ? "explain.params.weight" : "explain.params.buffer";
      lines.add(
          weight
              .missing()
              .map(why -> Message.of("explain.params.missing", weight.name(), why))
              .orElseGet(() -> counted(key, weight.name(), weight.count())));
    }
    if (lines.isEmpty()) {
      lines.add(Message.of("explain.params.none"));
    } else if (row.weights().stream().filter(Weight::trainable).count() > 1) {
      lines.add(counted("explain.params.sum", "", row.paramsFormula()));
    }
    return lines;
  }

  /** A formula that is one number with a name needs no line of values. */
  private static boolean isPlain(Formula formula) {
    return formula.values().equals(Long.toString(formula.value()));
  }

  private static Message counted(String key, Object name, Formula formula) {
    return isPlain(formula)
        ? Message.of(key + ".plain", name, formula.symbols(), formula.value())
        : Message.of(key, name, formula.symbols(), formula.values(), formula.value());
  }

  private static List<Message> work(Row row) {
    List<Message> lines = new ArrayList<>();
    if (row.node().training()) {
      return List.of(Message.of("explain.work.training"));
    }
    for (Map.Entry<Work.Kind, Formula> count : row.work().counts().entrySet()) {
      String kind = count.getKey().name().toLowerCase(Locale.ROOT);
      lines.add(counted("explain.count", Message.of("explain.work." + kind), count.getValue()));
    }
    row.work().missing().ifPresent(why -> lines.add(Message.of("explain.work.missing", why)));
    return lines.isEmpty() ? List.of(Message.of("explain.work.none")) : lines;
  }

  private static List<Message> conventions(Row row) {
    List<Message> lines = new ArrayList<>();
    for (Convention convention : Conventions.ALL) {
      Count count = convention.of(row);
      Formula formula = convention.formula(row);
      if (count.missing().isPresent()) {
        lines.add(
            Message.of(
                "explain.convention.least",
                convention.name(),
                count.value(),
                convention.unit().text(),
                count.missing().get()));
      } else if (formula.isZero()) {
        lines.add(
            Message.of(
                isSkipped(convention, row)
                    ? "explain.convention.functional"
                    : "explain.convention.none",
                convention.name()));
      } else {
        lines.add(counted(convention, formula));
      }
    }
    return lines;
  }

  private static Message counted(Convention convention, Formula formula) {
    String unit = convention.unit().text();
    return isPlain(formula)
        ? Message.of(
            "explain.convention.plain", convention.name(), formula.symbols(), formula.value(), unit)
        : Message.of(
            "explain.convention",
            convention.name(),
            formula.symbols(),
            formula.values(),
            formula.value(),
            unit);
  }

  /** Whether the tool would count the layer if PyTorch's code called it as a module. */
  private static boolean isSkipped(Convention convention, Row row) {
    return convention.modulesOnly()
        && row.node().functional()
        && !row.node().training()
        && !convention.rule(row.node().layer().operation()).formula(row).isZero();
  }

  private static List<Message> memory(Row row) {
    Traffic traffic = Traffic.of(row);
    List<Message> lines = new ArrayList<>();
    lines.add(
        Message.of("explain.memory.output", row.node().output().toString(), row.activations()));
    lines.add(
        Message.of(
            "explain.memory.traffic",
            traffic.read(),
            traffic.weights().value(),
            traffic.written(),
            traffic.elements().value()));
    lines.add(Message.of("explain.memory.operations", traffic.operations().value()));
    traffic
        .elements()
        .plus(traffic.operations())
        .missing()
        .ifPresent(why -> lines.add(Message.of("explain.memory.least", why)));
    return lines;
  }
}
