package dev.convatlas.chart;

import dev.convatlas.analysis.Row;
import dev.convatlas.source.Message;
import dev.convatlas.text.Numbers;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Parameters and compute added up from the input to the output, as shares of their totals. */
final class CumulativeChart {
  private CumulativeChart() {}

  static Optional<Chart> of(Subject subject, Tally tally) {
    List<Row> rows = subject.rows();
    List<Series.Point> ofParams = new ArrayList<>();
    List<Series.Point> ofMacs = new ArrayList<>();
    List<List<Object>> table = new ArrayList<>();
    long params = 0;
    long macs = 0;
    for (int i = 0; i < rows.size(); i++) {
      Row row = rows.get(i);
      params = Math.addExact(params, row.params().value());
      macs = Math.addExact(macs, tally.count(i));
      ofParams.add(Series.Point.of(i, params));
      ofMacs.add(Series.Point.of(i, macs));
      if (row.params().value() > 0 || subject.isCounted(i)) {
        table.add(List.of(row.node().path(), params, macs));
      }
    }
    if (params == 0 && subject.usual().total().value() == 0) {
      return Optional.empty();
    }
    List<Series> series = new ArrayList<>();
    if (params > 0) {
      series.add(new Series(Message.of("chart.axis.params"), 0, 0, params, ofParams));
    }
    if (macs > 0) {
      series.add(new Series(tally.name(), 1, 0, macs, ofMacs));
    }
    Picture picture =
        new Picture(
            Picture.Form.LINES,
            Axis.order(Message.of("chart.axis.operations")),
            Axis.shares(Message.of("chart.axis.share")),
            subject.categories(),
            series,
            List.of());
    return Optional.of(
        new Chart(
            "cumulative",
            Message.of("chart.cumulative"),
            Message.of(
                "chart.cumulative.alt",
                Numbers.share(half(ofParams) + 1, rows.size()),
                Numbers.share(half(ofMacs) + 1, rows.size()),
                tally.name()),
            List.of(),
            picture,
            new Table(
                List.of(
                    Message.of("chart.column.layer"),
                    Message.of("chart.axis.params"),
                    tally.name()),
                table)));
  }

  /** Index of the operation with which half of the whole is reached. */
  private static int half(List<Series.Point> sums) {
    long whole = sums.get(sums.size() - 1).y();
    int index = 0;
    while (sums.get(index).y() < whole - sums.get(index).y()) {
      index++;
    }
    return index;
  }
}
