package dev.convatlas.chart;

import dev.convatlas.chart.Plotter.Trace;
import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.util.List;
import java.util.stream.Stream;

/**
 * Bars that lie below each other, each with its name before it and its value behind it. When they
 * become too many to be named, they get thin, every so many has its name, and an axis stands below.
 *
 * @param extent height of all the rows together
 */
record Rows(Picture picture, int extent) implements Layout {
  /** As many layers are shown as rows rather than columns. */
  static final int MOST_NAMED = 24;

  /** As many models have their names and values; from the first bound on, closer together. */
  private static final int MOST_CLOSE = 60;

  private static final int FULL = 22;
  private static final int CLOSE = 16;
  private static final int GROUP_GAP = 10;
  private static final int GROUP_BAR = 13;
  private static final int LEAST_EXTENT = 32;
  private static final int THIN_EXTENT = 880;
  private static final int NAME_ROOM = 190;
  private static final int GAP = 8;
  private static final int EDGE = 4;
  private static final int MARGIN = 6;
  private static final int AXIS_ROOM = 22;

  /** A name needs this much height. */
  private static final double NAME_HEIGHT = 14;

  static Rows of(Picture picture) {
    int count = picture.categories().size();
    int extent;
    if (picture.form() == Picture.Form.GROUPED_ROWS) {
      extent = count * (GROUP_BAR * picture.series().size() + GROUP_GAP);
    } else {
      extent =
          count <= MOST_NAMED
              ? count * FULL
              : count <= MOST_CLOSE ? Math.max(MOST_NAMED * FULL, count * CLOSE) : THIN_EXTENT;
    }
    return new Rows(picture, Math.max(LEAST_EXTENT, extent));
  }

  private double pitch() {
    return (double) extent / Math.max(1, picture.categories().size());
  }

  private boolean isGrouped() {
    return picture.form() == Picture.Form.GROUPED_ROWS;
  }

  private boolean isThin() {
    return pitch() < NAME_HEIGHT;
  }

  @Override
  public int height() {
    return 2 * MARGIN + extent + (isThin() ? AXIS_ROOM : 0);
  }

  @Override
  public void paint(Canvas canvas) {
    List<String> names =
        picture.categories().stream()
            .map(category -> canvas.fitting(String.join(".", category.path()), NAME_ROOM))
            .toList();
    int left = EDGE + (int) Math.ceil(canvas.widest(names.stream())) + GAP;
    Measure measure = Measure.values(picture, 5);
    int right = isThin() ? 2 * GAP : EDGE + (int) Math.ceil(canvas.widest(values())) + GAP;
    int width = Picture.WIDTH - left - right;
    if (isThin()) {
      axis(canvas, measure, left, width);
    }
    plot(canvas.graphics(), measure, left, width);
    canvas.axis(left, MARGIN, left, MARGIN + extent);
    names(canvas, names, left - GAP);
    if (!isThin()) {
      values(canvas, measure, left, width);
    }
  }

  private Stream<String> values() {
    return picture.series().stream()
        .flatMap(s -> s.points().stream().map(point -> Measure.label(picture, s, point)));
  }

  private void axis(Canvas canvas, Measure measure, int left, int width) {
    for (Tick tick : measure.ticks()) {
      double x = left + measure.place(tick.value()) * width;
      canvas.grid(x, MARGIN, x, MARGIN + extent);
      canvas.centered(tick.label(), x, MARGIN + extent + GAP + Canvas.HALF_LINE);
    }
  }

  /** XChart draws columns; turned by a quarter they are rows from top to bottom. */
  private void plot(Graphics2D graphics, Measure measure, int left, int width) {
    List<Trace> traces = Traces.bars(picture, measure, extent);
    if (traces.isEmpty()) {
      return;
    }
    AffineTransform before = graphics.getTransform();
    graphics.transform(new AffineTransform(0, 1, -1, 0, left + width, MARGIN));
    double fill =
        isGrouped() ? (pitch() - GROUP_GAP) / pitch() : pitch() < 4 ? 0.8 : isThin() ? 0.75 : 0.64;
    Plotter.bars(graphics, traces, isGrouped(), fill, extent, width);
    graphics.setTransform(before);
  }

  private void names(Canvas canvas, List<String> names, int right) {
    int every = (int) Math.ceil(NAME_HEIGHT / pitch());
    for (int i = 0; i < names.size(); i += every) {
      canvas.right(names.get(i), right, MARGIN + (i + 0.5) * pitch());
    }
  }

  private void values(Canvas canvas, Measure measure, int left, int width) {
    double inside = isGrouped() ? (pitch() - GROUP_GAP) / picture.series().size() : 0;
    for (int s = 0; s < picture.series().size(); s++) {
      Series series = picture.series().get(s);
      for (Series.Point point : series.points()) {
        double offset = isGrouped() ? GROUP_GAP / 2.0 + (s + 0.5) * inside : pitch() / 2;
        double x = left + measure.place(picture, series, point) * width;
        canvas.left(
            Measure.label(picture, series, point),
            x + GAP / 2.0,
            MARGIN + point.x() * pitch() + offset);
      }
    }
  }
}
