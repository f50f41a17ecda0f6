package dev.convatlas.chart;

import dev.convatlas.source.Message;
import dev.convatlas.text.Numbers;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** How parameters and compute are spread over the stages: a model's groups of layers. */
final class StageChart {
  private static final int MOST_STAGES = 24;

  private StageChart() {}

  /**
   * A group of layers.
   *
   * @param counted whether it has parameters, or operations by some convention
   */
  private record Stage(String name, long params, long macs, boolean counted) {
    boolean isDrawn() {
      return params > 0 || macs > 0;
    }
  }

  /** Nothing where the model has no groups, or too many of them to be called stages. */
  static Optional<Chart> of(Subject subject, Tally tally) {
    List<Stage> all = stages(subject, tally);
    boolean grouped = subject.categories().stream().anyMatch(c -> c.path().size() > 1);
    if (!grouped || all.size() < 2 || all.size() > MOST_STAGES) {
      return Optional.empty();
    }
    List<Stage> drawn = all.stream().filter(Stage::isDrawn).toList();
    List<Stage> stages = drawn.isEmpty() ? all : drawn;
    long params = subject.analysis().totals().params().value();
    long macs = tally.total().value();
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
                new Series(Message.of("chart.axis.params"), 0, 0, params, ofParams),
                new Series(tally.name(), 1, 0, macs, ofMacs)),
            List.of());
    return Optional.of(
        new Chart(
            "stages",
            Message.of("chart.stages"),
            alt(stages, params, tally),
            List.of(),
            picture,
            table(all, tally)));
  }

  private static List<Stage> stages(Subject subject, Tally tally) {
    List<Stage> stages = new ArrayList<>();
    for (Section section : Section.readable(subject.categories())) {
      long params = 0;
      long macs = 0;
      boolean counted = false;
      for (int i = section.from(); i < section.to(); i++) {
        params = Math.addExact(params, subject.rows().get(i).params().value());
        macs = Math.addExact(macs, tally.count(i));
        counted |= subject.isCounted(i);
      }
      stages.add(new Stage(String.join(".", section.path()), params, macs, counted || params > 0));
    }
    return stages.stream().filter(Stage::counted).toList();
  }

  private static Message alt(List<Stage> stages, long params, Tally tally) {
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
        Numbers.share(busiest.macs(), tally.total().value()),
        tally.name());
  }

  private static Table table(List<Stage> stages, Tally tally) {
    return new Table(
        List.of(Message.of("chart.column.stage"), Message.of("chart.axis.params"), tally.name()),
        stages.stream()
            .<List<Object>>map(stage -> List.of(stage.name(), stage.params(), stage.macs()))
            .toList());
  }
}
