package dev.convatlas.report;

import dev.convatlas.analysis.Count;
import dev.convatlas.catalog.Summary;
import dev.convatlas.text.Numbers;
import java.util.List;

/** How counts are written. */
final class Counts {
  private Counts() {}

  /** {@code 11.69 M}, sorted by its value. */
  static Cell brief(Count count) {
    return Cell.of(Numbers.atLeast(count.value(), count.isExact(), Numbers::brief), count.value());
  }

  /** {@code 11,689,512}; a zero stands back, an unknown one says so. */
  static Cell exact(Count count) {
    Cell cell = Cell.of(exactText(count));
    return count.value() == 0 && count.isExact() ? cell.styled("z") : cell;
  }

  static String briefText(Count count) {
    return Numbers.atLeast(count.value(), count.isExact(), Numbers::brief);
  }

  static String exactText(Count count) {
    return Numbers.atLeast(count.value(), count.isExact(), Numbers::exact);
  }

  static Count sum(List<Count> counts) {
    return counts.stream().reduce(Count.ZERO, Count::plus);
  }

  /** Operations by the catalog's convention. */
  static Count operations(Summary summary, String convention) {
    return summary.operations().getOrDefault(convention, summary.totals().macs());
  }
}
