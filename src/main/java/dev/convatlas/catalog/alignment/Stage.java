package dev.convatlas.catalog.alignment;

import dev.convatlas.tensor.Axis;
import dev.convatlas.tensor.Role;
import dev.convatlas.tensor.Shape;

/**
 * Stages of a model by how far it has reduced its input's resolution: stage n has about 1 / 2ⁿ of
 * the rows and columns. Models that name their parts differently still have the same stages.
 */
public final class Stage {

  /** Where no position is left but one: behind a global pool, and in a classifier. */
  public static final int HEAD = -1;

  private Stage() {}

  /**
   * Positions are counted, not sides, so that tokens have stages too: of two axes, four times fewer
   * positions are one stage. A reduction is rounded down, so that 299 → 149 → 74 are 1 and 2. What
   * is larger than the input is stage 0.
   *
   * @param input the model's first input
   */
  public static int of(Shape input, Shape output) {
    long before = positions(input);
    long after = positions(output);
    if (after == 1 && before > 1) {
      return HEAD;
    }
    int axes = (int) input.axes().stream().filter(axis -> axis.role().isSpatial()).count();
    return after == 0 || before < after
        ? 0
        : (63 - Long.numberOfLeadingZeros(before / after)) / Math.max(1, axes);
  }

  private static long positions(Shape shape) {
    long positions = 1;
    for (Axis axis : shape.axes()) {
      positions = axis.role() == Role.CHANNEL ? positions : positions * axis.size();
    }
    return positions;
  }
}
