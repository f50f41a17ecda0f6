package dev.convatlas.drawing;

import dev.convatlas.drawing.Drawing.Box;
import dev.convatlas.drawing.Drawing.Edge;
import dev.convatlas.drawing.Drawing.Frame;
import dev.convatlas.drawing.Drawing.Shape;
import dev.convatlas.drawing.Placed.Line;
import dev.convatlas.drawing.Placed.Point;
import dev.convatlas.drawing.Placed.Rectangle;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.function.UnaryOperator;

/** Writes a placed drawing as the inside of an SVG element. Colours and fonts are classes. */
final class SvgText {
  private static final double ROUND = 5;

  private final UnaryOperator<String> href;
  private final StringBuilder out = new StringBuilder();

  private SvgText(UnaryOperator<String> href) {
    this.href = href;
  }

  /**
   * @param href address of a layer by its path; empty for no link
   */
  static String of(Placed placed, UnaryOperator<String> href) {
    SvgText svg = new SvgText(href);
    Drawing drawing = placed.drawing();
    for (int i = 0; i < drawing.frames().size(); i++) {
      svg.rect("f", placed.frames().get(i), 6);
    }
    for (int i = 0; i < drawing.edges().size(); i++) {
      svg.edge(drawing.edges().get(i), placed.edges().get(i));
    }
    for (int i = 0; i < drawing.boxes().size(); i++) {
      svg.box(drawing.boxes().get(i), placed.boxes().get(i));
    }
    // Over the edges, which stop around it where the frame has no other room.
    for (int i = 0; i < drawing.frames().size(); i++) {
      svg.title(drawing.frames().get(i), placed, i);
    }
    for (int i = 0; i < drawing.edges().size(); i++) {
      Point label = placed.edges().get(i).label();
      if (label != null) {
        svg.text("s", label.x(), label.y() + 3.5, drawing.edges().get(i).label());
      }
    }
    return svg.out.toString();
  }

  private void title(Frame frame, Placed placed, int index) {
    Rectangle at = placed.frames().get(index);
    begin(frame.layer());
    double start = placed.titleStart(index, Sizes.text(frame.title(), Sizes.FRAME));
    text("ft", start, at.y() + 16, frame.title());
    end(frame.layer());
  }

  private void box(Box box, Rectangle at) {
    if (box.shape() == Shape.TERMINAL) {
      rect("e", at, at.height() / 2);
      if (!box.title().isEmpty()) {
        text("d", at.x() + at.width() / 2, at.y() + at.height() / 2 + 3.5, box.title());
      }
      return;
    }
    begin(box.layer());
    if (Sizes.isRound(box)) {
      rect("j", at, at.height() / 2);
      text("t", at.x() + at.width() / 2, at.y() + at.height() / 2 + 4.5, Sizes.sign(box));
    } else {
      layers(box, at);
    }
    end(box.layer());
  }

  private void layers(Box box, Rectangle at) {
    if (box.repeat() > 1) {
      rect("b", new Rectangle(at.x() + 4, at.y() + 4, at.width(), at.height()), 4);
    }
    rect(box.shape() == Shape.JOIN ? "j" : "b", at, 4);
    if (box.shape() == Shape.LAYERS) {
      out.append("<path class=\"k k-").append(box.kind()).append("\" d=\"M");
      out.append(number(at.x() + 3.5)).append(' ').append(number(at.y() + 4));
      out.append('v').append(number(at.height() - 8)).append("\"/>");
    }
    double middle = at.x() + at.width() / 2;
    String title = box.repeat() > 1 ? box.title() + " ×" + box.repeat() : box.title();
    text("t", middle, at.y() + Sizes.TITLE_HEIGHT - 2, title);
    for (int i = 0; i < box.lines().size(); i++) {
      double y = at.y() + Sizes.TITLE_HEIGHT + 11 + i * Sizes.LINE_HEIGHT;
      text("d", middle, y, box.lines().get(i));
    }
  }

  private void edge(Edge edge, Line line) {
    List<Point> points = line.points();
    out.append("<path class=\"").append(edge.skip() ? "l skip" : "l").append("\" d=\"M");
    point(points.get(0));
    for (int i = 1; i < points.size() - 1; i++) {
      corner(points.get(i - 1), points.get(i), points.get(i + 1));
    }
    Point end = points.get(points.size() - 1);
    out.append('L');
    point(end);
    // The head of an arrow, which no marker needs an id for.
    out.append("m-3-4.5l3 4.5l3-4.5\"/>");
  }

  /** A bend with a round corner. */
  private void corner(Point before, Point at, Point after) {
    double radius = Math.min(ROUND, Math.min(distance(before, at), distance(at, after)) / 2);
    out.append('L');
    point(towards(at, before, radius));
    out.append('Q');
    point(at);
    out.append(' ');
    point(towards(at, after, radius));
  }

  private static double distance(Point a, Point b) {
    return Math.abs(a.x() - b.x()) + Math.abs(a.y() - b.y());
  }

  private static Point towards(Point from, Point to, double by) {
    return new Point(
        from.x() + Math.signum(to.x() - from.x()) * by,
        from.y() + Math.signum(to.y() - from.y()) * by);
  }

  private void begin(String layer) {
    String address = href.apply(layer);
    if (!address.isEmpty()) {
      out.append("<a href=\"").append(escape(address)).append("\">");
    }
  }

  private void end(String layer) {
    if (!href.apply(layer).isEmpty()) {
      out.append("</a>");
    }
  }

  private void rect(String style, Rectangle at, double round) {
    out.append("<rect class=\"").append(style);
    out.append("\" x=\"").append(number(at.x())).append("\" y=\"").append(number(at.y()));
    out.append("\" width=\"").append(number(at.width()));
    out.append("\" height=\"").append(number(at.height()));
    out.append("\" rx=\"").append(number(round)).append("\"/>");
  }

  private void text(String style, double x, double y, String text) {
    out.append("<text class=\"").append(style).append("\" x=\"").append(number(x));
    out.append("\" y=\"").append(number(y)).append("\">").append(escape(text)).append("</text>");
  }

  private void point(Point point) {
    out.append(number(point.x())).append(' ').append(number(point.y()));
  }

  /** At most one decimal. */
  static String number(double value) {
    return BigDecimal.valueOf(value)
        .setScale(1, RoundingMode.HALF_EVEN)
        .stripTrailingZeros()
        .toPlainString();
  }

  static String escape(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
