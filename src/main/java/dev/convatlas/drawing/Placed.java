package dev.convatlas.drawing;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

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

  /** The same places for a drawing with the same boxes. */
  Placed of(Drawing other) {
    return new Placed(other, width, height, boxes, frames, edges);
  }

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

    /** From corner to corner; each is a line, so one of its sizes is 0. */
    List<Rectangle> parts() {
      return IntStream.range(1, points.size()).mapToObj(i -> part(i - 1, i)).toList();
    }

    private Rectangle part(int from, int to) {
      Point a = points.get(from);
      Point b = points.get(to);
      return new Rectangle(
          Math.min(a.x(), b.x()),
          Math.min(a.y(), b.y()),
          Math.abs(a.x() - b.x()),
          Math.abs(a.y() - b.y()));
    }
  }

  /** Of a frame's title, from the frame's upper and left edge. */
  static final double TITLE_LEFT = 12;

  private static final double TITLE_TOP = 4;
  private static final double TITLE_BOTTOM = 20;

  /** Between a title and what passes it. */
  private static final double GAP = 5;

  /**
   * Where a frame's title begins so that no edge runs through it: at the left, or right of what
   * enters there; at the left too where the frame has no such room.
   *
   * @param width of the title
   */
  double titleStart(int frame, double width) {
    Rectangle at = frames.get(frame);
    double left = at.x() + TITLE_LEFT;
    List<Rectangle> passing =
        edges.stream()
            .flatMap(edge -> edge.parts().stream())
            .filter(part -> part.y() <= at.y() + TITLE_BOTTOM)
            .filter(part -> part.y() + part.height() >= at.y() + TITLE_TOP)
            .sorted(Comparator.comparing(Rectangle::x))
            .toList();
    double start = left;
    for (Rectangle part : passing) {
      if (part.x() - GAP < start + width && part.x() + part.width() + GAP > start) {
        start = part.x() + part.width() + GAP;
      }
    }
    return start + width + GAP <= at.x() + at.width() ? start : left;
  }

  Placed {
    boxes = List.copyOf(boxes);
    frames = List.copyOf(frames);
    edges = List.copyOf(edges);
  }
}
