package dev.convatlas.chart;

import dev.convatlas.analysis.Analysis;
import dev.convatlas.analysis.Row;
import dev.convatlas.source.Message;
import dev.convatlas.text.Numbers;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** How parameters and compute are spread over the stages: a model's groups of layers. */
final class StageChart {
  private static final int MOST_STAGES = 24;

  private StageChart() {}

  private record Stage(String name, long params, long macs) {}

  /** Nothing where the model has no groups, or too many of them to be called stages. */
  static Optional<Chart> of(Analysis analysis) {
    List<Stage> stages = stages(analysis.rows());
    boolean grouped =
        Layers.categories(analysis.rows()).stream().anyMatch(c -> c.path().size() > 1);
    if (!grouped || stages.size() < 2 || stages.size() > MOST_STAGES) {
      return Optional.empty();
    }
    long params = analysis.totals().params().value();
    long macs = analysis.totals().macs().value();
    List<Series.Point> ofParams = new ArrayList<>();
    List<Series.Point> ofMacs = new ArrayList<>();
    for (int i = 0; i < stages.size(); i++) {
      ofParams.add(Series.Point.of(i, stages.get(i).params()));
      ofMacs.add(Series.Point.of(i, stages.get(i).macs()));
    }
    Picture picture =
        new Picture(
            Picture.Form.GROUPED_ROWS,
            Axis.order(Message.of("chart.axis.stages")),
            Axis.shares(Message.of("chart.axis.share")),
            stages.stream().map(stage -> Picture.Category.of(stage.name())).toList(),
            List.of(
                new Series(Message.of("chart.axis.params"), 0, false, params, ofParams),
                new Series(Message.of("chart.axis.macs"), 1, false, macs, ofMacs)),
            List.of());
    return Optional.of(
        new Chart(
            "stages",
            Message.of("chart.stages"),
            alt(stages, params, macs),
            List.of(),
            picture,
            table(stages)));
  }

  private static List<Stage> stages(List<Row> rows) {
    List<Stage> stages = new ArrayList<>();
    for (Section section : Section.readable(Layers.categories(rows))) {
      List<Row> inside = rows.subList(section.from(), section.to());
      long params = inside.stream().mapToLong(row -> row.params().value()).sum();
      long macs = inside.stream().mapToLong(row -> row.macs().value()).sum();
      if (params > 0 || macs > 0) {
        stages.add(new Stage(String.join(".", section.path()), params, macs));
      }
    }
    return stages;
  }

  private static Message alt(List<Stage> stages, long params, long macs) {
    Stage heaviest = stages.get(0);
    Stage busiest = stages.get(0);
    for (Stage stage : stages) {
      heaviest = stage.params() > heaviest.params() ? stage : heaviest;
      busiest = stage.macs() > busiest.macs() ? stage : busiest;
    }
    return Message.of(
        "chart.stages.alt",
        stages.size(),
        heaviest.name(),
        Numbers.share(heaviest.params(), params),
        busiest.name(),
        Numbers.share(busiest.macs(), macs));
  }

  private static Table table(List<Stage> stages) {
    return new Table(
        List.of(
            Message.of("chart.column.stage"),
            Message.of("chart.axis.params"),
            Message.of("chart.axis.macs")),
        stages.stream()
            .<List<Object>>map(stage -> List.of(stage.name(), stage.params(), stage.macs()))
            .toList());
  }
}
