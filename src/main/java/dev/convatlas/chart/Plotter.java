package dev.convatlas.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import java.util.stream.IntStream;
import org.knowm.xchart.CategoryChart;
import org.knowm.xchart.CategorySeries;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.style.AxesChartStyler;
import org.knowm.xchart.style.markers.Marker;
import org.knowm.xchart.style.markers.SeriesMarkers;

/**
 * The only user of XChart: bars, lines and dots inside a plot that begins at the origin.
 *
 * <p>Places are given as shares of the plot, 0 to 1 along both axes, and XChart's own axes are
 * switched off: it has no say in which ticks fit (its spacing of them depends on the data and can
 * loop for ever on a small plot), and its labels would be measured in a font of the machine.
 */
final class Plotter {
  private static final Color NONE = new Color(255, 255, 255, 0);
  private static final int LINE_DOT = 5;
  private static final int LONE_DOT = 8;

  private Plotter() {}

  /**
   * A series ready to be drawn.
   *
   * @param x from 0 to 1; unused for bars
   * @param y from 0 to 1; for bars one for each place in their order, not a number where there is
   *     none
   */
  record Trace(List<Double> x, List<Double> y, int color, int dash) {}

  /**
   * Bars that stand on the lower edge.
   *
   * @param grouped whether the series stand beside each other; otherwise each place has a bar of
   *     one series only
   * @param fill share of a place that its bars take
   */
  static void bars(
      Graphics2D graphics,
      List<Trace> traces,
      boolean grouped,
      double fill,
      int width,
      int height) {
    CategoryChart chart = new CategoryChart(width, height);
    bare(chart.getStyler());
    chart.getStyler().setOverlapped(!grouped).setAvailableSpaceFill(fill);
    for (int i = 0; i < traces.size(); i++) {
      Trace trace = traces.get(i);
      List<Integer> places = IntStream.range(0, trace.y().size()).boxed().toList();
      CategorySeries series = chart.addSeries("s" + i, places, values(trace.y()));
      series.setFillColor(color(trace));
    }
    chart.paint(graphics, width, height);
  }

  /** XChart leaves out what is null. */
  private static List<Double> values(List<Double> y) {
    List<Double> values = new ArrayList<>();
    y.forEach(value -> values.add(value.isNaN() ? null : value));
    return values;
  }

  /**
   * Lines, with or without dots, or dots alone.
   *
   * @param lines whether the points of a series are joined
   * @param dots whether each point has one
   */
  static void lines(
      Graphics2D graphics, List<Trace> traces, boolean lines, boolean dots, int width, int height) {
    XYChart chart = new XYChart(width, height);
    bare(chart.getStyler());
    chart
        .getStyler()
        .setDefaultSeriesRenderStyle(
            lines ? XYSeries.XYSeriesRenderStyle.Line : XYSeries.XYSeriesRenderStyle.Scatter);
    chart.getStyler().setMarkerSize(lines ? LINE_DOT : LONE_DOT);
    chart.getStyler().setXAxisMin(0.0).setXAxisMax(1.0);
    Marker marker = dots ? SeriesMarkers.CIRCLE : SeriesMarkers.NONE;
    for (int i = 0; i < traces.size(); i++) {
      Trace trace = traces.get(i);
      XYSeries series = chart.addSeries("s" + i, trace.x(), trace.y());
      series.setLineColor(color(trace));
      series.setLineStyle(Strokes.series(trace.dash()));
      series.setMarker(marker);
      series.setMarkerColor(color(trace));
    }
    chart.paint(graphics, width, height);
  }

  private static Color color(Trace trace) {
    return Palette.LIGHT.series(trace.color());
  }

  private static void bare(AxesChartStyler styler) {
    styler.setLocale(Locale.ROOT);
    styler.setTimezone(TimeZone.getTimeZone("UTC"));
    styler.setChartTitleVisible(false).setLegendVisible(false).setChartPadding(0);
    styler.setChartBackgroundColor(NONE).setPlotBackgroundColor(NONE);
    styler.setPlotBorderVisible(false).setPlotContentSize(1);
    styler.setAxisTicksVisible(false).setAxisTitlesVisible(false).setPlotMargin(0);
    styler.setPlotGridLinesVisible(false).setPlotTicksMarksVisible(false);
    styler.setAxisTickMarkLength(0).setAxisTickPadding(0);
    styler.setPlotGridLinesStroke(new BasicStroke(1));
    styler.setXAxisTickLabelsFormattingFunction(value -> "");
    styler.setYAxisTickLabelsFormattingFunction(value -> "");
    styler.setYAxisMin(0.0).setYAxisMax(1.0);
  }
}
