package dev.convatlas.definition;

import dev.convatlas.source.Limit;
import dev.convatlas.source.Limits;
import dev.convatlas.source.Refusal;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * How exactly expressions compute: decimal numbers of as many digits as {@link
 * Limit#EXPRESSION_DIGITS} allows, and some more on the way, so that a third times three is one.
 *
 * @param digits that count when numbers are compared, rounded or given away
 */
record Precision(int digits) {
  private static final int GUARD = 8;
  private static final int MOST = 10_000;

  static Precision of(Limits limits) {
    return new Precision((int) Math.min(limits.get(Limit.EXPRESSION_DIGITS), MOST));
  }

  /** For the steps of a computation. */
  MathContext working() {
    return new MathContext(digits + GUARD, RoundingMode.HALF_EVEN);
  }

  /** Without the digits that only the steps of a computation have. */
  BigDecimal settled(BigDecimal number) {
    return number.round(new MathContext(digits, RoundingMode.HALF_EVEN));
  }

  /** The number itself, when its size is in bounds. */
  BigDecimal bounded(BigDecimal number) {
    long magnitude = (long) number.precision() - number.scale();
    if (number.signum() != 0 && Math.abs(magnitude) > digits) {
      throw tooLarge();
    }
    return number;
  }

  BigDecimal divide(BigDecimal a, BigDecimal b) {
    if (b.signum() == 0) {
      throw Refusal.of("expression.division");
    }
    if (isSmall(a) && isSmall(b) && a.longValue() % b.longValue() == 0) {
      return BigDecimal.valueOf(a.longValue() / b.longValue());
    }
    return a.divide(b, working());
  }

  /** Whole and of few digits, as channels and kernels are: long division does the same, sooner. */
  private static boolean isSmall(BigDecimal number) {
    return number.scale() == 0 && number.precision() <= 18;
  }

  /** What is left of a division rounded down, as Python's {@code %}: it has the divisor's sign. */
  BigDecimal remainder(BigDecimal a, BigDecimal b) {
    BigDecimal quotient = settled(divide(a, b)).setScale(0, RoundingMode.FLOOR);
    return a.subtract(quotient.multiply(b), working());
  }

  /** Exact for a whole exponent, in doubles for any other. */
  BigDecimal power(BigDecimal base, BigDecimal exponent) {
    BigDecimal settled = settled(exponent);
    boolean whole = settled.stripTrailingZeros().scale() <= 0;
    if ((base.signum() == 0 && exponent.signum() < 0) || (base.signum() < 0 && !whole)) {
      throw Refusal.of("expression.power", base.toPlainString(), exponent.toPlainString());
    }
    if (base.signum() == 0 || exponent.signum() == 0) {
      return exponent.signum() == 0 ? BigDecimal.ONE : BigDecimal.ZERO;
    }
    double size = StrictMath.log10(Math.abs(base.doubleValue())) * exponent.doubleValue();
    // The size first: 9^9^9 would not end.
    if (Math.abs(size) > digits || settled.abs().compareTo(BigDecimal.valueOf(99_999_999)) > 0) {
      throw tooLarge();
    }
    if (!whole) {
      return real(StrictMath.pow(base.doubleValue(), exponent.doubleValue()));
    }
    BigDecimal power = base.pow(settled.abs().intValueExact(), working());
    return settled.signum() < 0 ? BigDecimal.ONE.divide(power, working()) : power;
  }

  /** A double as Python writes it: the shortest number that is nearest to it. */
  BigDecimal real(double value) {
    if (!Double.isFinite(value)) {
      throw tooLarge();
    }
    return BigDecimal.valueOf(value);
  }

  Refusal tooLarge() {
    return Refusal.of("limit." + Limit.EXPRESSION_DIGITS.key(), digits);
  }
}
