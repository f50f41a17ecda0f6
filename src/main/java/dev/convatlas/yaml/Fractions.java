package dev.convatlas.yaml;

import dev.convatlas.source.Diagnostic;
import dev.convatlas.yaml.Value.Scalar;
import dev.convatlas.yaml.Value.Sequence;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Fractions where whole numbers are expected: what a quotient or a scaled width leaves behind. */
public final class Fractions {
  private Fractions() {}

  /**
   * The same diagnostic of a value; with how to round where that would mend it.
   *
   * @param allowed whether a value would do
   */
  public static Diagnostic hinted(Diagnostic diagnostic, Value value, Predicate<Value> allowed) {
    Value rounded = rounded(value);
    return !rounded.equals(value) && allowed.test(rounded)
        ? diagnostic.with(Diagnostic.Note.of("yaml.fraction"))
        : diagnostic;
  }

  private static Value rounded(Value value) {
    if (value instanceof Sequence list) {
      List<Value> items = list.items().stream().map(Fractions::rounded).toList();
      return new Sequence(list.span(), items);
    }
    Optional<BigDecimal> fraction =
        Scalars.number(value).filter(number -> number.stripTrailingZeros().scale() > 0);
    return fraction.<Value>map(number -> new Scalar(value.span(), up(number), true)).orElse(value);
  }

  private static String up(BigDecimal number) {
    return number.setScale(0, RoundingMode.UP).toPlainString();
  }
}
