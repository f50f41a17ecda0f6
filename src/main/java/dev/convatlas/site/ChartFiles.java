package dev.convatlas.site;

import dev.convatlas.chart.Chart;
import dev.convatlas.chart.Painter;
import dev.convatlas.chart.Picture;
import dev.convatlas.report.Edition;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * Pictures of charts. They hold no words but a title, which is in the site's first language.
 *
 * @param pictured whether a PNG file lies beside each SVG file
 */
record ChartFiles(Edition first, Charts pictured) {

  /**
   * @param path of the file with that ending
   */
  void write(Chart chart, UnaryOperator<String> path, Sink sink) {
    write(chart, Map.of(), path, sink);
  }

  /**
   * @param views further pictures of the SVG file
   */
  void write(Chart chart, Map<String, Picture> views, UnaryOperator<String> path, Sink sink) {
    String title = first.words().text(chart.title());
    sink.put(path.apply("svg"), Painter.svg(chart.picture(), views, title));
    if (pictured == Charts.SVG_AND_PNG) {
      sink.put(path.apply("png"), Painter.png(chart.picture()));
    }
  }
}
