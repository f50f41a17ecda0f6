package dev.convatlas.drawing;

import java.util.List;

/**
 * A drawing with places, in pixels from its upper left corner.
 *
 * @param boxes in the order of the drawing's, as {@code frames} and {@code edges}
 */
record Placed(
    Drawing drawing,
    double width,
    double height,
    List<Rectangle> boxes,
    List<Rectangle> frames,
    List<Line> edges) {

  record Rectangle(double x, double y, double width, double height) {}

  record Point(double x, double y) {}

  /**
   * An edge.
   *
   * @param points corners, from the box that gives to the box that takes
   * @param label middle of its label; null when there is none
   */
  record Line(List<Point> points, Point label) {
    Line {
      points = List.copyOf(points);
    }
  }

  Placed {
    boxes = List.copyOf(boxes);
    frames = List.copyOf(frames);
    edges = List.copyOf(edges);
  }
}
