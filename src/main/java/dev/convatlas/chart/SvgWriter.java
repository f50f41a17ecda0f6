package dev.convatlas.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A small SVG file. What is drawn one after the other in the same way becomes one path; what stands
 * in several of its pictures is written once; coordinates have one decimal; colours are classes
 * that follow the scheme of whoever looks. Texts are in the reader's own font, stretched to the
 * width that they were given here, so that they never touch.
 */
final class SvgWriter {
  /** Of coordinates: no screen shows less than a tenth of a CSS pixel. */
  private static final int DECIMALS = 1;

  /** Between pictures, so that none shows at the edge of another. */
  private static final int GAP = 20;

  private static final String FONT =
      "text{font:"
          + SvgPath.number(Canvas.TEXT_SIZE)
          + "px system-ui,-apple-system,\"Segoe UI\",Roboto,\"Noto Sans\",sans-serif}";

  /** What is shorter costs more to share than to write again. */
  private static final int WORTH_SHARING = 60;

  private final int width;
  private final int height;
  private final StringBuilder views = new StringBuilder();
  private final List<Place> places = new ArrayList<>();

  /** Where pictures stand, by what they show. */
  private final Map<Object, Place> shown = new HashMap<>();

  /** Of the picture that is being drawn. */
  private final List<String> elements = new ArrayList<>();

  private final SvgPath open = new SvgPath(DECIMALS);
  private final List<Rectangle2D> openBars = new ArrayList<>();
  private Color openFill;
  private String openAttributes = "";
  private final StringBuilder openTexts = new StringBuilder();
  private Color openText;

  /** A picture in the file. */
  private record Place(int top, int tall, List<String> elements) {}

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

  /**
   * A picture below all others; one that looks like another is that other.
   *
   * @param looks what it shows: pictures with equal ones are drawn once
   * @param paint draws it at the origin
   */
  void picture(Object looks, int tall, Runnable paint) {
    if (shown.containsKey(looks)) {
      return;
    }
    paint.run();
    close();
    List<String> drawn = List.copyOf(elements);
    elements.clear();
    Place place =
        places.stream()
            .filter(other -> other.elements().equals(drawn))
            .findFirst()
            .orElseGet(() -> added(tall, drawn));
    shown.put(looks, place);
  }

  private Place added(int tall, List<String> drawn) {
    Place last = places.isEmpty() ? null : places.get(places.size() - 1);
    Place place = new Place(last == null ? 0 : last.top() + last.tall() + GAP, tall, drawn);
    places.add(place);
    return place;
  }

  /** Addresses with that name show a picture alone. */
  void view(String name, Object looks, int tall) {
    views
        .append("<view")
        .append(attribute("id", name))
        .append(attribute("viewBox", "0 " + shown.get(looks).top() + " " + width + " " + tall))
        .append("/>");
  }

  void fill(Shape shape, Color color) {
    begin(attribute("class", name(color)));
    Optional<Rectangle2D> bar = Bars.bar(shape);
    bar.ifPresent(openBars::add);
    openFill = color;
    if (bar.isEmpty()) {
      open.append(shape.getPathIterator(null));
    }
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

  /** A text that begins at a point of its base line. */
  void text(String text, Point2D at, Color color) {
    if (!color.equals(openText)) {
      close();
      openText = color;
    }
    openTexts
        .append("<text")
        .append(attribute("x", SvgPath.number(at.getX(), DECIMALS)))
        .append(attribute("y", SvgPath.number(at.getY(), DECIMALS)));
    if (text.length() > 1) {
      openTexts.append(attribute("textLength", Math.round(Letters.width(text))));
    }
    openTexts.append('>').append(escape(text)).append("</text>");
  }

  private void begin(String attributes) {
    if (!attributes.equals(openAttributes)) {
      close();
      openAttributes = attributes;
    }
  }

  private void close() {
    if (!openBars.isEmpty()) {
      bars();
    }
    if (!open.isEmpty()) {
      elements.add("<path" + openAttributes + attribute("d", open) + "/>");
      open.clear();
    }
    openAttributes = "";
    if (openText != null) {
      elements.add("<g" + attribute("class", name(openText)) + ">" + openTexts + "</g>");
      openTexts.setLength(0);
      openText = null;
    }
  }

  /** Many bars of one thickness are strokes of one path; others keep their corners. */
  private void bars() {
    Optional<Bars> strokes = Bars.of(openBars);
    if (strokes.isPresent()) {
      SvgPath path = new SvgPath(DECIMALS);
      strokes.get().write(path);
      if (!path.isEmpty()) {
        elements.add(
            "<path"
                + attribute("class", "l " + name(openFill))
                + attribute("stroke-width", SvgPath.number(strokes.get().thickness()))
                + attribute("d", path)
                + "/>");
      }
    } else {
      openBars.forEach(bar -> open.append(bar.getPathIterator(null)));
    }
    openBars.clear();
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
    StringBuilder shared = new StringBuilder();
    StringBuilder body = new StringBuilder();
    Map<String, String> written = written(shared);
    for (Place place : places) {
      String moved = "<g" + attribute("transform", "translate(0 " + place.top() + ")") + ">";
      body.append(place.top() == 0 ? "" : moved);
      place.elements().forEach(element -> body.append(written.getOrDefault(element, element)));
      body.append(place.top() == 0 ? "" : "</g>");
    }
    StringBuilder file = new StringBuilder("<svg xmlns=\"http://www.w3.org/2000/svg\"");
    file.append(attribute("width", width))
        .append(attribute("height", height))
        .append(attribute("viewBox", "0 0 " + width + " " + height))
        .append(attribute("role", "img"))
        .append("><title>")
        .append(escape(title))
        .append("</title><style>")
        .append(style(shared.toString() + body))
        .append("</style>");
    if (!shared.isEmpty()) {
      file.append("<defs>").append(shared).append("</defs>");
    }
    file.append(views).append(body).append("</svg>\n");
    return file.toString().getBytes(StandardCharsets.UTF_8);
  }

  /** References to those elements that are written once for all the pictures that have them. */
  private Map<String, String> written(StringBuilder shared) {
    Map<String, Integer> uses = new LinkedHashMap<>();
    for (Place place : places) {
      place.elements().forEach(element -> uses.merge(element, 1, Integer::sum));
    }
    Map<String, String> references = new HashMap<>();
    uses.forEach(
        (element, times) -> {
          if (times > 1 && element.length() > WORTH_SHARING) {
            String id = "s" + references.size();
            shared.append("<g").append(attribute("id", id)).append('>').append(element);
            shared.append("</g>");
            references.put(element, "<use" + attribute("href", "#" + id) + "/>");
          }
        });
    return references;
  }

  private static String style(String used) {
    return (used.contains("<text") ? FONT : "")
        + colors(Palette.LIGHT, used)
        + "@media (prefers-color-scheme:dark){"
        + colors(Palette.DARK, used)
        + "}"
        // Last, since a line may have the colour of what is filled.
        + (used.contains("class=\"l ") ? ".l{fill:none}" : "");
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
            css.append(".l.").append(name).append("{stroke:").append(hex(color)).append('}');
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
