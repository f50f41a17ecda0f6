package dev.convatlas.chart;

import dev.convatlas.analysis.Analysis;
import dev.convatlas.analysis.Row;
import dev.convatlas.analysis.memory.Memory;
import dev.convatlas.analysis.memory.NumberType;
import dev.convatlas.source.Message;
import dev.convatlas.text.Numbers;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Bytes of activations that are alive while each layer runs, in fp32. */
final class MemoryChart {
  private MemoryChart() {}

  static Optional<Chart> of(Analysis analysis) {
    Memory memory = Memory.of(analysis, false);
    if (memory.peak().live() == 0) {
      return Optional.empty();
    }
    List<Row> rows = new ArrayList<>();
    List<Series.Point> points = new ArrayList<>();
    List<List<Object>> table = new ArrayList<>();
    for (Memory.Step step : memory.timeline()) {
      Row row = analysis.rows().get(step.node());
      long bytes = NumberType.FP32.bytes(step.live());
      points.add(Series.Point.of(rows.size(), bytes));
      rows.add(row);
      table.add(List.of(row.node().path(), bytes));
    }
    long peak = NumberType.FP32.bytes(memory.peak().live());
    Picture picture =
        new Picture(
            Picture.Form.LINES,
            Axis.order(Message.of("chart.axis.operations")),
            Axis.counts(Message.of("chart.axis.alive")),
            Layers.categories(rows),
            List.of(Series.of(Message.of("chart.axis.alive"), 0, points)),
            List.of());
    return Optional.of(
        new Chart(
            "memory",
            Message.of("chart.memory"),
            Message.of(
                "chart.memory.alt",
                Numbers.bytes(peak),
                analysis.rows().get(memory.peak().node()).node().path()),
            List.of(),
            picture,
            new Table(
                List.of(Message.of("chart.column.layer"), Message.of("chart.axis.alive")), table)));
  }
}
