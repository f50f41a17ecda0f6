package dev.convatlas.layer;

import static dev.convatlas.tensor.Work.Kind.ADDITION;
import static dev.convatlas.tensor.Work.Kind.DIVISION;
import static dev.convatlas.tensor.Work.Kind.MULTIPLICATION;
import static dev.convatlas.tensor.Work.Kind.TRANSCENDENTAL;

import dev.convatlas.tensor.Formula;
import dev.convatlas.tensor.Formula.Factor;
import dev.convatlas.tensor.Work;

/**
 * The arithmetic of normalisations that take mean and variance from the data: (x − μ) / √(σ² + ε),
 * each computed once for a group of elements.
 */
final class Statistics {
  private Statistics() {}

  /**
   * Mean and variance of each group, and every element shifted and scaled by them.
   *
   * @param elements of the tensor
   * @param groups that share a mean
   * @param size elements of a group
   */
  static Work normalise(Formula elements, Formula groups, long size) {
    Formula sums = sums(groups, size);
    return Work.of(ADDITION, sums)
        .and(DIVISION, groups)
        .and(ADDITION, elements)
        .and(MULTIPLICATION, elements)
        .and(ADDITION, sums)
        .and(DIVISION, groups)
        .and(ADDITION, groups)
        .and(TRANSCENDENTAL, groups)
        .and(DIVISION, elements);
  }

  /** Additions that sum up each group. */
  static Formula sums(Formula groups, long size) {
    Factor pairs = Formula.factor("(n − 1)", size - 1);
    return size == 1 ? Formula.ZERO : groups.times(pairs);
  }
}
