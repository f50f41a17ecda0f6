package dev.convatlas.chart;

import dev.convatlas.analysis.Count;
import dev.convatlas.convention.Convention;
import dev.convatlas.source.Message;
import java.util.List;

/**
 * The operations of a model by one convention.
 *
 * @param counts one for each row of the analysis
 */
record Tally(Convention convention, List<Count> counts, Count total) {

  Tally {
    counts = List.copyOf(counts);
  }

  static Tally of(Convention convention, List<Count> counts) {
    return new Tally(convention, counts, counts.stream().reduce(Count.ZERO, Count::plus));
  }

  long count(int row) {
    return counts.get(row).value();
  }

  /** What is counted, and by whom. */
  Message name() {
    return name(convention);
  }

  static Message name(Convention convention) {
    return Message.of("chart.axis.counted", convention.unit().text(), convention.name());
  }
}
