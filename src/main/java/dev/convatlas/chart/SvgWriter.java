package dev.convatlas.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Shape;
import java.awt.font.GlyphVector;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.PathIterator;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A small SVG file. What is drawn one after the other in the same way becomes one path; a glyph's
 * outline is written once and used wherever it stands; coordinates have at most two decimals;
 * colours are classes that follow the scheme of whoever looks.
 */
final class SvgWriter {
  /** Glyph outlines are whole numbers in this fraction of a pixel: sharp at any usual zoom. */
  private static final int GLYPH_UNITS = 32;

  private final int width;
  private final int height;
  private final StringBuilder body = new StringBuilder();
  private final Map<String, String> glyphs = new LinkedHashMap<>();
  private final SvgPath open = new SvgPath(2);
  private String openAttributes = "";

  SvgWriter(int width, int height) {
    this.width = width;
    this.height = height;
  }

  int width() {
    return width;
  }

  int height() {
    return height;
  }

  void fill(Shape shape, Color color) {
    begin("class=\"" + name(color) + "\"");
    open.append(shape.getPathIterator(null));
  }

  /** A round dot is a line of no length with round ends: 12 bytes each. */
  void dot(AffineTransform transform, Ellipse2D dot, Color color) {
    Rectangle2D box = transform.createTransformedShape(dot.getBounds2D()).getBounds2D();
    begin(
        "class=\"l %s\" stroke-width=\"%s\" stroke-linecap=\"round\""
            .formatted(name(color), SvgPath.number(box.getWidth())));
    open.dot(box.getCenterX(), box.getCenterY());
  }

  void stroke(Shape shape, Color color, BasicStroke stroke) {
    StringBuilder attributes = new StringBuilder("class=\"l " + name(color) + "\"");
    if (stroke.getLineWidth() != 1) {
      attributes.append(" stroke-width=\"%s\"".formatted(SvgPath.number(stroke.getLineWidth())));
    }
    if (stroke.getDashArray() != null) {
      StringBuilder dashes = new StringBuilder();
      for (float dash : stroke.getDashArray()) {
        dashes.append(dashes.isEmpty() ? "" : " ").append(SvgPath.number(dash));
      }
      attributes.append(" stroke-dasharray=\"").append(dashes).append('"');
    }
    begin(attributes.toString());
    open.append(shape.getPathIterator(null));
  }

  /** Glyphs beside each other from a point of the base line. */
  void glyphs(GlyphVector text, Point2D at, Color color) {
    close();
    body.append("<g class=\"").append(name(color)).append("\">");
    for (int i = 0; i < text.getNumGlyphs(); i++) {
      String outline = outline(text, i);
      if (outline.isEmpty()) {
        continue;
      }
      String id = glyphs.computeIfAbsent(outline, o -> "g" + glyphs.size());
      Point2D offset = text.getGlyphPosition(i);
      body.append("<use href=\"#")
          .append(id)
          .append("\" x=\"")
          .append(SvgPath.number(at.getX() + offset.getX()))
          .append("\" y=\"")
          .append(SvgPath.number(at.getY() + offset.getY()))
          .append("\"/>");
    }
    body.append("</g>");
  }

  private static String outline(GlyphVector text, int index) {
    Point2D at = text.getGlyphPosition(index);
    AffineTransform units = AffineTransform.getScaleInstance(GLYPH_UNITS, GLYPH_UNITS);
    units.translate(-at.getX(), -at.getY());
    SvgPath path = new SvgPath(0);
    PathIterator outline = text.getGlyphOutline(index).getPathIterator(units);
    path.append(outline);
    return path.toString();
  }

  private void begin(String attributes) {
    if (!attributes.equals(openAttributes)) {
      close();
      openAttributes = attributes;
    }
  }

  private void close() {
    if (!open.isEmpty()) {
      body.append("<path ").append(openAttributes).append(" d=\"").append(open).append("\"/>");
      open.clear();
    }
    openAttributes = "";
  }

  /** The class of a colour of the light palette. */
  private static String name(Color color) {
    Palette light = Palette.LIGHT;
    if (color.equals(light.text())) {
      return "t";
    }
    if (color.equals(light.line())) {
      return "a";
    }
    if (color.equals(light.grid())) {
      return "g";
    }
    if (color.equals(light.background())) {
      return "b";
    }
    int index = light.series().indexOf(color);
    if (index < 0) {
      throw new IllegalArgumentException("a colour that is not in the palette: " + color);
    }
    return "c" + index;
  }

  /**
   * The file.
   *
   * @param title what the picture shows, for people who open it by itself
   */
  byte[] file(String title) {
    close();
    StringBuilder file = new StringBuilder();
    file.append(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%1$d\" height=\"%2$d\" viewBox=\"0 0 %1$d %2$d\" role=\"img\">"
            .formatted(width, height));
    file.append("<title>").append(escape(title)).append("</title>");
    file.append("<style>").append(style(body.toString())).append("</style>");
    file.append("<defs>");
    String scale = SvgPath.number(1.0 / GLYPH_UNITS, 5);
    glyphs.forEach(
        (outline, id) ->
            file.append(
                "<path id=\"%s\" transform=\"scale(%s)\" d=\"%s\"/>"
                    .formatted(id, scale, outline)));
    file.append("</defs>").append(body).append("</svg>\n");
    return file.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static String style(String used) {
    return colors(Palette.LIGHT, used)
        + "@media (prefers-color-scheme:dark){"
        + colors(Palette.DARK, used)
        + "}";
  }

  private static String colors(Palette palette, String used) {
    Map<String, Color> named = new LinkedHashMap<>();
    named.put("b", palette.background());
    named.put("t", palette.text());
    named.put("a", palette.line());
    named.put("g", palette.grid());
    for (int i = 0; i < palette.series().size(); i++) {
      named.put("c" + i, palette.series(i));
    }
    StringBuilder css = new StringBuilder();
    named.forEach(
        (name, color) -> {
          if (used.contains("class=\"" + name + "\"")) {
            css.append(".%s{fill:%s}".formatted(name, hex(color)));
          }
          if (used.contains("class=\"l " + name + "\"")) {
            css.append(".l.%s{fill:none;stroke:%s}".formatted(name, hex(color)));
          }
        });
    return css.toString();
  }

  private static String hex(Color color) {
    return "#%06x".formatted(color.getRGB() & 0xffffff);
  }

  private static String escape(String text) {
    StringBuilder escaped = new StringBuilder();
    text.codePoints()
        // XML 1.0 has no way to write most control characters.
        .filter(c -> c >= 0x20 || c == '\t')
        .forEach(
            c -> {
              switch (c) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                default -> escaped.appendCodePoint(c);
              }
            });
    return escaped.toString();
  }
}
