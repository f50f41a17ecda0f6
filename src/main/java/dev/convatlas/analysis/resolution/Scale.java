package dev.convatlas.analysis.resolution;

import dev.convatlas.tensor.Axis;
import dev.convatlas.tensor.Shape;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A factor on every spatial axis of every input; sizes are rounded down, and at least 1.
 *
 * @param numerator at least 1
 * @param denominator at least 1
 */
public record Scale(long numerator, long denominator) {

  /** What pages show: half, three quarters, the size as written, one and a half, double. */
  public static final List<Scale> SHOWN =
      List.of(new Scale(1, 2), new Scale(3, 4), new Scale(1, 1), new Scale(3, 2), new Scale(2, 1));

  public boolean isOne() {
    return numerator == denominator;
  }

  /** {@code 1/2}, {@code 2}. */
  @Override
  public String toString() {
    return denominator == 1 ? Long.toString(numerator) : numerator + "/" + denominator;
  }

  /**
   * @throws ArithmeticException when a size does not fit into 63 bits
   */
  public Map<String, Shape> apply(Map<String, Shape> inputs) {
    Map<String, Shape> scaled = new LinkedHashMap<>();
    inputs.forEach((name, shape) -> scaled.put(name, apply(shape)));
    return scaled;
  }

  private Shape apply(Shape shape) {
    List<Axis> axes = new ArrayList<>();
    for (Axis axis : shape.axes()) {
      axes.add(
          axis.role().isSpatial()
              ? axis.withSize(Math.max(1, Math.multiplyExact(axis.size(), numerator) / denominator))
              : axis);
    }
    return new Shape(axes);
  }

  /** The smallest spatial axis of all inputs; 0 where there is none. */
  public static long shortest(Map<String, Shape> inputs) {
    return inputs.values().stream()
        .flatMap(shape -> shape.axes().stream())
        .filter(axis -> axis.role().isSpatial())
        .mapToLong(Axis::size)
        .min()
        .orElse(0);
  }
}
