package dev.convatlas.tensor;

import dev.convatlas.source.Message;
import java.util.Map;

/**
 * What an output position of a layer reads from its inputs, axis by axis. Axes that are not named
 * read their own position.
 *
 * @param axes by the role of the spatial axis
 * @param others what every axis reads that is not named
 */
public record Reading(Map<Role, AxisReading> axes, AxisReading others) {

  /** What is read along one axis. */
  public sealed interface AxisReading {}

  /** The same position of every input. */
  public record Same() implements AxisReading {}

  /** A window, a resampling, a crop. */
  public record Through(Reach reach) implements AxisReading {}

  /** Every position, and positions stay: attention. */
  public record Everything() implements AxisReading {}

  /** Every position, into one: global pooling. */
  public record Collapse() implements AxisReading {}

  /** Places that depend on the data, at least these. */
  public record AtLeast(Reach reach) implements AxisReading {}

  /** Not to be known from the definition. */
  public record Unknown(Message reason) implements AxisReading {}

  /** Position by position: activations, normalisations, joins. */
  public static final Reading SAME = new Reading(Map.of(), new Same());

  /** All positions, which stay. */
  public static final Reading EVERYTHING = new Reading(Map.of(), new Everything());

  /** All positions into one. */
  public static final Reading COLLAPSE = new Reading(Map.of(), new Collapse());

  public Reading {
    axes = Map.copyOf(axes);
  }

  public static Reading of(Map<Role, AxisReading> axes) {
    return new Reading(axes, new Same());
  }

  public static Reading unknown(String key, Object... arguments) {
    return new Reading(Map.of(), new Unknown(Message.of(key, arguments)));
  }

  public AxisReading along(Role role) {
    return axes.getOrDefault(role, others);
  }
}
