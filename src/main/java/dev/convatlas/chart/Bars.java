package dev.convatlas.chart;

import java.awt.Shape;
import java.awt.geom.Line2D;
import java.awt.geom.PathIterator;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Bars of the same thickness as strokes along their middles, half as long to write as their four
 * corners.
 *
 * @param lines from each bar's one end to its other, in the order of drawing
 */
record Bars(double thickness, List<Line2D> lines) {
  /** Fewer are not worth the style that their strokes need. */
  private static final int LEAST = 4;

  /** No screen shows such a difference in thickness, nor a bar that is no longer. */
  private static final double UNSEEN = 0.05;

  Bars {
    lines = List.copyOf(lines);
  }

  /** Upright ones, or lying ones; none where their thickness differs. */
  static Optional<Bars> of(List<Rectangle2D> all) {
    if (all.size() < LEAST) {
      return Optional.empty();
    }
    Rectangle2D first = all.get(0);
    if (all.stream().allMatch(bar -> Math.abs(bar.getWidth() - first.getWidth()) < UNSEEN)) {
      return Optional.of(
          new Bars(
              first.getWidth(),
              all.stream()
                  .filter(bar -> bar.getHeight() >= UNSEEN)
                  .map(
                      bar -> line(bar.getCenterX(), bar.getMinY(), bar.getCenterX(), bar.getMaxY()))
                  .toList()));
    }
    if (all.stream().allMatch(bar -> Math.abs(bar.getHeight() - first.getHeight()) < UNSEEN)) {
      return Optional.of(
          new Bars(
              first.getHeight(),
              all.stream()
                  .filter(bar -> bar.getWidth() >= UNSEEN)
                  .map(
                      bar -> line(bar.getMinX(), bar.getCenterY(), bar.getMaxX(), bar.getCenterY()))
                  .toList()));
    }
    return Optional.empty();
  }

  private static Line2D line(double x1, double y1, double x2, double y2) {
    return new Line2D.Double(x1, y1, x2, y2);
  }

  /** To and fro in turn: bars have one end in common, so that the way to the next is short. */
  void write(SvgPath path) {
    boolean back = false;
    for (Line2D line : lines) {
      path.append(
          (back ? line(line.getX2(), line.getY2(), line.getX1(), line.getY1()) : line)
              .getPathIterator(null));
      back = !back;
    }
  }

  /** The rectangle that a shape is, if it is one with level and upright sides. */
  static Optional<Rectangle2D> bar(Shape shape) {
    List<double[]> corners = new ArrayList<>();
    double[] c = new double[6];
    for (PathIterator path = shape.getPathIterator(null); !path.isDone(); path.next()) {
      int segment = path.currentSegment(c);
      boolean moves = segment == PathIterator.SEG_MOVETO;
      if (moves != corners.isEmpty()
          || corners.size() > 5
          || segment == PathIterator.SEG_CUBICTO
          || segment == PathIterator.SEG_QUADTO) {
        return Optional.empty();
      }
      if (segment != PathIterator.SEG_CLOSE) {
        corners.add(new double[] {c[0], c[1]});
      }
    }
    if (corners.size() < 4) {
      return Optional.empty();
    }
    Rectangle2D box = shape.getBounds2D();
    for (int i = 0; i < corners.size(); i++) {
      double[] corner = corners.get(i);
      double[] opposite = corners.get((i + 2) % 4);
      if (Math.abs(corner[0] + opposite[0] - 2 * box.getCenterX()) > UNSEEN
          || Math.abs(corner[1] + opposite[1] - 2 * box.getCenterY()) > UNSEEN
          || Math.abs(Math.abs(corner[0] - box.getCenterX()) * 2 - box.getWidth()) > UNSEEN
          || Math.abs(Math.abs(corner[1] - box.getCenterY()) * 2 - box.getHeight()) > UNSEEN) {
        return Optional.empty();
      }
    }
    return Optional.of(box);
  }
}
