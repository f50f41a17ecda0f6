package dev.convatlas.tensor;

import dev.convatlas.source.Message;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The receptive field of a tensor: for each input of the model and each of its spatial axes, what
 * the tensor's positions read.
 *
 * @param inputs by the input's name, in the order of the model's inputs; an input that nothing on
 *     the way has read, or whose spatial axes are all gone, is absent
 * @param seen by the input's name, the axes that some operation on the way saw whole, even when the
 *     tensor has no such axis any more
 * @param unknown why the field cannot be told, per input
 */
public record Field(
    Map<String, Map<Role, AxisField>> inputs,
    Map<String, Set<Role>> seen,
    Map<String, Message> unknown) {

  /** A tensor that reads no input: a class token, a table of positions. */
  public static final Field NOTHING = new Field(Map.of(), Map.of(), Map.of());

  private static final Message IRREGULAR = Message.of("field.irregular");

  public Field {
    inputs = Collections.unmodifiableMap(inputs);
    seen = Collections.unmodifiableMap(seen);
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
    return axes.isEmpty() ? NOTHING : new Field(Map.of(name, axes), Map.of(), Map.of());
  }

  /**
   * The field of a layer's output.
   *
   * @param readings what the output reads from each of the layer's inputs
   * @param tensors the fields of the layer's inputs, in the same order
   * @param output whose remaining axes decide which fields go on
   */
  public static Field after(List<Reading> readings, List<Field> tensors, Shape output) {
    if (readings.size() != tensors.size()) {
      throw new IllegalArgumentException(
          readings.size() + " readings of " + tensors.size() + " tensors");
    }
    if (tensors.size() == 1 && readings.get(0).isSame() && tensors.get(0).isLeft(output)) {
      return tensors.get(0);
    }
    Joining joining = new Joining();
    for (int i = 0; i < tensors.size(); i++) {
      joining.add(readings.get(i), tensors.get(i));
    }
    return joining.field(output);
  }

  /** Whether the output has all the axes that this field tells of. */
  private boolean isLeft(Shape output) {
    return inputs.values().stream()
        .allMatch(axes -> axes.keySet().stream().allMatch(output::carries));
  }

  /** Gathers what one output reads from several tensors. */
  private static final class Joining {
    private final Map<String, Map<Role, AxisField>> axes = new LinkedHashMap<>();
    private final Map<String, Set<Role>> seen = new LinkedHashMap<>();
    private final Map<String, Message> unknown = new HashMap<>();

    void add(Reading reading, Field tensor) {
      unknown.putAll(tensor.unknown);
      tensor.seen.forEach((name, roles) -> seenOf(name).addAll(roles));
      tensor.inputs.forEach(
          (name, fields) ->
              fields.forEach((role, field) -> add(name, role, reading.along(role), field)));
    }

    private void add(String name, Role role, Reading.AxisReading reading, AxisField field) {
      Optional<AxisField> next = next(reading, field);
      if (next.isEmpty()) {
        unknown.putIfAbsent(name, reason(reading));
        return;
      }
      if (next.get().global()) {
        seenOf(name).add(role);
      }
      Map<Role, AxisField> known = axes.computeIfAbsent(name, n -> new EnumMap<>(Role.class));
      AxisField before = known.get(role);
      Optional<AxisField> joined = before == null ? next : before.join(next.get());
      if (joined.isEmpty()) {
        unknown.putIfAbsent(name, IRREGULAR);
      } else {
        known.put(role, joined.get());
      }
    }

    private Set<Role> seenOf(String name) {
      return seen.computeIfAbsent(name, n -> EnumSet.noneOf(Role.class));
    }

    Field field(Shape output) {
      unknown.keySet().forEach(axes::remove);
      axes.values().forEach(fields -> fields.keySet().removeIf(role -> !output.carries(role)));
      axes.values().removeIf(Map::isEmpty);
      axes.forEach(
          (name, fields) ->
              fields.replaceAll(
                  (role, field) ->
                      seen.getOrDefault(name, Set.of()).contains(role) ? field.globally() : field));
      return new Field(axes, seen, unknown);
    }
  }

  /** The field along the axis; empty where it cannot be told. */
  private static Optional<AxisField> next(Reading.AxisReading reading, AxisField field) {
    if (reading instanceof Reading.Through through) {
      return field.through(through.reach());
    }
    if (reading instanceof Reading.AtLeast least) {
      return field.atLeast().through(least.reach());
    }
    if (reading instanceof Reading.Everything || reading instanceof Reading.Past) {
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
