package dev.convatlas.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Where a picture is drawn, with the few things that stand around the plot. */
final class Canvas {
  static final float TEXT_SIZE = 12;

  /** Room that a text needs above the middle of its line, and below. */
  static final double HALF_LINE = 6;

  /** From the middle of a numeral down to its base line. */
  private static final double BASE_LINE = 4.4;

  private static final int RING = 4;

  /** Of so few letters, the first ones say nothing. */
  private static final int SHORT = 12;

  private static final Palette COLORS = Palette.LIGHT;

  private final Graphics2D graphics;
  private final List<Rectangle2D> texts = new ArrayList<>();

  Canvas(Graphics2D graphics) {
    this.graphics = graphics;
  }

  Graphics2D graphics() {
    return graphics;
  }

  /** Where texts stand so far: none may touch another. */
  List<Rectangle2D> texts() {
    return List.copyOf(texts);
  }

  void background(int width, int height) {
    graphics.setColor(COLORS.background());
    graphics.fill(new Rectangle2D.Double(0, 0, width, height));
  }

  void grid(double x1, double y1, double x2, double y2) {
    line(x1, y1, x2, y2, COLORS.grid(), new BasicStroke(1));
  }

  void axis(double x1, double y1, double x2, double y2) {
    line(x1, y1, x2, y2, COLORS.line(), new BasicStroke(1));
  }

  /** A circle around a point of a line of that colour. */
  void ring(double x, double y, int series) {
    Ellipse2D circle = new Ellipse2D.Double(x - RING, y - RING, 2 * RING, 2 * RING);
    graphics.setColor(COLORS.background());
    graphics.fill(circle);
    graphics.setColor(COLORS.series(series));
    graphics.setStroke(Strokes.series(0));
    graphics.draw(circle);
  }

  void mark(double x1, double y1, double x2, double y2) {
    line(x1, y1, x2, y2, COLORS.text(), Strokes.dotted());
  }

  private void line(double x1, double y1, double x2, double y2, Color color, BasicStroke stroke) {
    graphics.setColor(color);
    graphics.setStroke(stroke);
    graphics.draw(new Line2D.Double(x1, y1, x2, y2));
  }

  double width(String text) {
    return Letters.width(text);
  }

  double widest(Stream<String> texts) {
    return texts.mapToDouble(this::width).max().orElse(0);
  }

  /** A text that ends at x. */
  void right(String text, double x, double middle) {
    left(text, x - width(text), middle);
  }

  void centered(String text, double x, double middle) {
    left(text, x - width(text) / 2, middle);
  }

  /** A text that begins at x; its line has its middle at {@code middle}. */
  void left(String text, double x, double middle) {
    texts.add(box(text, x, middle));
    graphics.setColor(COLORS.text());
    double base = middle + BASE_LINE;
    if (graphics instanceof SvgGraphics svg) {
      svg.text(text, x, base);
    } else {
      // Drawn as glyphs, pixels would depend on the machine's way of smoothing text.
      graphics.fill(Letters.glyphs(text).getOutline((float) x, (float) base));
    }
  }

  /** The room that {@link #left} takes. */
  Rectangle2D box(String text, double x, double middle) {
    return new Rectangle2D.Double(x, middle - HALF_LINE, width(text), 2 * HALF_LINE);
  }

  boolean isFree(Rectangle2D box) {
    return texts.stream().noneMatch(box::intersects);
  }

  /** The text, or its beginning and its end when it is wider. */
  String fitting(String text, double room) {
    int kept = text.length();
    String shown = text;
    while (width(shown) > room && kept > 2) {
      kept--;
      shown = elided(text, kept);
    }
    return shown;
  }

  /** What tells layers apart stands at the end of their paths: it keeps more of the room. */
  private static String elided(String text, int kept) {
    int head = kept < SHORT ? 0 : kept / 3;
    int tail = kept - head;
    head = head > 0 && Character.isHighSurrogate(text.charAt(head - 1)) ? head - 1 : head;
    int from = text.length() - tail;
    from = Character.isLowSurrogate(text.charAt(from)) ? from + 1 : from;
    return text.substring(0, head) + "…" + text.substring(from);
  }
}
