package dev.convatlas.chart;

import dev.convatlas.text.Numbers;
import java.util.ArrayList;
import java.util.List;

/** A value of an axis that has a grid line and numerals. */
record Tick(double value, String label) {

  /**
   * Zero and the multiples of 1, 2 or 5 times a power of ten up to the largest value.
   *
   * @param wanted about how many; at least 2
   */
  static List<Tick> linear(long largest, int wanted) {
    long step = step(largest, wanted);
    List<Tick> ticks = new ArrayList<>();
    for (long value = 0; ; value += step) {
      ticks.add(new Tick(value, Numbers.tick(value)));
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

  /** Powers of ten between two values above zero; with 2 and 5 times them where there are few. */
  static List<Tick> logarithmic(double smallest, double largest) {
    boolean few = Math.log10(largest / smallest) < 2.2;
    List<Tick> ticks = new ArrayList<>();
    for (long power = 1; ; power *= 10) {
      for (long factor : few ? new long[] {1, 2, 5} : new long[] {1}) {
        double value = (double) power * factor;
        if (value >= smallest && value <= largest) {
          ticks.add(new Tick(value, Numbers.tick(power * factor)));
        }
      }
      if (power > largest / 10 || power > Long.MAX_VALUE / 100) {
        return ticks;
      }
    }
  }
}
