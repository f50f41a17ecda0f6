package dev.convatlas.catalog.alignment;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntToLongFunction;

/**
 * Which edits explain how much of the difference between two models in one figure that adds up over
 * the layers.
 *
 * @param difference the second model's figure less the first one's: the sum of all amounts
 * @param shares the edits that change the figure, the largest first, whatever their sign
 * @param enough how many of them it takes to explain the difference but for a twentieth; 0 where
 *     there is none
 */
public record Attribution(long difference, List<Share> shares, int enough) {

  /** What is left unexplained may be this part of the difference. */
  private static final long TOLERANCE = 20;

  /** An edit and what it adds to the figure. */
  public record Share(Edit edit, long amount) {}

  public Attribution {
    shares = List.copyOf(shares);
  }

  /**
   * @param before figure of a layer of the first model, by its index
   * @param after the same of the second model
   * @throws ArithmeticException when a sum does not fit into 63 bits
   */
  static Attribution of(List<Edit> edits, IntToLongFunction before, IntToLongFunction after) {
    List<Share> shares = new ArrayList<>();
    long difference = 0;
    for (Edit edit : edits) {
      long amount = 0;
      for (Step step : edit.steps()) {
        long less = step.before() < 0 ? 0 : before.applyAsLong(step.before());
        long more = step.after() < 0 ? 0 : after.applyAsLong(step.after());
        amount = Math.addExact(amount, Math.subtractExact(more, less));
      }
      difference = Math.addExact(difference, amount);
      if (amount != 0) {
        shares.add(new Share(edit, amount));
      }
    }
    // The sort is stable: equal amounts keep the order of their first layers.
    shares.sort(Comparator.comparingLong((Share share) -> -Math.abs(share.amount())));
    return new Attribution(difference, shares, enough(difference, shares));
  }

  private static int enough(long difference, List<Share> shares) {
    long left = difference;
    int count = 0;
    while (Math.abs(left) > Math.abs(difference) / TOLERANCE) {
      left = Math.subtractExact(left, shares.get(count).amount());
      count++;
    }
    return count;
  }

  /** The edits that are enough. */
  public List<Share> largest() {
    return shares.subList(0, enough);
  }

  /** What these edits add up to; with signs, so that it may be a little more than all. */
  public long explained() {
    return largest().stream().mapToLong(Share::amount).reduce(0, Math::addExact);
  }

  /** How much of the difference is explained: all but what is left, not below 0. */
  public long covered() {
    return Math.abs(difference) - Math.abs(Math.subtractExact(difference, explained()));
  }

  /** What the others add up to. */
  public long rest() {
    return Math.subtractExact(difference, explained());
  }
}
