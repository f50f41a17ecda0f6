package dev.convatlas.chart;

import dev.convatlas.text.Numbers;
import java.util.ArrayList;
import java.util.List;

/** A value of an axis that has a grid line and numerals. */
record Tick(double value, String label) {

  /** Below this ratio, powers of ten alone would be too few ticks. */
  private static final double FEW_DECADES = 150;

  private static final List<Long> MIDDLE = List.of(10L, 20L, 50L);

  /** And below this one, 1, 2 and 5 are too few. */
  private static final double NARROW = 12;

  private static final List<Long> CLOSE = List.of(10L, 15L, 20L, 30L, 50L, 70L);

  /** Beyond it, a factor would not fit. */
  private static final long MOST = Long.MAX_VALUE / 100;

  /**
   * Zero and the multiples of 1, 2 or 5 times a power of ten up to the largest value.
   *
   * @param wanted about how many; at least 2
   */
  static List<Tick> linear(long largest, int wanted, Axis.Digits digits) {
    long step = step(largest, wanted);
    List<Tick> ticks = new ArrayList<>();
    for (long value = 0; ; value += step) {
      ticks.add(new Tick(value, digits.tick(value)));
      if (value > largest - step) {
        return ticks;
      }
    }
  }

  private static long step(long largest, int wanted) {
    long rough = Math.max(1, largest / wanted);
    long power = 1;
    while (power <= rough / 10) {
      power *= 10;
    }
    for (long factor : new long[] {1, 2, 5}) {
      if (power * factor >= rough) {
        return power * factor;
      }
    }
    return power <= Long.MAX_VALUE / 10 ? power * 10 : power * 5;
  }

  /** Quarters of a whole. */
  static List<Tick> shares() {
    List<Tick> ticks = new ArrayList<>();
    for (int quarter = 0; quarter <= 4; quarter++) {
      ticks.add(new Tick(quarter / 4.0, Numbers.share(quarter, 4).replace(".0", "")));
    }
    return ticks;
  }

  /** Round values between two values above zero: powers of ten, or more where those are few. */
  static List<Tick> logarithmic(double smallest, double largest, Axis.Digits digits) {
    double span = largest / smallest;
    List<Long> tenths = span < NARROW ? CLOSE : span < FEW_DECADES ? MIDDLE : List.of(10L);
    List<Tick> ticks = new ArrayList<>();
    for (long power = 1; power <= largest && power < MOST; power *= 10) {
      for (long tenth : tenths) {
        long value = power * tenth / 10;
        if (value >= smallest && value <= largest && power * tenth % 10 == 0) {
          ticks.add(new Tick(value, digits.tick(value)));
        }
      }
    }
    return ticks;
  }
}
