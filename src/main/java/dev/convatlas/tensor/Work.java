package dev.convatlas.tensor;

import dev.convatlas.source.Message;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * What one execution of a layer does for one sample, counted by kind. A kind that is absent does
 * not happen, unless something is missing. Every counting convention is a function of these counts.
 *
 * @param missing why there is more work than the counts say; empty when they are all there is.
 *     Unknown is not zero: a total of counts with something missing is a lower bound
 */
public record Work(Map<Kind, Formula> counts, Optional<Message> missing) {

  /** Kinds of operation, each counted once per scalar operation. */
  public enum Kind {
    /**
     * A multiplication whose product is added to a sum, in convolutions and matrix products only:
     * what the default convention counts. Sums of squares, weighted means and the like count as
     * multiplications and additions.
     */
    MULTIPLY_ACCUMULATE,
    /** Adding a bias to a finished sum. */
    BIAS_ADDITION,
    /** Subtractions too. */
    ADDITION,
    MULTIPLICATION,
    COMPARISON,
    DIVISION,
    /** Exponential, logarithm, power, square root, error function, trigonometric functions. */
    TRANSCENDENTAL
  }

  /** Moves elements or renames axes, without arithmetic. */
  public static final Work NONE = new Work(Map.of(), Optional.empty());

  public Work {
    Map<Kind, Formula> copy = new EnumMap<>(Kind.class);
    counts.forEach(
        (kind, formula) -> {
          if (!formula.isZero()) {
            copy.put(kind, formula);
          }
        });
    counts = Collections.unmodifiableMap(copy);
  }

  public static Work of(Kind kind, Formula formula) {
    return new Work(Map.of(kind, formula), Optional.empty());
  }

  public static Work of(Map<Kind, Formula> counts) {
    return new Work(counts, Optional.empty());
  }

  /** Work of which nothing is known. */
  public static Work unknown(Message why) {
    return NONE.atLeast(why);
  }

  /** These counts, and more that nobody knows. */
  public Work atLeast(Message why) {
    return new Work(counts, Optional.of(why));
  }

  public Work and(Kind kind, Formula formula) {
    Map<Kind, Formula> more = new EnumMap<>(Kind.class);
    more.putAll(counts);
    more.merge(kind, formula, Formula::plus);
    return new Work(more, missing);
  }

  /** Both together; the first reason stands for what is missing. */
  public Work plus(Work other) {
    Work sum = missing.isPresent() ? this : new Work(counts, other.missing);
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
