package dev.convatlas.chart;

import dev.convatlas.chart.Plotter.Trace;
import java.awt.geom.AffineTransform;
import java.awt.geom.Line2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Points between two axes of values, named where there is room. */
record Dots(Picture picture) implements Layout {
  private static final int PLOT = 340;
  private static final int TOP = 10;
  private static final int GAP = 8;
  private static final int EDGE = 4;
  private static final int NUMERALS = 24;
  private static final int RADIUS = 4;

  /** From a dot to the middle of a name above or below it. */
  private static final int ABOVE = 12;

  /** Names of dots at one place, before the others are only hinted at. */
  private static final int MOST_TOGETHER = 2;

  /** Where there are more dots than these, names are looked for in the first ones only. */
  private static final int MOST_SPOTS = 1000;

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
    boolean roofs = picture.form() == Picture.Form.ROOFS;
    boolean joined = roofs || picture.form() == Picture.Form.JOINED_POINTS;
    Plotter.lines(canvas.graphics(), traces, joined, !roofs, width, PLOT);
    if (roofs) {
      List<Trace> named = Traces.points(named(picture), along, up, PLOT);
      Plotter.lines(canvas.graphics(), named, false, true, width, PLOT);
    }
    canvas.graphics().setTransform(before);
    if (!roofs) {
      names(canvas, along, up, left, width);
    }
  }

  /** The same with nothing but the points that have a name. */
  private static Picture named(Picture picture) {
    List<Series> named = new ArrayList<>();
    for (Series series : picture.series()) {
      named.add(
          new Series(
              series.name(),
              series.color(),
              series.dash(),
              series.whole(),
              series.points().stream().filter(point -> !point.name().isEmpty()).toList()));
    }
    return new Picture(
        picture.form(), picture.x(), picture.y(), picture.categories(), named, picture.marks());
  }

  /**
   * A dot, or several that cover each other, in CSS pixels.
   *
   * @param names of the models there
   */
  private record Spot(List<String> names, double x, double y) {
    boolean isAt(double otherX, double otherY) {
      return Math.hypot(x - otherX, y - otherY) < RADIUS;
    }

    String text() {
      return names.size() <= MOST_TOGETHER
          ? String.join(", ", names)
          : String.join(", ", names.subList(0, MOST_TOGETHER)) + " …";
    }

    double distance(Rectangle2D box) {
      double besides = Math.max(0, Math.max(box.getMinX() - x, x - box.getMaxX()));
      double above = Math.max(0, Math.max(box.getMinY() - y, y - box.getMaxY()));
      return Math.hypot(besides, above);
    }
  }

  private void names(Canvas canvas, Measure along, Measure up, int left, int width) {
    List<Spot> spots = new ArrayList<>();
    List<Line2D> lines = new ArrayList<>();
    for (Series series : picture.series()) {
      Point2D before = null;
      for (Series.Point point : series.points()) {
        if (Traces.isShown(picture, point)) {
          double x = left + along.place((double) point.x()) * width;
          double y = TOP + (1 - up.place(picture, series, point)) * PLOT;
          if (!point.name().isEmpty()) {
            add(spots, point.name(), x, y);
          }
          Point2D here = new Point2D.Double(x, y);
          if (before != null && picture.form() == Picture.Form.JOINED_POINTS) {
            lines.add(new Line2D.Double(before, here));
          }
          before = here;
        }
      }
    }
    Rectangle2D plot = new Rectangle2D.Double(left, TOP, width, PLOT);
    spots.stream().limit(MOST_SPOTS).forEach(spot -> name(canvas, plot, spot, spots, lines));
  }

  private static void add(List<Spot> spots, String name, double x, double y) {
    for (int i = 0; i < spots.size(); i++) {
      Spot spot = spots.get(i);
      if (spot.isAt(x, y)) {
        List<String> names = new ArrayList<>(spot.names());
        names.add(name);
        spots.set(i, new Spot(names, spot.x(), spot.y()));
        return;
      }
    }
    spots.add(new Spot(List.of(name), x, y));
  }

  /** Writes the name beside its dot where it touches nothing and no other dot is nearer. */
  private void name(
      Canvas canvas, Rectangle2D plot, Spot spot, List<Spot> spots, List<Line2D> lines) {
    String text = spot.text();
    for (Place place : places(canvas.width(text))) {
      double x = spot.x() + place.x();
      double middle = spot.y() + place.y();
      Rectangle2D box = canvas.box(text, x, middle);
      double own = spot.distance(box);
      if (plot.contains(box)
          && canvas.isFree(box)
          && spots.stream().noneMatch(other -> other.distance(box) < own)
          && lines.stream().noneMatch(box::intersectsLine)) {
        canvas.left(text, x, middle);
        return;
      }
    }
  }

  /** Where a name may begin, from its dot. */
  private record Place(double x, double y) {}

  /** The corners only where there are few dots: in a crowd, a name there could be of any. */
  private List<Place> places(double size) {
    double right = RADIUS + 3;
    double left = -right - size;
    List<Place> sides =
        List.of(
            new Place(right, 0),
            new Place(left, 0),
            new Place(-size / 2, -ABOVE),
            new Place(-size / 2, ABOVE));
    List<Place> corners =
        List.of(
            new Place(right, ABOVE),
            new Place(left, -ABOVE),
            new Place(right, -ABOVE),
            new Place(left, ABOVE));
    return picture.form() == Picture.Form.JOINED_POINTS
        ? Stream.of(sides, corners).flatMap(List::stream).toList()
        : sides;
  }
}
