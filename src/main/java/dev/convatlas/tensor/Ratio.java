package dev.convatlas.tensor;

import java.math.BigInteger;

/**
 * A positive rational number in lowest terms: the jump of a receptive field, in input pixels for
 * each step of the output.
 */
public record Ratio(long numerator, long denominator) implements Comparable<Ratio> {

  public static final Ratio ONE = new Ratio(1, 1);

  public Ratio {
    if (numerator < 1 || denominator < 1) {
      throw new IllegalArgumentException(numerator + "/" + denominator);
    }
    long divisor = gcd(numerator, denominator);
    numerator /= divisor;
    denominator /= divisor;
  }

  public boolean isWhole() {
    return denominator == 1;
  }

  @Override
  public int compareTo(Ratio other) {
    return BigInteger.valueOf(numerator)
        .multiply(BigInteger.valueOf(other.denominator))
        .compareTo(BigInteger.valueOf(other.numerator).multiply(BigInteger.valueOf(denominator)));
  }

  /** {@code 32} or {@code 1/2}. */
  @Override
  public String toString() {
    return isWhole() ? Long.toString(numerator) : numerator + "/" + denominator;
  }

  static long lcm(long a, long b) {
    return Math.multiplyExact(a / gcd(a, b), b);
  }

  static long gcd(long a, long b) {
    return b == 0 ? Math.abs(a) : gcd(b, a % b);
  }
}
