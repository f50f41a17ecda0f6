package dev.convatlas.layer;

import dev.convatlas.source.Message;
import dev.convatlas.source.Problems;
import dev.convatlas.source.Refusal;
import dev.convatlas.source.SourceSpan;
import dev.convatlas.tensor.Axis;
import dev.convatlas.tensor.AxisField;
import dev.convatlas.tensor.Field;
import dev.convatlas.tensor.Ratio;
import dev.convatlas.tensor.Role;
import dev.convatlas.tensor.Shape;
import dev.convatlas.tensor.Work;
import dev.convatlas.yaml.Scalars;
import dev.convatlas.yaml.Value;
import dev.convatlas.yaml.Value.Mapping;
import dev.convatlas.yaml.Value.Sequence;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A layer with inputs, as a data file has it.
 *
 * @param inputs sizes in the order of a map's axes, or a mapping of each axis' role to its size;
 *     {@code positions: [14, 14]} are rows and columns flattened
 */
record LayerCase(LayerType type, Mapping written, List<Shape> inputs) {

  static LayerCase of(LayerType type, Mapping written) {
    Sequence inputs =
        (Sequence) written.get("inputs").orElse(new Sequence(written.span(), List.of()));
    return new LayerCase(type, written, inputs.items().stream().map(LayerCase::shape).toList());
  }

  private static Shape shape(Value value) {
    return value instanceof Mapping roles
        ? new Shape(
            roles.entries().stream()
                .map(entry -> axis(Role.valueOf(upper(entry.key().text())), entry.value()))
                .toList())
        : Shape.map(sizes(value));
  }

  private static Axis axis(Role role, Value size) {
    if (size instanceof Sequence) {
      List<Long> sizes = sizes(size);
      return new Axis(
          role,
          sizes.get(0) * sizes.get(1),
          List.of(Axis.of(Role.HEIGHT, sizes.get(0)), Axis.of(Role.WIDTH, sizes.get(1))));
    }
    return Axis.of(role, Scalars.whole(size).orElseThrow());
  }

  private static List<Long> sizes(Value value) {
    return ((Sequence) value)
        .items().stream().map(size -> Scalars.whole(size).orElseThrow()).toList();
  }

  private static String upper(String word) {
    return word.toUpperCase(Locale.ROOT);
  }

  private Mapping arguments() {
    return (Mapping) written.get("args").orElse(Value.nothing(written.span()));
  }

  /** The layer, or the first complaint about its arguments. */
  private Layer layer() {
    Problems problems = new Problems();
    SourceSpan at = arguments().span();
    Optional<Layer> layer = type.read(at, arguments(), problems);
    return layer.orElseThrow(() -> new Refusal(problems.list().get(0).message()));
  }

  /** Why the layer does not take its arguments or its inputs. */
  Optional<Message> refusal() {
    try {
      layer().output(inputs);
      return Optional.empty();
    } catch (Refusal refusal) {
      return Optional.of(refusal.message());
    }
  }

  /** How the shape came about. */
  List<Message> rule() {
    return layer().shapeRule(inputs, layer().output(inputs));
  }

  /** A figure, as the data file writes it. */
  String figure(String key) {
    Layer layer = layer();
    Shape output = layer.output(inputs);
    return switch (key) {
      case "output" -> output.sizes().toString();
      case "roles" -> output.axes().stream().map(axis -> lower(axis.role())).toList().toString();
      case "params" -> count(layer.weights(inputs), true);
      case "buffers" -> count(layer.weights(inputs), false);
      case "macs" -> {
        Work work = layer.work(inputs, output);
        yield work.missing().isPresent()
            ? "unknown"
            : Long.toString(work.count(Work.Kind.MULTIPLY_ACCUMULATE));
      }
      default -> Long.toString(layer.work(inputs, output).count(Work.Kind.valueOf(upper(key))));
    };
  }

  private static String count(List<Weight> weights, boolean trainable) {
    long sum = 0;
    for (Weight weight : weights) {
      if (weight.trainable() == trainable) {
        if (weight.missing().isPresent()) {
          return "unknown";
        }
        sum += weight.count().value();
      }
    }
    return Long.toString(sum);
  }

  private static String lower(Role role) {
    return role.name().toLowerCase(Locale.ROOT);
  }

  /** The places of an input that its positions stand for. */
  List<Role> places(int input) {
    return inputs.get(input).axes().stream()
        .flatMap(axis -> Readings.roles(axis).stream())
        .distinct()
        .toList();
  }

  /**
   * What the output reads of an input along an axis: {@code [size, jump, start]}, followed by
   * {@code global}, {@code collapsed} or {@code at least}; {@code gone} when the axis is, {@code
   * seen} when it was seen whole before; or why nobody knows.
   */
  String reads(int input, Role role) {
    Layer layer = layer();
    Shape output = layer.output(inputs);
    List<Field> fields = new ArrayList<>();
    for (int i = 0; i < inputs.size(); i++) {
      Map<Role, AxisField> axes = new EnumMap<>(Role.class);
      places(i).forEach(place -> axes.put(place, AxisField.INPUT));
      fields.add(
          axes.isEmpty()
              ? Field.NOTHING
              : new Field(Map.of("input " + i, axes), Map.of(), Map.of()));
    }
    Field field = Field.after(layer.readings(inputs, output), fields, output);
    String name = "input " + input;
    if (field.unknown().containsKey(name)) {
      return field.unknown().get(name).key();
    }
    AxisField along = field.inputs().getOrDefault(name, Map.of()).get(role);
    if (along == null) {
      boolean seen = field.seen().containsKey(name) && field.seen().get(name).contains(role);
      return seen ? "seen" : "gone";
    }
    List<String> words = new ArrayList<>();
    words.add(Long.toString(along.size(1)));
    words.add(along.jump().map(Ratio::toString).orElse("several"));
    words.add(Long.toString(along.start()));
    if (along.global()) {
      words.add(along.collapsed() ? "collapsed" : "global");
    }
    if (!along.exact()) {
      words.add("at least");
    }
    return words.toString();
  }
}
