package dev.convatlas.chart;

import dev.convatlas.source.Message;
import dev.convatlas.text.Numbers;
import java.util.List;

/**
 * An axis.
 *
 * @param name what it measures, with its unit
 * @param digits how its values are written
 */
public record Axis(Message name, Scale scale, Digits digits) {

  /** The output's place on an axis of depth. */
  static final long DEEPEST = 1_000_000;

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
    EXACT,
    /** Thousandths, written as fractions: ratios. */
    THOUSANDTHS;

    /** Beside a bar. */
    String label(long value) {
      return switch (this) {
        case BRIEF -> Numbers.brief(value, 3);
        case EXACT -> Numbers.exact(value);
        case THOUSANDTHS -> Numbers.decimal(value, 1000);
      };
    }

    String tick(long value) {
      return this == BRIEF ? Numbers.tick(value) : label(value);
    }
  }

  Axis wordless() {
    return new Axis(new Message("", List.of()), scale, digits);
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

  /** Of values that are given in thousandths. */
  static Axis thousandths(Message name, Scale scale) {
    return new Axis(name, scale, Digits.THOUSANDTHS);
  }

  /** How deep something lies, from the input at 0 to the output at {@link #DEEPEST}. */
  static Axis depth(Message name) {
    return new Axis(name, Scale.SHARE, Digits.EXACT);
  }

  static Axis logarithmic(Message name) {
    return new Axis(name, Scale.LOGARITHMIC, Digits.BRIEF);
  }
}
