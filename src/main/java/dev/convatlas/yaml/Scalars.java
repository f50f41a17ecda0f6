package dev.convatlas.yaml;

import dev.convatlas.yaml.Value.Scalar;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Scalars read by what is expected of them, after YAML 1.2's core schema: {@code no}, {@code on},
 * {@code 010} and {@code 1:30} are what they look like.
 */
public final class Scalars {
  private static final Pattern DECIMAL =
      Pattern.compile("[-+]?(\\.[0-9]+|[0-9]+(\\.[0-9]*)?)([eE][-+]?[0-9]{1,4})?");
  private static final Pattern PREFIXED = Pattern.compile("0x[0-9a-fA-F]{1,32}|0o[0-7]{1,42}");

  /** What numbers begin with. */
  private static final String STARTS = "0123456789+-.";

  /** So many digits fit into 63 bits, whatever they are. */
  private static final int LONG_DIGITS = 18;

  /** Longer numbers are no figure of a network. */
  private static final int MOST_CHARACTERS = 100;

  private Scalars() {}

  /** A number, whole or not; quoted text is none. */
  public static Optional<BigDecimal> number(Value value) {
    return value instanceof Scalar scalar && scalar.plain()
        ? number(scalar.text())
        : Optional.empty();
  }

  private static Optional<BigDecimal> number(String text) {
    if (text.isEmpty() || text.length() > MOST_CHARACTERS || STARTS.indexOf(text.charAt(0)) < 0) {
      return Optional.empty();
    }
    if (isShort(text)) {
      return Optional.of(BigDecimal.valueOf(Long.parseLong(text)));
    }
    if (PREFIXED.matcher(text).matches()) {
      int radix = text.charAt(1) == 'x' ? 16 : 8;
      return Optional.of(new BigDecimal(new BigInteger(text.substring(2), radix)));
    }
    return DECIMAL.matcher(text).matches() ? Optional.of(new BigDecimal(text)) : Optional.empty();
  }

  /** Most numbers are a few digits: no pattern is needed to see that. */
  private static boolean isShort(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) < '0' || text.charAt(i) > '9') {
        return false;
      }
    }
    return text.length() <= LONG_DIGITS;
  }

  /** A whole number that fits into 64 bits. {@code 2.0} is whole, {@code 2.5} is not. */
  public static Optional<Long> whole(Value value) {
    return number(value).flatMap(Scalars::whole);
  }

  /** The same number as a long, when it is one. */
  public static Optional<Long> whole(BigDecimal number) {
    if (number.signum() == 0) {
      return Optional.of(0L);
    }
    // Sizes first: toBigInteger of 1e999999999 would not end.
    if (number.precision() - (long) number.scale() > 19 || number.scale() > MOST_CHARACTERS) {
      return Optional.empty();
    }
    try {
      return Optional.of(number.longValueExact());
    } catch (ArithmeticException notWhole) {
      return Optional.empty();
    }
  }

  public static Optional<Boolean> truth(Value value) {
    if (!(value instanceof Scalar scalar) || !scalar.plain()) {
      return Optional.empty();
    }
    return switch (scalar.text()) {
      case "true", "True", "TRUE" -> Optional.of(true);
      case "false", "False", "FALSE" -> Optional.of(false);
      default -> Optional.empty();
    };
  }

  /** Text, quoted or plain; nothing is no text. */
  public static Optional<String> text(Value value) {
    return value instanceof Scalar scalar && !scalar.isNull()
        ? Optional.of(scalar.text())
        : Optional.empty();
  }
}
