package dev.convatlas.tensor;

import dev.convatlas.source.Message;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The receptive field of a tensor: for each input of the model and each of its spatial axes, what
 * the tensor's positions read.
 *
 * @param inputs by the input's name, in the order of the model's inputs; an input that nothing on
 *     the way has read, or whose spatial axes are all gone, is absent
 * @param seesAll names of the inputs that some operation on the way saw whole, even when no spatial
 *     axis is left
 * @param unknown why the field cannot be told, per input
 */
public record Field(
    Map<String, Map<Role, AxisField>> inputs,
    java.util.Set<String> seesAll,
    Map<String, Message> unknown) {

  /** A tensor that reads no input: a class token, a table of positions. */
  public static final Field NOTHING = new Field(Map.of(), java.util.Set.of(), Map.of());

  private static final Message IRREGULAR = Message.of("field.irregular");

  public Field {
    inputs = java.util.Collections.unmodifiableMap(inputs);
    seesAll = java.util.Set.copyOf(seesAll);
    unknown = Map.copyOf(unknown);
  }

  /** The field of a model's input: each position reads itself. */
  public static Field input(String name, Shape shape) {
    Map<Role, AxisField> axes = new EnumMap<>(Role.class);
    for (Axis axis : shape.axes()) {
      if (axis.role().isSpatial()) {
        axes.put(axis.role(), AxisField.INPUT);
      }
    }
    return axes.isEmpty() ? NOTHING : new Field(Map.of(name, axes), java.util.Set.of(), Map.of());
  }

  /**
   * The field of a layer's output.
   *
   * @param tensors the fields of the layer's inputs
   * @param output whose remaining axes decide which fields go on
   */
  public static Field after(Reading reading, List<Field> tensors, Shape output) {
    Map<String, Map<Role, AxisField>> axes = new LinkedHashMap<>();
    Map<String, Message> unknown = new HashMap<>();
    java.util.Set<String> seesAll = new java.util.HashSet<>();
    for (Field tensor : tensors) {
      unknown.putAll(tensor.unknown);
      seesAll.addAll(tensor.seesAll);
      tensor.inputs.forEach(
          (name, fields) ->
              fields.forEach(
                  (role, field) -> {
                    Reading.AxisReading read = reading.along(role);
                    Optional<AxisField> next = next(read, field);
                    if (next.isEmpty()) {
                      unknown.put(name, reason(read));
                      return;
                    }
                    if (next.get().global()) {
                      seesAll.add(name);
                    }
                    Map<Role, AxisField> joined =
                        axes.computeIfAbsent(name, n -> new EnumMap<>(Role.class));
                    if (!join(joined, role, next.get())) {
                      unknown.put(name, IRREGULAR);
                    }
                  }));
    }
    unknown.keySet().forEach(axes::remove);
    axes.values().forEach(fields -> fields.keySet().removeIf(role -> !output.carries(role)));
    axes.values().removeIf(Map::isEmpty);
    return new Field(axes, seesAll, unknown);
  }

  /** False when the joined field would be too irregular to keep. */
  private static boolean join(Map<Role, AxisField> fields, Role role, AxisField field) {
    AxisField before = fields.get(role);
    Optional<AxisField> joined = before == null ? Optional.of(field) : before.join(field);
    joined.ifPresent(known -> fields.put(role, known));
    return joined.isPresent();
  }

  /** The field along the axis; empty where it cannot be told. */
  private static Optional<AxisField> next(Reading.AxisReading reading, AxisField field) {
    if (reading instanceof Reading.Through through) {
      return field.through(through.reach());
    }
    if (reading instanceof Reading.AtLeast least) {
      return field.atLeast().through(least.reach());
    }
    if (reading instanceof Reading.Everything) {
      return Optional.of(field.globally());
    }
    if (reading instanceof Reading.Collapse) {
      return Optional.of(field.pooled());
    }
    return reading instanceof Reading.Same ? Optional.of(field) : Optional.empty();
  }

  private static Message reason(Reading.AxisReading reading) {
    return reading instanceof Reading.Unknown unknown ? unknown.reason() : IRREGULAR;
  }
}
