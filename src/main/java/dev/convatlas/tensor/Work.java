package dev.convatlas.tensor;

import java.util.EnumMap;
import java.util.Map;

/**
 * What one execution of a layer does for one sample, counted by kind. A kind that is absent does
 * not happen. Every counting convention is a function of these counts.
 */
public record Work(Map<Kind, Formula> counts) {

  /** Kinds of operation, each counted once per scalar operation. */
  public enum Kind {
    /** A multiplication whose product is added to a sum. */
    MULTIPLY_ACCUMULATE,
    /** Adding a bias to a finished sum. */
    BIAS_ADDITION,
    ADDITION,
    MULTIPLICATION,
    COMPARISON,
    DIVISION,
    /** Exponential, logarithm, square root, error function, trigonometric functions. */
    TRANSCENDENTAL
  }

  /** Moves elements or renames axes, without arithmetic. */
  public static final Work NONE = new Work(Map.of());

  public Work {
    Map<Kind, Formula> copy = new EnumMap<>(Kind.class);
    counts.forEach(
        (kind, formula) -> {
          if (!formula.isZero()) {
            copy.put(kind, formula);
          }
        });
    counts = java.util.Collections.unmodifiableMap(copy);
  }

  public static Work of(Kind kind, Formula formula) {
    return new Work(Map.of(kind, formula));
  }

  public Work and(Kind kind, Formula formula) {
    Map<Kind, Formula> more = new EnumMap<>(Kind.class);
    more.putAll(counts);
    more.merge(kind, formula, Formula::plus);
    return new Work(more);
  }

  public Work plus(Work other) {
    Work sum = this;
    for (Map.Entry<Kind, Formula> count : other.counts.entrySet()) {
      sum = sum.and(count.getKey(), count.getValue());
    }
    return sum;
  }

  public Formula formula(Kind kind) {
    return counts.getOrDefault(kind, Formula.ZERO);
  }

  /**
   * @throws ArithmeticException when it does not fit into 63 bits
   */
  public long count(Kind kind) {
    return formula(kind).value();
  }
}
