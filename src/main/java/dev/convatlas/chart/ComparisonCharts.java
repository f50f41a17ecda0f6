package dev.convatlas.chart;

import dev.convatlas.catalog.Structure.Sums;
import dev.convatlas.catalog.Summary;
import dev.convatlas.catalog.alignment.Stage;
import dev.convatlas.source.Message;
import dev.convatlas.text.Numbers;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.ToLongFunction;
import java.util.stream.IntStream;

/**
 * Charts of a few models side by side, on shared axes. {@code charts.js} draws the same of models
 * that readers choose.
 *
 * @param names of the models as the page shows them
 */
public record ComparisonCharts(List<String> names) {
  /** A model's colour is that of its column, in their order. */
  private static final List<Integer> COLORS = List.of(0, 1, 2, 3, 5, 6);

  /**
   * @param unit what the convention counts: MACs or FLOPs
   */
  public List<Chart> of(List<Outline> models, String unit) {
    Message params = Message.of("compare.params");
    List<Chart> charts = new ArrayList<>();
    charts.add(
        cumulative("params", params, models, (model, i) -> model.layers().keys().get(i).params()));
    charts.add(
        cumulative(
            "operations",
            Message.of("chart.name", unit),
            models,
            (model, i) -> model.layers().operations().get(i)));
    charts.addAll(stages(models.stream().map(Outline::summary).toList()));
    field(models).ifPresent(charts::add);
    return charts;
  }

  /** Parameters and multiply-accumulates by stage, which need no more than the summaries. */
  public List<Chart> stages(List<Summary> models) {
    if (models.stream().allMatch(model -> model.structure().stages().isEmpty())) {
      return List.of();
    }
    return List.of(
        stages("stage-params", Message.of("compare.params"), models, Sums::params),
        stages("stage-macs", Message.of("chart.name", "MACs"), models, Sums::macs));
  }

  /** Where the picture of a comparison's chart lies, from the site's root. */
  public static String path(String comparison, Chart chart, String ending) {
    return "comparison-charts/" + comparison + "/" + chart.id() + "." + ending;
  }

  private Series series(int model, List<Series.Point> points) {
    int dash = model;
    return new Series(name(model), COLORS.get(model % COLORS.size()), dash, 0, points);
  }

  private Message name(int model) {
    return Message.of("chart.name", names.get(model));
  }

  private Chart cumulative(String id, Message axis, List<Outline> models, DepthPath.Figure figure) {
    List<DepthPath> paths = models.stream().map(model -> DepthPath.sums(model, figure)).toList();
    List<Message> halves = new ArrayList<>();
    for (int i = 0; i < paths.size(); i++) {
      DepthPath path = paths.get(i);
      halves.add(
          Message.of("compare.chart.half", names.get(i), Numbers.brief(path.last()), path.half()));
    }
    Message title = Message.of("compare.chart.cumulative", axis);
    List<Series> series =
        IntStream.range(0, paths.size()).mapToObj(i -> series(i, paths.get(i).drawn())).toList();
    Picture picture =
        new Picture(
            Picture.Form.CURVES,
            Axis.depth(Message.of("compare.chart.depth")),
            Axis.counts(axis),
            List.of(),
            series,
            List.of());
    List<Integer> all = IntStream.range(0, paths.size()).boxed().toList();
    return new Chart(id, title, alt(title, halves), List.of(), picture, tenths(paths, all));
  }

  /** None where no model has a receptive field. */
  private Optional<Chart> field(List<Outline> models) {
    List<Integer> known = new ArrayList<>();
    List<DepthPath> paths = new ArrayList<>();
    List<Series> series = new ArrayList<>();
    List<Series> rings = new ArrayList<>();
    List<Message> reached = new ArrayList<>();
    TreeSet<Long> inputs = new TreeSet<>();
    for (int i = 0; i < models.size(); i++) {
      if (models.get(i).growth().isPresent()) {
        Growth growth = models.get(i).growth().get();
        DepthPath path = DepthPath.field(growth);
        known.add(i);
        paths.add(path);
        series.add(series(i, path.drawn()));
        ring(i, growth).ifPresent(rings::add);
        inputs.add(growth.input());
        reached.add(Message.of("compare.chart.reach", names.get(i), Numbers.exact(path.last())));
      }
    }
    if (known.isEmpty()) {
      return Optional.empty();
    }
    List<Message> notes = new ArrayList<>(List.of(Message.of("compare.chart.inputs")));
    if (!rings.isEmpty()) {
      notes.add(Message.of("compare.chart.global"));
    }
    series.addAll(rings);
    Message title = Message.of("compare.chart.field");
    Picture picture =
        new Picture(
            Picture.Form.CURVES,
            Axis.depth(Message.of("compare.chart.depth")),
            Axis.pixels(Message.of("compare.chart.pixels")),
            List.of(),
            series,
            inputs.stream().map(size -> new Picture.Mark(size, Numbers.exact(size))).toList());
    return Optional.of(
        new Chart("field", title, alt(title, reached), notes, picture, tenths(paths, known)));
  }

  /** Where a model first sees the whole input. */
  private Optional<Series> ring(int model, Growth growth) {
    return growth.steps().stream()
        .filter(Growth.Step::global)
        .findFirst()
        .map(
            step ->
                series(
                    model,
                    List.of(
                        Series.Point.of(
                            Axis.DEEPEST * (step.at() + 1) / growth.operations(), step.size()))));
  }

  private Table tenths(List<DepthPath> paths, List<Integer> models) {
    List<Message> columns = new ArrayList<>(List.of(Message.of("compare.chart.depth")));
    models.forEach(model -> columns.add(name(model)));
    List<List<Object>> rows = new ArrayList<>();
    for (int tenth = 0; tenth <= 10; tenth++) {
      List<Object> row = new ArrayList<>(List.of(10 * tenth + "\u00a0%"));
      for (DepthPath path : paths) {
        row.add(path.at(tenth));
      }
      rows.add(row);
    }
    return new Table(columns, rows);
  }

  private Chart stages(String id, Message axis, List<Summary> models, ToLongFunction<Sums> figure) {
    TreeSet<Integer> all = new TreeSet<>();
    models.forEach(model -> all.addAll(model.structure().stages().keySet()));
    List<Integer> order = new ArrayList<>(all);
    if (order.remove(Integer.valueOf(Stage.HEAD))) {
      order.add(Stage.HEAD);
    }
    List<Series> series = new ArrayList<>();
    List<Message> most = new ArrayList<>();
    for (int i = 0; i < models.size(); i++) {
      List<Series.Point> points = new ArrayList<>();
      int top = 0;
      for (int place = 0; place < order.size(); place++) {
        points.add(Series.Point.of(place, value(models.get(i), order.get(place), figure)));
        top = points.get(place).y() > points.get(top).y() ? place : top;
      }
      series.add(series(i, points));
      most.add(
          Message.of(
              "compare.chart.most",
              names.get(i),
              stage(order.get(top)),
              Numbers.brief(points.get(top).y())));
    }
    Message title = Message.of("compare.chart.stages", axis);
    Picture picture =
        new Picture(
            Picture.Form.GROUPED_ROWS,
            Axis.order(Message.of("compare.chart.stages.axis")),
            Axis.counts(axis),
            order.stream().map(ComparisonCharts::category).toList(),
            series,
            List.of());
    return new Chart(id, title, alt(title, most), List.of(), picture, table(order, models, figure));
  }

  private Table table(List<Integer> order, List<Summary> models, ToLongFunction<Sums> figure) {
    List<Message> columns = new ArrayList<>(List.of(Message.of("compare.chart.stage")));
    List<List<Object>> rows = new ArrayList<>();
    for (int i = 0; i < models.size(); i++) {
      columns.add(name(i));
    }
    for (int stage : order) {
      List<Object> row = new ArrayList<>(List.of(stage(stage)));
      models.forEach(model -> row.add(value(model, stage, figure)));
      rows.add(row);
    }
    return new Table(columns, rows);
  }

  private static long value(Summary model, int stage, ToLongFunction<Sums> figure) {
    Sums sums = model.structure().stages().get(stage);
    return sums == null ? 0 : figure.applyAsLong(sums);
  }

  private static Message stage(int stage) {
    return switch (stage) {
      case Stage.HEAD -> Message.of("compare.head");
      case 0 -> Message.of("compare.stage.full");
      default -> Message.of("compare.stage", "1/" + (1L << stage));
    };
  }

  /** Inside a picture stand numerals and short names only. */
  private static Picture.Category category(int stage) {
    return Picture.Category.of(stage == Stage.HEAD ? "head" : "1/" + (1L << stage));
  }

  private static Message alt(Message title, List<Message> sentences) {
    Message all = sentences.get(0);
    for (Message sentence : sentences.subList(1, sentences.size())) {
      all = Message.of("chart.and", all, sentence);
    }
    return Message.of("compare.chart.alt", title, all);
  }
}
