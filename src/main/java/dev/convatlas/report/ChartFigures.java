package dev.convatlas.report;

import dev.convatlas.chart.Chart;
import dev.convatlas.chart.ModelChart;
import dev.convatlas.chart.Painter;
import dev.convatlas.chart.Picture;
import dev.convatlas.chart.Series;
import dev.convatlas.report.Table.Head;
import dev.convatlas.report.Table.Line;
import dev.convatlas.source.Message;
import dev.convatlas.text.Messages;
import dev.convatlas.text.Numbers;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Puts the words of a language around charts. */
public final class ChartFigures {
  /** A longer table would outweigh its chart; the page's own table then has the figures. */
  private static final int MOST_LINES = 40;

  private ChartFigures() {}

  /**
   * @param src address of the picture, from the page
   */
  public static ChartFigure of(Edition edition, Chart chart, String src) {
    return of(edition, new ModelChart(chart, Map.of()), src);
  }

  /**
   * @param src address of the picture, from the page
   */
  public static ChartFigure of(Edition edition, ModelChart model, String src) {
    Messages words = edition.words();
    Chart chart = model.chart();
    Picture picture = chart.picture();
    List<Chart> others = List.copyOf(model.byConvention().values());
    ChartFigure.Counted counted =
        others.isEmpty() ? ChartFigure.Counted.NONE : counted(words, model);
    return new ChartFigure(
        "chart-" + chart.id(),
        words.text(chart.title()),
        src,
        Picture.WIDTH,
        Painter.height(picture),
        words.text(chart.alt()),
        words.text(picture.vertical().name()),
        words.text(picture.horizontal().name()),
        legend(words, chart, others),
        counted.notes().isEmpty()
            ? chart.notes().stream().map(words::text).toList()
            : List.of(notes(words, chart)),
        words.text("site.chart.data"),
        table(words, chart.table(), others.stream().map(Chart::table).toList()),
        counted);
  }

  private static ChartFigure.Counted counted(Messages words, ModelChart model) {
    return new ChartFigure.Counted(
        ByConvention.texts(model.byConvention().keySet().stream().map(ModelChart::view).toList()),
        by(model, chart -> Integer.toString(Painter.height(chart.picture()))),
        by(model, chart -> words.text(chart.alt())),
        by(model, chart -> words.text(chart.picture().vertical().name())),
        by(model, chart -> words.text(chart.picture().horizontal().name())),
        by(model, chart -> notes(words, chart)));
  }

  private static String notes(Messages words, Chart chart) {
    return chart.notes().stream().map(words::text).collect(Collectors.joining(" "));
  }

  private static String by(ModelChart model, Function<Chart, String> text) {
    return ByConvention.texts(model.byConvention().values().stream().map(text).toList());
  }

  /**
   * All series that some convention's picture has, by their colours; one that a picture lacks has
   * no name there.
   */
  private static List<ChartFigure.Entry> legend(Messages words, Chart chart, List<Chart> others) {
    Set<String> styles = new LinkedHashSet<>();
    Stream.concat(Stream.of(chart), others.stream())
        .forEach(one -> one.legend().forEach(series -> styles.add(style(one, series))));
    List<ChartFigure.Entry> entries = new ArrayList<>();
    for (String style : styles) {
      List<String> names = others.stream().map(other -> name(words, other, style)).toList();
      entries.add(
          new ChartFigure.Entry(name(words, chart, style), style, ByConvention.texts(names)));
    }
    return entries;
  }

  private static String name(Messages words, Chart chart, String style) {
    return chart.legend().stream()
        .filter(series -> style(chart, series).equals(style))
        .map(series -> words.text(series.name()))
        .findFirst()
        .orElse("");
  }

  private static String style(Chart chart, Series series) {
    boolean isBar = chart.picture().form() == Picture.Form.GROUPED_ROWS;
    String form = isBar ? " box" : series.dash() == 0 ? "" : " d" + series.dash();
    return "c" + series.color() + form;
  }

  private static Table table(
      Messages words, dev.convatlas.chart.Table data, List<dev.convatlas.chart.Table> others) {
    if (data.rows().size() > MOST_LINES) {
      return new Table(List.of(), List.of(), List.of());
    }
    List<Head> heads = new ArrayList<>();
    for (int i = 0; i < data.columns().size(); i++) {
      int column = i;
      List<String> labels =
          others.stream().map(other -> words.text(other.columns().get(column))).toList();
      heads.add(
          new Head(
              "c" + i,
              words.text(data.columns().get(i)),
              "",
              isNumber(data, i),
              ByConvention.texts(labels)));
    }
    List<Line> lines = new ArrayList<>();
    for (int row = 0; row < data.rows().size(); row++) {
      lines.add(line(words, data, others, row));
    }
    return new Table(heads, lines, List.of());
  }

  private static boolean isNumber(dev.convatlas.chart.Table data, int column) {
    return data.rows().stream().anyMatch(row -> row.get(column) instanceof Long);
  }

  private static Line line(
      Messages words,
      dev.convatlas.chart.Table data,
      List<dev.convatlas.chart.Table> others,
      int row) {
    List<Cell> cells = new ArrayList<>();
    for (int i = 0; i < data.columns().size(); i++) {
      int column = i;
      List<String> texts =
          others.stream()
              .map(other -> cell(words, other.rows().get(row).get(column)).text())
              .toList();
      cells.add(cell(words, data.rows().get(row).get(i)).counted(ByConvention.texts(texts)));
    }
    return new Line("", cells);
  }

  private static Cell cell(Messages words, Object value) {
    if (value instanceof Long number) {
      return Cell.of(Numbers.exact(number)).styled("n");
    }
    return Cell.of(value instanceof Message message ? words.text(message) : value.toString());
  }
}
