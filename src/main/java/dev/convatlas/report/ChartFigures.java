package dev.convatlas.report;

import dev.convatlas.chart.Chart;
import dev.convatlas.chart.Painter;
import dev.convatlas.chart.Picture;
import dev.convatlas.chart.Series;
import dev.convatlas.report.Table.Head;
import dev.convatlas.report.Table.Line;
import dev.convatlas.source.Message;
import dev.convatlas.text.Messages;
import dev.convatlas.text.Numbers;
import java.util.ArrayList;
import java.util.List;

/** Puts the words of a language around charts. */
public final class ChartFigures {
  /** A longer table would outweigh its chart; the page's own table then has the figures. */
  private static final int MOST_LINES = 40;

  private ChartFigures() {}

  /**
   * @param src address of the picture, from the page
   */
  public static ChartFigure of(Edition edition, Chart chart, String src) {
    Messages words = edition.words();
    Picture picture = chart.picture();
    return new ChartFigure(
        "chart-" + chart.id(),
        words.text(chart.title()),
        src,
        Picture.WIDTH,
        Painter.height(picture),
        words.text(chart.alt()),
        words.text(picture.vertical().name()),
        words.text(picture.horizontal().name()),
        chart.legend().stream().map(series -> entry(words, series)).toList(),
        chart.notes().stream().map(words::text).toList(),
        table(words, chart.table()));
  }

  private static ChartFigure.Entry entry(Messages words, Series series) {
    return new ChartFigure.Entry(
        words.text(series.name()), "c" + series.color() + (series.dashed() ? " dashed" : ""));
  }

  private static Table table(Messages words, dev.convatlas.chart.Table data) {
    if (data.rows().size() > MOST_LINES) {
      return new Table(List.of(), List.of(), List.of());
    }
    List<Head> heads = new ArrayList<>();
    for (int i = 0; i < data.columns().size(); i++) {
      heads.add(new Head("c" + i, words.text(data.columns().get(i)), "", isNumber(data, i)));
    }
    return new Table(heads, data.rows().stream().map(row -> line(words, row)).toList(), List.of());
  }

  private static boolean isNumber(dev.convatlas.chart.Table data, int column) {
    return data.rows().stream().anyMatch(row -> row.get(column) instanceof Long);
  }

  private static Line line(Messages words, List<Object> row) {
    return new Line("", row.stream().map(value -> cell(words, value)).toList());
  }

  private static Cell cell(Messages words, Object value) {
    if (value instanceof Long number) {
      return Cell.of(Numbers.exact(number)).styled("n");
    }
    return Cell.of(value instanceof Message message ? words.text(message) : value.toString());
  }
}
