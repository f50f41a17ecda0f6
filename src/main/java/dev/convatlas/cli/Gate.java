package dev.convatlas.cli;

import dev.convatlas.analysis.Count;
import dev.convatlas.catalog.comparison.Comparison;
import dev.convatlas.catalog.comparison.Traits;
import dev.convatlas.catalog.comparison.Value;
import dev.convatlas.report.ComparisonTable;
import dev.convatlas.source.Message;
import dev.convatlas.source.Nearest;
import dev.convatlas.text.Messages;
import dev.convatlas.text.Numbers;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A condition under which a comparison fails, such as {@code macs>+5%}: a figure's change from the
 * baseline, in percent of it, in its own unit ({@code +1M}) or as a factor ({@code x2}).
 *
 * @param written as the person wrote it
 * @param figure one of {@link Traits#FIGURES}
 * @param operator {@code >}, {@code <}, {@code >=} or {@code <=}
 * @param threshold what the change is compared with
 */
record Gate(String written, String figure, String operator, Form form, BigDecimal threshold) {

  /** What the threshold is. */
  enum Form {
    PERCENT,
    AMOUNT,
    FACTOR
  }

  private static final Pattern NAME = Pattern.compile("\\s*([A-Za-z_]*)\\s*");
  private static final Pattern OPERATOR = Pattern.compile("([<>]=?)\\s*");
  private static final Pattern CHANGE =
      Pattern.compile("([+\\-−])\\s*([0-9]{1,18}(?:\\.[0-9]{1,18})?)\\s*(%|[kMGT])?\\s*");
  private static final Pattern FACTOR =
      Pattern.compile("[x×]\\s*([0-9]{1,18}(?:\\.[0-9]{1,18})?)\\s*");
  private static final Map<String, Integer> POWERS = Map.of("k", 3, "M", 6, "G", 9, "T", 12);

  /**
   * @throws Stopped with a caret under what cannot be read
   */
  static Gate parse(String written) {
    Matcher name = NAME.matcher(written);
    name.lookingAt();
    String figure = name.group(1);
    if (!Traits.FIGURES.contains(figure)) {
      throw wrong(written, name.start(1), unknown(figure));
    }
    Matcher operator = OPERATOR.matcher(written).region(name.end(), written.length());
    if (!operator.lookingAt()) {
      throw wrong(written, name.end(), Message.of("gate.operator"));
    }
    Matcher factor = FACTOR.matcher(written).region(operator.end(), written.length());
    if (factor.lookingAt()) {
      end(written, factor.end());
      BigDecimal times = new BigDecimal(factor.group(1));
      return new Gate(written.strip(), figure, operator.group(1), Form.FACTOR, times);
    }
    Matcher change = CHANGE.matcher(written).region(operator.end(), written.length());
    if (!change.lookingAt()) {
      throw wrong(written, operator.end(), Message.of("gate.change"));
    }
    end(written, change.end());
    return new Gate(
        written.strip(),
        figure,
        operator.group(1),
        "%".equals(change.group(3)) ? Form.PERCENT : Form.AMOUNT,
        amount(change));
  }

  private static BigDecimal amount(Matcher change) {
    BigDecimal size = new BigDecimal(change.group(2));
    int power = change.group(3) == null ? 0 : POWERS.getOrDefault(change.group(3), 0);
    BigDecimal scaled = size.scaleByPowerOfTen(power);
    return change.group(1).equals("+") ? scaled : scaled.negate();
  }

  private static void end(String written, int end) {
    if (end < written.length()) {
      throw wrong(written, end, Message.of("gate.end"));
    }
  }

  private static Message unknown(String figure) {
    String known = String.join(", ", Traits.FIGURES);
    return Nearest.name(figure, Traits.FIGURES)
        .map(near -> Message.of("gate.figure.near", figure, near))
        .orElseGet(() -> Message.of("gate.figure", figure, known));
  }

  private static Stopped wrong(String written, int at, Message why) {
    String caret = " ".repeat(written.codePointCount(0, at)) + "^";
    return Stopped.with(Exit.USAGE, "gate.syntax", why, written, caret);
  }

  /**
   * Why the gate is closed; empty where it is open. A figure that nobody knows exactly closes it,
   * unless both models have the same.
   *
   * @param model index of the model that is compared with the baseline
   */
  Optional<String> closed(Comparison comparison, int model, String name, Messages words) {
    Comparison.Row row =
        comparison.rows().stream()
            .filter(line -> line.trait().id().equals(figure))
            .findFirst()
            .orElseThrow();
    Value base = row.values().get(comparison.base());
    Value value = row.values().get(model);
    if (!value.equals(base) && (exact(base).isEmpty() || exact(value).isEmpty())) {
      return Optional.of(words.text("gate.unknown", name, written, figure));
    }
    if (!(base instanceof Value.Amount old) || !(value instanceof Value.Amount young)) {
      return Optional.empty();
    }
    long before = old.count().value();
    long after = young.count().value();
    return holds(before, after)
        ? Optional.of(
            words.text(
                "gate.closed",
                name,
                written,
                Numbers.exact(before),
                Numbers.exact(after),
                ComparisonTable.change(row.trait(), before, after, words)))
        : Optional.empty();
  }

  private static Optional<Count> exact(Value value) {
    return value instanceof Value.Amount number && number.count().isExact()
        ? Optional.of(number.count())
        : Optional.empty();
  }

  /** Exact: both sides are multiplied out, so that nothing is divided. */
  boolean holds(long before, long after) {
    BigDecimal old = BigDecimal.valueOf(before);
    BigDecimal young = BigDecimal.valueOf(after);
    BigDecimal change = young.subtract(old);
    int order =
        switch (form) {
          case PERCENT -> change.scaleByPowerOfTen(2).compareTo(threshold.multiply(old));
          case AMOUNT -> change.compareTo(threshold);
          case FACTOR -> young.compareTo(threshold.multiply(old));
        };
    return switch (operator) {
      case ">" -> order > 0;
      case "<" -> order < 0;
      case ">=" -> order >= 0;
      default -> order <= 0;
    };
  }
}
