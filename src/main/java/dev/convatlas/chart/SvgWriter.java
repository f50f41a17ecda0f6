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
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A small SVG file. What is drawn one after the other in the same way becomes one path; a glyph's
 * outline is written once and used wherever it stands; coordinates have one decimal; colours are
 * classes that follow the scheme of whoever looks.
 */
final class SvgWriter {
  /** Glyph outlines are whole numbers in this fraction of a pixel: sharp at any usual zoom. */
  private static final int GLYPH_UNITS = 32;

  /** Of coordinates: no screen shows less than a tenth of a CSS pixel. */
  private static final int DECIMALS = 1;

  /** Between pictures, so that none shows at the edge of another. */
  private static final int GAP = 20;

  private final boolean repeating;
  private final int width;
  private final int height;
  private final StringBuilder body = new StringBuilder();
  private final StringBuilder views = new StringBuilder();

  /** Where pictures stand, by what they look like. */
  private final Map<String, Integer> places = new HashMap<>();

  /** The lower end of all pictures. */
  private int end;

  private final Map<Integer, Glyph> glyphs = new LinkedHashMap<>();
  private final Map<String, String> texts = new LinkedHashMap<>();
  private final SvgPath open = new SvgPath(DECIMALS);
  private String openAttributes = "";
  private Color openText;

  SvgWriter(int width, int height) {
    this(width, height, false);
  }

  /**
   * @param repeating whether the same texts come again and again, so that each is written once
   */
  SvgWriter(int width, int height, boolean repeating) {
    this.repeating = repeating;
    this.width = width;
    this.height = height;
    this.end = height;
  }

  int width() {
    return width;
  }

  int height() {
    return height;
  }

  /**
   * A picture below all others that addresses with its name show alone; one that looks like another
   * is that other.
   *
   * @param paint draws it at the origin
   */
  void view(String name, int tall, Runnable paint) {
    close();
    if (views.isEmpty()) {
      places.put(body.toString(), 0);
    }
    int before = body.length();
    paint.run();
    close();
    String picture = body.substring(before);
    body.setLength(before);
    Integer top = places.get(picture);
    if (top == null) {
      top = end + GAP;
      end = top + tall;
      places.put(picture, top);
      body.append("<g")
          .append(attribute("transform", "translate(0 " + top + ")"))
          .append('>')
          .append(picture)
          .append("</g>");
    }
    views
        .append("<view")
        .append(attribute("id", name))
        .append(attribute("viewBox", "0 " + top + " " + width + " " + tall))
        .append("/>");
  }

  void fill(Shape shape, Color color) {
    begin(attribute("class", name(color)));
    open.append(shape.getPathIterator(null));
  }

  /** A round dot is a line of no length with round ends: 12 bytes each. */
  void dot(AffineTransform transform, Ellipse2D dot, Color color) {
    Rectangle2D box = transform.createTransformedShape(dot.getBounds2D()).getBounds2D();
    begin(
        attribute("class", "l " + name(color))
            + attribute("stroke-width", SvgPath.number(box.getWidth()))
            + attribute("stroke-linecap", "round"));
    open.dot(tenth(box.getCenterX()), tenth(box.getCenterY()));
  }

  /** A dot that is a twentieth of a pixel beside its place is none the worse. */
  private static double tenth(double value) {
    return Math.rint(value * 10) / 10;
  }

  void stroke(Shape shape, Color color, BasicStroke stroke) {
    String attributes = attribute("class", "l " + name(color));
    if (stroke.getLineWidth() != 1) {
      attributes += attribute("stroke-width", SvgPath.number(stroke.getLineWidth()));
    }
    if (stroke.getDashArray() != null) {
      StringBuilder dashes = new StringBuilder();
      for (float dash : stroke.getDashArray()) {
        dashes.append(dashes.isEmpty() ? "" : " ").append(SvgPath.number(dash));
      }
      attributes += attribute("stroke-dasharray", dashes);
    }
    begin(attributes);
    open.append(shape.getPathIterator(null));
  }

  private static String attribute(String name, Object value) {
    return " " + name + "=\"" + value + "\"";
  }

  /**
   * Glyphs beside each other from a point of the base line. Each stands where it does in its text:
   * texts that begin alike are written alike, which compresses well.
   */
  void glyphs(GlyphVector text, Point2D at, Color color) {
    if (!color.equals(openText)) {
      close();
      body.append("<g").append(attribute("class", name(color))).append('>');
      openText = color;
    }
    String letters = letters(text);
    if (repeating) {
      String id = texts.computeIfAbsent(letters, l -> "t" + texts.size());
      body.append("<use")
          .append(attribute("href", "#" + id))
          .append(attribute("x", SvgPath.number(at.getX(), DECIMALS)))
          .append(attribute("y", SvgPath.number(at.getY(), DECIMALS)))
          .append("/>");
    } else {
      String place =
          "translate(" + SvgPath.number(at.getX()) + " " + SvgPath.number(at.getY()) + ")";
      body.append("<g").append(attribute("transform", place)).append('>');
      body.append(letters).append("</g>");
    }
  }

  private String letters(GlyphVector text) {
    StringBuilder letters = new StringBuilder();
    for (int i = 0; i < text.getNumGlyphs(); i++) {
      Glyph glyph = glyph(text, i);
      if (glyph.outline().isEmpty()) {
        continue;
      }
      double offset = text.getGlyphPosition(i).getX();
      letters.append("<use").append(attribute("href", "#" + glyph.id()));
      if (offset > 0) {
        letters.append(attribute("x", SvgPath.number(offset)));
      }
      letters.append("/>");
    }
    return letters.toString();
  }

  /** What all the uses of a glyph share. */
  private record Glyph(String id, String outline) {}

  /** By the font's own number: a picture has one font in one size. */
  private Glyph glyph(GlyphVector text, int index) {
    Glyph known = glyphs.get(text.getGlyphCode(index));
    if (known == null) {
      known = new Glyph("g" + glyphs.size(), outline(text, index));
      glyphs.put(text.getGlyphCode(index), known);
    }
    return known;
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
      body.append("<path").append(openAttributes).append(attribute("d", open)).append("/>");
      open.clear();
    }
    openAttributes = "";
    if (openText != null) {
      body.append("</g>");
      openText = null;
    }
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
    StringBuilder file = new StringBuilder("<svg xmlns=\"http://www.w3.org/2000/svg\"");
    file.append(attribute("width", width))
        .append(attribute("height", height))
        .append(attribute("viewBox", "0 0 " + width + " " + height))
        .append(attribute("role", "img"))
        .append("><title>")
        .append(escape(title))
        .append("</title><style>")
        .append(style(body.toString()))
        .append("</style><defs>");
    String scale = "scale(" + SvgPath.number(1.0 / GLYPH_UNITS, 5) + ")";
    for (Glyph glyph : glyphs.values()) {
      if (!glyph.outline().isEmpty()) {
        file.append("<path")
            .append(attribute("id", glyph.id()))
            .append(attribute("transform", scale))
            .append(attribute("d", glyph.outline()))
            .append("/>");
      }
    }
    texts.forEach(
        (letters, id) ->
            file.append("<g")
                .append(attribute("id", id))
                .append('>')
                .append(letters)
                .append("</g>"));
    file.append("</defs>").append(views).append(body).append("</svg>\n");
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
            css.append('.').append(name).append("{fill:").append(hex(color)).append('}');
          }
          if (used.contains("class=\"l " + name + "\"")) {
            css.append(".l.")
                .append(name)
                .append("{fill:none;stroke:")
                .append(hex(color))
                .append('}');
          }
        });
    return css.toString();
  }

  private static String hex(Color color) {
    return "#" + Integer.toHexString((color.getRGB() & 0xffffff) | 0x1000000).substring(1);
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
