package dev.convatlas.text;

import dev.convatlas.source.Message;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.function.LongFunction;

/**
 * The one place for digits and units: how every page, file and terminal writes a number.
 *
 * <p>All of it is exact decimal arithmetic; a tie rounds away from zero (half up). Between number
 * and unit stands a no-break space (U+00A0), below zero a minus sign (U+2212), thousands are
 * separated by commas. The browser writes the same characters: {@code cells.csv} tests both.
 */
public final class Numbers {

  /** What is written where there is no number. */
  public static final String NONE = "–";

  private static final String SPACE = "\u00a0";
  private static final String MINUS = "−";

  /** What stands before a lower bound. */
  public static final String AT_LEAST = "≥" + SPACE;

  private static final String[] PREFIXES = {"", "k", "M", "G", "T", "P", "E"};
  private static final String[] SECONDS = {"s", "ms", "µs", "ns"};
  private static final int SHORT_DIGITS = 4;
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
  private static final BigDecimal THOUSAND = BigDecimal.valueOf(1000);

  private Numbers() {}

  /** All digits: {@code 11,689,512}. */
  public static String exact(long value) {
    String digits = Long.toString(value);
    return value < 0 ? MINUS + grouped(digits.substring(1)) : grouped(digits);
  }

  /** The sentence with its long numbers in groups of three, those of sentences inside it too. */
  public static Message grouped(Message message) {
    return new Message(
        message.key(), message.arguments().stream().map(Numbers::groupedArgument).toList());
  }

  private static Object groupedArgument(Object argument) {
    if (argument instanceof Message inner) {
      return grouped(inner);
    }
    return argument instanceof Long number ? exact(number) : argument;
  }

  /** Four significant digits and an SI prefix: {@code 11.69 M}; all digits below 1,000. */
  public static String brief(long value) {
    return brief(value, SHORT_DIGITS);
  }

  /**
   * @param digits significant digits, at least 3
   */
  public static String brief(long value, int digits) {
    return scaled(value, digits, "");
  }

  /** The same without zeros at its end, for the ticks of an axis: {@code 2.5 M}, {@code 1 G}. */
  public static String tick(long value) {
    return scaled(value, SHORT_DIGITS, "").replaceFirst("\\.?0+(?=" + SPACE + ")", "");
  }

  /**
   * Bytes, in powers of 1,000 so that they stay comparable with counts of elements: 11.69 M
   * parameters of 4 bytes are {@code 46.76 MB}.
   */
  public static String bytes(long value) {
    return scaled(value, SHORT_DIGITS, "B");
  }

  /** {@code 435 px}. */
  public static String pixels(long value) {
    return exact(value) + SPACE + "px";
  }

  /** Four significant digits and an SI prefix: {@code 19.50 T}. */
  public static String brief(BigDecimal value) {
    return brief(value.setScale(0, RoundingMode.HALF_UP).longValue());
  }

  /** {@code 12.5}: so many digits after the point. */
  public static String decimal(BigDecimal value, int decimals) {
    return grouped(value.setScale(decimals, RoundingMode.HALF_UP));
  }

  /** A fraction without zeros at its end: {@code 0.75}, {@code 2}; at most three decimals. */
  public static String decimal(long numerator, long denominator) {
    BigDecimal value = quotient(numerator, denominator, 3).stripTrailingZeros();
    return grouped(value.setScale(Math.max(0, value.scale()), RoundingMode.UNNECESSARY));
  }

  /** Four significant digits, in the unit that fits: {@code 1.234 ms}. */
  public static String seconds(BigDecimal seconds) {
    BigDecimal value = seconds;
    int unit = 0;
    while (unit < SECONDS.length - 1 && value.signum() > 0 && value.compareTo(BigDecimal.ONE) < 0) {
      value = value.movePointRight(3);
      unit++;
    }
    return grouped(significant(value, SHORT_DIGITS)) + SPACE + SECONDS[unit];
  }

  /** What is written of a number that may be larger than known: {@code ≥ 1.200 G}. */
  public static String atLeast(long value, boolean isExact, LongFunction<String> format) {
    return (isExact ? "" : AT_LEAST) + format.apply(value);
  }

  /**
   * One number divided by another: {@code 155.2}, {@code 1,024.0}.
   *
   * @param decimals digits after the point
   * @return {@link #NONE} when the divisor is 0
   */
  public static String ratio(long dividend, long divisor, int decimals) {
    return divisor == 0 ? NONE : grouped(quotient(dividend, divisor, decimals));
  }

  /**
   * One number divided by another, neither negative, in thousandths: for places on an axis.
   *
   * @throws ArithmeticException when the divisor is 0, or the result does not fit into 63 bits
   */
  public static long thousandths(long dividend, long divisor) {
    return quotient(dividend, divisor, 3).movePointRight(3).longValueExact();
  }

  /**
   * A part of a whole, neither negative: {@code 12.3 %}. Only nothing is {@code 0 %} and only
   * everything is {@code 100 %}; what would round to them is {@code <0.1 %} and {@code >99.9 %}.
   *
   * @return {@link #NONE} when the whole is 0
   */
  public static String share(long part, long whole) {
    if (whole == 0) {
      return NONE;
    }
    if (part == 0 || part == whole) {
      return (part == 0 ? "0" : "100") + SPACE + "%";
    }
    BigDecimal percent = percent(BigInteger.valueOf(part), whole);
    if (percent.signum() == 0) {
      return "<0.1" + SPACE + "%";
    }
    return (percent.compareTo(HUNDRED) == 0 ? ">99.9" : grouped(percent)) + SPACE + "%";
  }

  /**
   * How a figure differs from the baseline's, neither negative: {@code +12.3 %} between half and
   * double, {@code ×2.4} and {@code ÷3.1} from there on, the word for "same" when they are equal. A
   * difference that would round to nothing is {@code +<0.1 %}; from or to 0, where no ratio exists,
   * it is the difference itself: {@code +1.200 k}.
   */
  public static String change(long base, long value, Messages words) {
    return change(base, value, Numbers::brief, words);
  }

  /**
   * @param format how the difference is written where there is no ratio
   */
  public static String change(long base, long value, LongFunction<String> format, Messages words) {
    if (base == value) {
      return words.text("number.same");
    }
    if (base == 0 || value == 0) {
      return signed(BigInteger.valueOf(value).subtract(BigInteger.valueOf(base)), format);
    }
    if (value / base >= 2) {
      return "×" + factor(value, base);
    }
    if (base / value >= 2) {
      return "÷" + factor(base, value);
    }
    BigInteger difference = BigInteger.valueOf(value).subtract(BigInteger.valueOf(base));
    BigDecimal percent = percent(difference.abs(), base);
    String sign = difference.signum() < 0 ? MINUS : "+";
    return sign + (percent.signum() == 0 ? "<0.1" : percent.toString()) + SPACE + "%";
  }

  /** How many pixels more or fewer: {@code +64 px}, or the word for "same". */
  public static String pixelChange(long base, long value, Messages words) {
    return base == value
        ? words.text("number.same")
        : signed(BigInteger.valueOf(value).subtract(BigInteger.valueOf(base)), Numbers::pixels);
  }

  /** A difference with its sign, {@code +1.200 G}; nothing is {@code 0} and has none. */
  public static String signed(long difference, LongFunction<String> format) {
    return signed(BigInteger.valueOf(difference), format);
  }

  private static String signed(BigInteger difference, LongFunction<String> format) {
    return (difference.signum() > 0 ? "+" : "") + format.apply(difference.longValueExact());
  }

  /** One decimal below 10, none from there on: nobody needs {@code ×127.3}. */
  private static String factor(long larger, long smaller) {
    BigDecimal tenths = quotient(larger, smaller, 1);
    return grouped(tenths.compareTo(BigDecimal.TEN) < 0 ? tenths : quotient(larger, smaller, 0));
  }

  private static BigDecimal percent(BigInteger part, long whole) {
    return new BigDecimal(part)
        .multiply(HUNDRED)
        .divide(BigDecimal.valueOf(whole), 1, RoundingMode.HALF_UP);
  }

  private static BigDecimal quotient(long dividend, long divisor, int decimals) {
    return BigDecimal.valueOf(dividend)
        .divide(BigDecimal.valueOf(divisor), decimals, RoundingMode.HALF_UP);
  }

  private static String scaled(long value, int digits, String unit) {
    BigDecimal size = BigDecimal.valueOf(value).abs();
    int prefix = 0;
    while (size.compareTo(THOUSAND) >= 0) {
      size = size.movePointLeft(3);
      prefix++;
    }
    if (prefix > 0) {
      size = significant(size, digits);
      if (size.compareTo(THOUSAND) >= 0) {
        size = significant(size.movePointLeft(3), digits);
        prefix++;
      }
    }
    String suffix = PREFIXES[prefix] + unit;
    String number = (value < 0 ? MINUS : "") + size.toPlainString();
    return suffix.isEmpty() ? number : number + SPACE + suffix;
  }

  private static BigDecimal significant(BigDecimal size, int digits) {
    int whole = size.precision() - size.scale();
    BigDecimal rounded = size.setScale(Math.max(0, digits - whole), RoundingMode.HALF_UP);
    // 9.9996 has become 10.000, a digit too many.
    return rounded.precision() > digits && rounded.scale() > 0
        ? rounded.setScale(rounded.scale() - 1, RoundingMode.HALF_UP)
        : rounded;
  }

  private static String grouped(BigDecimal number) {
    return (number.signum() < 0 ? MINUS : "") + grouped(number.abs().toPlainString());
  }

  /**
   * @param digits without a sign
   */
  private static String grouped(String digits) {
    int point = digits.indexOf('.');
    int end = point < 0 ? digits.length() : point;
    StringBuilder text = new StringBuilder(digits);
    for (int i = end - 3; i > 0; i -= 3) {
      text.insert(i, ',');
    }
    return text.toString();
  }
}
