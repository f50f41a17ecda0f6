package dev.convatlas.chart;

import dev.convatlas.source.Message;
import dev.convatlas.text.Numbers;

/**
 * An axis.
 *
 * @param name what it measures, with its unit
 * @param digits how its values are written
 */
public record Axis(Message name, Scale scale, Digits digits) {

  /** How values become places. */
  public enum Scale {
    /** Categories, one beside the other. */
    ORDER,
    /** From zero. */
    LINEAR,
    /** Only values above zero. */
    LOGARITHMIC,
    /** Each value as a share of its series' whole, from 0 to 100 %. */
    SHARE
  }

  /** How values are written. */
  public enum Digits {
    /** Rounded, with an SI prefix: counts of millions. */
    BRIEF,
    /** All of them: pixels. */
    EXACT;

    /** Beside a bar. */
    String label(long value) {
      return this == EXACT ? Numbers.exact(value) : Numbers.brief(value, 3);
    }

    String tick(long value) {
      return this == EXACT ? Numbers.exact(value) : Numbers.tick(value);
    }
  }

  static Axis order(Message name) {
    return new Axis(name, Scale.ORDER, Digits.EXACT);
  }

  static Axis counts(Message name) {
    return new Axis(name, Scale.LINEAR, Digits.BRIEF);
  }

  static Axis pixels(Message name) {
    return new Axis(name, Scale.LINEAR, Digits.EXACT);
  }

  static Axis shares(Message name) {
    return new Axis(name, Scale.SHARE, Digits.BRIEF);
  }

  static Axis logarithmic(Message name) {
    return new Axis(name, Scale.LOGARITHMIC, Digits.BRIEF);
  }
}
