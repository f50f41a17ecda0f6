package dev.convatlas.chart;

import dev.convatlas.source.Message;
import java.util.List;

/**
 * Values that belong together and share a colour.
 *
 * @param color index into {@link Palette}; pages style their legend by it
 * @param dash which of the kinds of line is its, to be told apart without colour; 0 is solid
 * @param whole what its values are shares of, for {@link Axis.Scale#SHARE}; otherwise unused
 */
public record Series(Message name, int color, int dash, long whole, List<Point> points) {

  private static final long FINE = 100_000;

  /**
   * A value.
   *
   * @param x index of a category, or the first coordinate
   * @param name of the point itself; empty where its category says it
   */
  public record Point(long x, long y, String name) {
    public static Point of(long x, long y) {
      return new Point(x, y, "");
    }
  }

  public Series {
    points = List.copyOf(points);
  }

  Series wordless() {
    return new Series(new Message("", List.of()), color, dash, whole, points);
  }

  /** The same without its name, as parts of a hundred thousand of its whole. */
  Series rounded() {
    List<Point> parts =
        points.stream().map(point -> new Point(point.x(), part(point.y()), point.name())).toList();
    return new Series(new Message("", List.of()), color, dash, FINE, parts);
  }

  private long part(long value) {
    return whole == 0 ? 0 : Math.round((double) value / whole * FINE);
  }

  public static Series of(Message name, int color, List<Point> points) {
    return new Series(name, color, 0, 0, points);
  }
}
