package dev.convatlas.chart;

import dev.convatlas.chart.Plotter.Trace;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Series as places in a plot. More places than pixels are thinned to what one can see. */
final class Traces {
  /** Points nearer than this, in pixels, are one. */
  private static final double APART = 0.7;

  private Traces() {}

  /**
   * Bars of one value for each place. Where several fall into one pixel, the largest is drawn.
   *
   * @param pixels that the places share
   */
  static List<Trace> bars(Picture picture, Measure measure, int pixels) {
    int count = picture.categories().size();
    int together = Math.max(1, (int) Math.ceil((double) count / pixels));
    int places = (int) Math.ceil((double) count / together);
    List<Trace> traces = new ArrayList<>();
    for (Series series : picture.series()) {
      List<Double> y = new ArrayList<>(Collections.nCopies(places, Double.NaN));
      for (Series.Point point : series.points()) {
        int place = (int) point.x() / together;
        double value = measure.place(picture, series, point);
        y.set(place, y.get(place).isNaN() ? value : Math.max(y.get(place), value));
      }
      if (!series.points().isEmpty()) {
        traces.add(new Trace(List.of(), y, series.color(), series.dash()));
      }
    }
    return traces;
  }

  /** Lines over categories: points in a flat stretch are left out, the line is the same. */
  static List<Trace> lines(Picture picture, Measure measure, int pixels) {
    int count = Math.max(1, picture.categories().size());
    int together = Math.max(1, (int) Math.ceil(count / (2.0 * pixels)));
    List<Trace> traces = new ArrayList<>();
    for (Series series : picture.series()) {
      List<Series.Point> kept = new ArrayList<>();
      List<Series.Point> all = series.points();
      for (int i = 0; i < all.size(); i++) {
        boolean end = i == 0 || i == all.size() - 1;
        boolean flat =
            !end && all.get(i).y() == all.get(i - 1).y() && all.get(i).y() == all.get(i + 1).y();
        if (end || (!flat && i % together == 0)) {
          kept.add(all.get(i));
        }
      }
      add(
          traces,
          series,
          kept.stream().map(point -> (point.x() + 0.5) / count).toList(),
          kept.stream().map(point -> measure.place(picture, series, point)).toList());
    }
    return traces;
  }

  /** Lines over the depth: of points that one cannot tell apart, the first is drawn. */
  static List<Trace> curves(Picture picture, Measure measure, int width, int height) {
    List<Trace> traces = new ArrayList<>();
    for (Series series : picture.series()) {
      if (picture.isRing(series)) {
        continue;
      }
      List<Double> x = new ArrayList<>();
      List<Double> y = new ArrayList<>();
      for (int i = 0; i < series.points().size(); i++) {
        double along = depth(series.points().get(i));
        double up = measure.place((double) series.points().get(i).y());
        int last = x.size() - 1;
        if (last < 0
            || i == series.points().size() - 1
            || Math.abs(along - x.get(last)) * width >= APART
            || Math.abs(up - y.get(last)) * height >= APART) {
          x.add(along);
          y.add(up);
        }
      }
      add(traces, series, x, y);
    }
    return traces;
  }

  static double depth(Series.Point point) {
    return (double) point.x() / Axis.DEEPEST;
  }

  /** Dots. Of those of a series that cover each other, the first is drawn. */
  static List<Trace> points(Picture picture, Measure first, Measure measure, int pixels) {
    record Place(long x, long y) {}
    List<Trace> traces = new ArrayList<>();
    for (Series series : picture.series()) {
      Set<Place> taken = new HashSet<>();
      List<Double> x = new ArrayList<>();
      List<Double> y = new ArrayList<>();
      for (Series.Point point : series.points()) {
        if (isShown(picture, point)) {
          double along = first.place((double) point.x());
          double up = measure.place(picture, series, point);
          if (taken.add(new Place(Math.round(along * pixels), Math.round(up * pixels)))) {
            x.add(along);
            y.add(up);
          }
        }
      }
      add(traces, series, x, y);
    }
    return traces;
  }

  /** A logarithmic axis has no place for zero. */
  static boolean isShown(Picture picture, Series.Point point) {
    return (point.x() > 0 || picture.x().scale() != Axis.Scale.LOGARITHMIC)
        && (point.y() > 0 || picture.y().scale() != Axis.Scale.LOGARITHMIC);
  }

  private static void add(List<Trace> traces, Series series, List<Double> x, List<Double> y) {
    if (!x.isEmpty()) {
      traces.add(new Trace(x, y, series.color(), series.dash()));
    }
  }
}
