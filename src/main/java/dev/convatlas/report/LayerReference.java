package dev.convatlas.report;

import dev.convatlas.layer.Argument;
import dev.convatlas.layer.Layer;
import dev.convatlas.layer.LayerType;
import dev.convatlas.layer.Weight;
import dev.convatlas.source.Limits;
import dev.convatlas.source.Message;
import dev.convatlas.source.Problems;
import dev.convatlas.source.Refusal;
import dev.convatlas.source.SourceSpan;
import dev.convatlas.tensor.Axis;
import dev.convatlas.tensor.Role;
import dev.convatlas.tensor.Shape;
import dev.convatlas.tensor.Work;
import dev.convatlas.text.Messages;
import dev.convatlas.text.Numbers;
import dev.convatlas.yaml.Value;
import dev.convatlas.yaml.Value.Mapping;
import dev.convatlas.yaml.Value.Sequence;
import dev.convatlas.yaml.YamlReader;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What there is to know of a layer type, for the page and for the terminal alike.
 *
 * @param torch what PyTorch calls it; empty when it has no such thing
 * @param takes how many tensors it takes
 * @param parameters its arguments
 * @param example of a model file
 * @param formulas how shape, parameters and work of the example come about
 */
public record LayerReference(
    String name,
    String torch,
    String takes,
    List<Parameter> parameters,
    String example,
    List<String> formulas) {

  /** Inputs that examples are worked on: maps of each rank, features, and tokens. */
  private static final List<Shape> INPUTS =
      List.of(
          Shape.map(64, 56, 56),
          Shape.map(64, 56),
          Shape.map(64, 16, 56, 56),
          Shape.map(512),
          Shape.map(96, 56, 56),
          Shape.map(196),
          Shape.map(12544),
          new Shape(List.of(Axis.of(Role.LENGTH, 50), Axis.of(Role.CHANNEL, 768))));

  /** A map and the offsets of a 3 × 3 kernel on it. */
  private static final List<Shape> OFFSETS = List.of(Shape.map(64, 56, 56), Shape.map(18, 56, 56));

  private static final SourceSpan NOWHERE = SourceSpan.wholeFile("");

  /**
   * An argument of a type.
   *
   * @param fallback its default; empty when it must be written
   */
  public record Parameter(String name, String allowed, String fallback) {}

  /** The example's layer with inputs that it takes. */
  private record Worked(Layer layer, List<Shape> inputs, Shape output) {}

  public LayerReference {
    parameters = List.copyOf(parameters);
    formulas = List.copyOf(formulas);
  }

  public static LayerReference of(LayerType type, Messages words) {
    return new LayerReference(
        type.name(),
        type.torch(),
        takes(type, words),
        type.arguments().stream().map(argument -> parameter(argument, words)).toList(),
        type.example(),
        worked(type).map(worked -> formulas(worked, words)).orElse(List.of()));
  }

  private static String takes(LayerType type, Messages words) {
    int least = type.arity().least();
    int most = type.arity().most();
    if (most == Integer.MAX_VALUE) {
      return words.text("site.types.takes.several");
    }
    return least == most
        ? words.text("site.types.takes", least)
        : words.text("site.types.takes.range", least, most);
  }

  private static Parameter parameter(Argument<?> argument, Messages words) {
    return new Parameter(
        argument.name(),
        words.text(argument.kind().allowed()),
        argument.isRequired() ? "" : argument.shown());
  }

  private static Optional<Worked> worked(LayerType type) {
    Optional<Layer> layer = type.read(NOWHERE, arguments(type), new Problems());
    int most = Math.min(type.arity().most(), 3);
    for (int count = Math.max(type.arity().least(), Math.min(2, most)); count <= most; count++) {
      for (List<Shape> inputs : candidates(count)) {
        Optional<Worked> worked = layer.flatMap(each -> worked(each, inputs));
        if (worked.isPresent()) {
          return worked;
        }
      }
    }
    return Optional.empty();
  }

  private static List<List<Shape>> candidates(int count) {
    if (count == 0) {
      return List.of(List.of());
    }
    List<List<Shape>> candidates = new ArrayList<>();
    INPUTS.forEach(input -> candidates.add(Collections.nCopies(count, input)));
    if (count == OFFSETS.size()) {
      candidates.add(OFFSETS);
    }
    return candidates;
  }

  private static Optional<Worked> worked(Layer layer, List<Shape> inputs) {
    try {
      return Optional.of(new Worked(layer, inputs, layer.output(inputs)));
    } catch (Refusal otherInputs) {
      return Optional.empty();
    }
  }

  private static Mapping arguments(LayerType type) {
    Value written =
        YamlReader.read("", type.example(), Limits.DEFAULT).value().orElse(Value.nothing(NOWHERE));
    return written instanceof Sequence list
            && list.items().get(0) instanceof Mapping item
            && item.get(type.name()).orElse(null) instanceof Mapping arguments
        ? arguments
        : Value.nothing(NOWHERE);
  }

  private static List<String> formulas(Worked worked, Messages words) {
    List<String> lines = new ArrayList<>();
    String inputs =
        worked.inputs().stream().map(Shape::toString).distinct().collect(Collectors.joining(", "));
    lines.add(
        worked.inputs().isEmpty()
            ? words.text("explain.shape.output", worked.output())
            : words.text("reference.shape", inputs, worked.output()));
    for (Message rule : worked.layer().shapeRule(worked.inputs(), worked.output())) {
      lines.add(words.text("reference.rule", rule));
    }
    for (Weight weight : worked.layer().weights(worked.inputs())) {
      String count = Numbers.exact(weight.count().value());
      lines.add(
          weight
              .missing()
              .map(why -> words.text("explain.params.missing", weight.name(), why))
              .orElseGet(
                  () ->
                      words.text(
                          weight.trainable() ? "reference.weight" : "reference.buffer",
                          weight.name(),
                          weight.count().symbols(),
                          count)));
    }
    Work work = worked.layer().work(worked.inputs(), worked.output());
    for (Work.Kind kind : Work.Kind.values()) {
      if (!work.formula(kind).isZero()) {
        String name = words.text("explain.work." + kind.name().toLowerCase(Locale.ROOT));
        String symbols = work.formula(kind).symbols();
        lines.add(words.text("reference.work", name, symbols, Numbers.exact(work.count(kind))));
      }
    }
    work.missing().ifPresent(why -> lines.add(words.text("explain.work.missing", why)));
    return lines;
  }
}
