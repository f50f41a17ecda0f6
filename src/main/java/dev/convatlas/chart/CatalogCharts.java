package dev.convatlas.chart;

import dev.convatlas.analysis.Count;
import dev.convatlas.catalog.Catalog;
import dev.convatlas.catalog.Family;
import dev.convatlas.catalog.Summary;
import dev.convatlas.convention.Convention;
import dev.convatlas.convention.Conventions;
import dev.convatlas.source.Message;
import dev.convatlas.text.Numbers;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Charts that compare models: those of a family, and those of the whole catalog. */
public final class CatalogCharts {

  /**
   * A figure of a model that has bars.
   *
   * @param id the chart's
   * @param axis of its values
   * @param value nothing where the model has no such figure
   */
  public record Figure(String id, Axis axis, Function<Summary, Optional<Count>> value) {}

  /**
   * The one list of figures that have bars, in the order of the page; the scatter follows them.
   *
   * @param usual by which operations are counted
   */
  static List<Figure> figures(Convention usual) {
    return List.of(
        new Figure(
            "params",
            Axis.counts(Message.of("chart.axis.params")),
            model -> Optional.of(model.totals().params())),
        new Figure(
            "macs", Axis.counts(Tally.name(usual)), model -> Optional.of(operations(model, usual))),
        new Figure(
            "receptive-field",
            Axis.pixels(Message.of("chart.axis.receptive-field")),
            Summary::field));
  }

  private static Count operations(Summary model, Convention usual) {
    return model.operations().getOrDefault(usual.name(), model.totals().macs());
  }

  /** Colours of families; the one left out is that of the others. */
  private static final List<Integer> COLORS = List.of(0, 1, 2, 3, 5, 6, 7);

  private static final int OTHERS = 4;

  private CatalogCharts() {}

  /**
   * The charts of a family, its models in their order; none for a family of one.
   *
   * @param usual by which operations are counted
   */
  public static List<Chart> of(Family family, Convention usual) {
    List<Series.Point> smallestFirst =
        points(family.models(), usual).stream()
            .sorted(Comparator.comparingLong(Series.Point::x).thenComparing(Series.Point::y))
            .toList();
    List<Series> series = List.of(Series.of(name(family), 0, smallestFirst));
    return charts(family.models(), usual, false, Picture.Form.JOINED_POINTS, series);
  }

  /** The charts of a catalog, the largest model first; none for a catalog of one. */
  public static List<Chart> of(Catalog catalog) {
    Convention usual = Conventions.usual(catalog.settings().convention());
    List<Family> largest =
        catalog.families().stream()
            .sorted(Comparator.comparingInt((Family f) -> f.models().size()).reversed())
            .limit(COLORS.size())
            .toList();
    List<Series> series = new ArrayList<>();
    List<Summary> others = new ArrayList<>();
    for (Family family : catalog.families()) {
      if (largest.contains(family)) {
        int color = COLORS.get(series.size());
        series.add(Series.of(name(family), color, points(family.models(), usual)));
      } else {
        others.addAll(family.models());
      }
    }
    if (!others.isEmpty()) {
      series.add(Series.of(Message.of("chart.families.others"), OTHERS, points(others, usual)));
    }
    return charts(catalog.models(), usual, true, Picture.Form.POINTS, series);
  }

  private static List<Chart> charts(
      List<Summary> models,
      Convention usual,
      boolean sorted,
      Picture.Form form,
      List<Series> series) {
    if (models.size() < 2) {
      return List.of();
    }
    List<Chart> charts = new ArrayList<>();
    for (Figure figure : figures(usual)) {
      bars(figure, models, sorted).ifPresent(charts::add);
    }
    scatter(models, usual, form, series).ifPresent(charts::add);
    return charts;
  }

  private static Message name(Family family) {
    return Message.of("chart.name", family.title().plain());
  }

  private record Bar(String model, Count count) {
    long value() {
      return count.value();
    }
  }

  private static Optional<Chart> bars(Figure figure, List<Summary> models, boolean sorted) {
    List<Bar> bars = new ArrayList<>();
    for (Summary model : models) {
      figure.value().apply(model).ifPresent(count -> bars.add(new Bar(model.id(), count)));
    }
    if (bars.stream().noneMatch(bar -> bar.value() > 0)) {
      return Optional.empty();
    }
    List<Bar> ranked = new ArrayList<>(bars);
    ranked.sort(Comparator.comparingLong(Bar::value).reversed());
    List<Bar> shown = sorted ? ranked : bars;
    List<Series.Point> points = new ArrayList<>();
    for (int i = 0; i < shown.size(); i++) {
      points.add(Series.Point.of(i, shown.get(i).value()));
    }
    Bar largest = ranked.get(0);
    Bar smallest = ranked.get(ranked.size() - 1);
    long least = bars.stream().filter(bar -> !bar.count().isExact()).count();
    return Optional.of(
        new Chart(
            figure.id(),
            Message.of("chart.models." + figure.id()),
            Message.of(
                "chart.models." + figure.id() + ".alt",
                shown.size(),
                smallest.model(),
                Numbers.exact(smallest.value()),
                largest.model(),
                Numbers.exact(largest.value()),
                figure.axis().name()),
            least == 0 ? List.of() : List.of(Message.of("chart.note.models.atLeast", least)),
            new Picture(
                Picture.Form.ROWS,
                Axis.order(Message.of("chart.axis.models")),
                figure.axis(),
                shown.stream().map(bar -> Picture.Category.of(bar.model())).toList(),
                List.of(Series.of(figure.axis().name(), 0, points)),
                List.of()),
            new Table(
                List.of(Message.of("chart.column.model"), figure.axis().name()),
                shown.stream().<List<Object>>map(b -> List.of(b.model(), b.value())).toList())));
  }

  private static List<Series.Point> points(List<Summary> models, Convention usual) {
    return models.stream()
        .map(
            model ->
                new Series.Point(
                    model.totals().params().value(), operations(model, usual).value(), model.id()))
        .toList();
  }

  /** Both axes logarithmic: a catalog spans four powers of ten. Zeros have no place there. */
  private static Optional<Chart> scatter(
      List<Summary> models, Convention usual, Picture.Form form, List<Series> series) {
    List<Series.Point> all = points(models, usual);
    long left = all.stream().filter(point -> point.x() == 0 || point.y() == 0).count();
    if (left == all.size()) {
      return Optional.empty();
    }
    return Optional.of(
        new Chart(
            "macs-params",
            Message.of("chart.models.scatter"),
            Message.of("chart.models.scatter.alt", all.size() - left, Tally.name(usual)),
            left == 0 ? List.of() : List.of(Message.of("chart.note.zero", left)),
            new Picture(
                form,
                Axis.logarithmic(Message.of("chart.axis.params")),
                Axis.logarithmic(Tally.name(usual)),
                List.of(),
                series,
                List.of()),
            new Table(
                List.of(
                    Message.of("chart.column.model"),
                    Message.of("chart.axis.params"),
                    Tally.name(usual)),
                all.stream().<List<Object>>map(p -> List.of(p.name(), p.x(), p.y())).toList())));
  }

  /** Where the picture of a family's chart lies, from the site's root. */
  public static String path(Family family, Chart chart, String ending) {
    return "family-charts/" + family.id() + "/" + chart.id() + "." + ending;
  }

  /** Where the picture of the catalog's chart lies, from the site's root. */
  public static String path(Chart chart, String ending) {
    return "catalog-charts/" + chart.id() + "." + ending;
  }
}
