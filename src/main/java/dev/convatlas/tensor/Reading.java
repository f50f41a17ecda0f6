package dev.convatlas.tensor;

import dev.convatlas.source.Message;
import java.util.Map;
import java.util.Optional;

/**
 * What an output position of a layer reads from one of its inputs, axis by axis.
 *
 * @param axes by the role of the spatial axis
 * @param others what every axis reads that is not named
 */
public record Reading(Map<Role, AxisReading> axes, AxisReading others) {

  /** What is read along one axis. */
  public sealed interface AxisReading {}

  /** The same position. */
  public record Same() implements AxisReading {}

  /** A window, a resampling, a crop. */
  public record Through(Reach reach) implements AxisReading {}

  /** Every position, and positions stay: attention, a linear layer along the axis. */
  public record Everything() implements AxisReading {}

  /**
   * The same position and all before it, and positions stay: a recurrence in one direction. The
   * last one sees all, so the field counts as global.
   */
  public record Past() implements AxisReading {}

  /**
   * Every position, as one: global pooling, the keys of an attention, a gate that is spread over
   * all positions. No local field goes on.
   */
  public record Collapse() implements AxisReading {}

  /** Places that depend on the data, at least these. */
  public record AtLeast(Reach reach) implements AxisReading {}

  /** Not to be known from the definition. */
  public record Unknown(Message reason) implements AxisReading {}

  /** Position by position: activations, joins. */
  public static final Reading SAME = new Reading(Map.of(), new Same());

  /** All positions, which stay. */
  public static final Reading EVERYTHING = new Reading(Map.of(), new Everything());

  /** All positions, as one. */
  public static final Reading COLLAPSE = new Reading(Map.of(), new Collapse());

  public Reading {
    axes = Map.copyOf(axes);
  }

  /** These axes so, every other position by position. */
  public static Reading of(Map<Role, AxisReading> axes) {
    return new Reading(axes, new Same());
  }

  public static Reading unknown(String key, Object... arguments) {
    return new Reading(Map.of(), new Unknown(Message.of(key, arguments)));
  }

  /** Through a reach; unknown when that would have too many phases to keep. */
  public static AxisReading through(Optional<Reach> reach) {
    return reach
        .<AxisReading>map(Through::new)
        .orElseGet(() -> new Unknown(Message.of("field.irregular")));
  }

  /** Whether every axis is read position by position. */
  boolean isSame() {
    return axes.isEmpty() && others instanceof Same;
  }

  public AxisReading along(Role role) {
    return axes.getOrDefault(role, others);
  }
}
