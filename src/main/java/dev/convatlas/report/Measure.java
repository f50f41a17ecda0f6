package dev.convatlas.report;

import dev.convatlas.catalog.Summary;
import dev.convatlas.text.Messages;
import dev.convatlas.text.Numbers;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.LongFunction;

/**
 * A row of a comparison.
 *
 * @param note unit or convention; empty when there is none
 * @param text what is written of a model; empty when it has none
 * @param number what deltas are taken of; nothing where there is none
 * @param delta how deltas are written
 */
record Measure(
    String label,
    String note,
    Function<Summary, String> text,
    Function<Summary, Optional<Long>> number,
    Delta delta) {

  /** How a model differs from the baseline. */
  enum Delta {
    NONE,
    /** A ratio, where less is cheaper. */
    COST,
    /** A ratio that is neither good nor bad. */
    NEUTRAL,
    PIXELS
  }

  static Measure words(String label, Function<Summary, String> text) {
    return new Measure(label, "", text, model -> Optional.empty(), Delta.NONE);
  }

  static Measure number(
      String label,
      String note,
      Function<Summary, Optional<Long>> number,
      LongFunction<String> format,
      Delta delta) {
    return new Measure(
        label, note, model -> number.apply(model).map(format::apply).orElse(""), number, delta);
  }

  boolean isKnown(List<Summary> models) {
    return models.stream().anyMatch(model -> !text.apply(model).isEmpty());
  }

  Cell cell(Summary base, Summary model, Messages words) {
    String written = text.apply(model);
    if (written.isEmpty()) {
      return Cell.of(Numbers.NONE).styled("z");
    }
    Cell cell = Cell.of(written);
    Optional<Long> mine = number.apply(model);
    Optional<Long> theirs = number.apply(base);
    if (delta == Delta.NONE || model.id().equals(base.id()) || mine.isEmpty() || theirs.isEmpty()) {
      return cell;
    }
    return cell.noted(difference(theirs.get(), mine.get(), words))
        .styled(style(theirs.get(), mine.get()));
  }

  private String difference(long base, long value, Messages words) {
    return delta == Delta.PIXELS
        ? Numbers.pixelChange(base, value, words)
        : Numbers.change(base, value, words);
  }

  private String style(long base, long value) {
    if (base == value) {
      return "same";
    }
    if (delta != Delta.COST) {
      return "other";
    }
    return value < base ? "less" : "more";
  }
}
