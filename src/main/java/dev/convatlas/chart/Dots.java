package dev.convatlas.chart;

import dev.convatlas.chart.Plotter.Trace;
import java.awt.geom.AffineTransform;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;

/** Points between two axes of values, named where there is room. */
record Dots(Picture picture) implements Layout {
  private static final int PLOT = 340;
  private static final int TOP = 10;
  private static final int GAP = 8;
  private static final int EDGE = 4;
  private static final int NUMERALS = 24;
  private static final int RADIUS = 4;

  /** More names than these make a thicket. */
  private static final int MOST_NAMES = 40;

  @Override
  public int height() {
    return TOP + PLOT + NUMERALS;
  }

  @Override
  public void paint(Canvas canvas) {
    Measure up = Measure.values(picture, 5);
    Measure along = Measure.first(picture, 6);
    int left = EDGE + GAP + (int) Math.ceil(canvas.widest(up.ticks().stream().map(Tick::label)));
    int width = Picture.WIDTH - left - 2 * GAP;
    for (Tick tick : up.ticks()) {
      double y = TOP + (1 - up.place(tick.value())) * PLOT;
      canvas.grid(left, y, left + width, y);
      canvas.right(tick.label(), left - GAP, y);
    }
    for (Tick tick : along.ticks()) {
      double x = left + along.place(tick.value()) * width;
      canvas.grid(x, TOP, x, TOP + PLOT);
      canvas.centered(tick.label(), x, TOP + PLOT + GAP + Canvas.HALF_LINE);
    }
    canvas.axis(left, TOP + PLOT, left + width, TOP + PLOT);
    canvas.axis(left, TOP, left, TOP + PLOT);
    List<Trace> traces = Traces.points(picture, along, up, PLOT);
    if (traces.isEmpty()) {
      return;
    }
    AffineTransform before = canvas.graphics().getTransform();
    canvas.graphics().translate(left, TOP);
    boolean joined = picture.form() == Picture.Form.JOINED_POINTS;
    Plotter.lines(canvas.graphics(), traces, joined, true, width, PLOT);
    canvas.graphics().setTransform(before);
    names(canvas, along, up, left, width);
  }

  private record Named(String name, double x, double y) {
    Rectangle2D dot() {
      return new Rectangle2D.Double(x - RADIUS, y - RADIUS, 2 * RADIUS, 2 * RADIUS);
    }
  }

  /** Each name right of its dot, or left, above or below it, wherever it touches nothing. */
  private void names(Canvas canvas, Measure along, Measure up, int left, int width) {
    List<Named> all = new ArrayList<>();
    List<Line2D> lines = new ArrayList<>();
    for (Series series : picture.series()) {
      int first = all.size();
      for (Series.Point point : series.points()) {
        if (Traces.isShown(picture, point)) {
          double x = left + along.place((double) point.x()) * width;
          double y = TOP + (1 - up.place(picture, series, point)) * PLOT;
          all.add(new Named(point.name(), x, y));
          if (picture.form() == Picture.Form.JOINED_POINTS && all.size() > first + 1) {
            Named before = all.get(all.size() - 2);
            lines.add(new Line2D.Double(before.x(), before.y(), x, y));
          }
        }
      }
    }
    Rectangle2D plot = new Rectangle2D.Double(left, TOP, width, PLOT);
    int written = 0;
    for (Named point : all) {
      double half = canvas.width(point.name()) / 2;
      double[][] offsets = {
        {RADIUS + 3, 0}, {-RADIUS - 3 - 2 * half, 0}, {-half, -12}, {-half, 12}
      };
      for (double[] offset : offsets) {
        double x = point.x() + offset[0];
        double middle = point.y() + offset[1];
        Rectangle2D box = canvas.box(point.name(), x, middle);
        boolean fits =
            plot.contains(box)
                && canvas.isFree(box)
                && all.stream().noneMatch(other -> box.intersects(other.dot()))
                && lines.stream().noneMatch(box::intersectsLine);
        if (fits && written < MOST_NAMES && !point.name().isEmpty()) {
          canvas.left(point.name(), x, middle);
          written++;
          break;
        }
      }
    }
  }
}
