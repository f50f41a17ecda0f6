package dev.convatlas.analysis.findings;

import java.math.BigInteger;

/** A rational number in lowest terms, of either sign. */
record Fraction(long numerator, long denominator) {

  static final Fraction ZERO = new Fraction(0, 1);

  Fraction {
    long divisor =
        BigInteger.valueOf(numerator).gcd(BigInteger.valueOf(denominator)).longValueExact();
    numerator = numerator / divisor;
    denominator = denominator / divisor;
    if (denominator < 1) {
      throw new IllegalArgumentException(numerator + "/" + denominator);
    }
  }

  Fraction plus(Fraction other) {
    return new Fraction(
        Math.addExact(
            Math.multiplyExact(numerator, other.denominator),
            Math.multiplyExact(other.numerator, denominator)),
        Math.multiplyExact(denominator, other.denominator));
  }

  Fraction times(long top, long bottom) {
    return new Fraction(
        Math.multiplyExact(numerator, top), Math.multiplyExact(denominator, bottom));
  }

  Fraction distance(Fraction other) {
    Fraction difference = plus(other.times(-1, 1));
    return difference.numerator < 0 ? difference.times(-1, 1) : difference;
  }

  /** {@code 8}, {@code 10.5}, {@code 16/3}. */
  @Override
  public String toString() {
    if (denominator == 1) {
      return Long.toString(numerator);
    }
    return denominator == 2 ? numerator / 2 + ".5" : numerator + "/" + denominator;
  }
}
