package dev.convatlas.drawing;

import java.util.ArrayList;
import java.util.List;

/**
 * The fields of a few layers on their input, to scale: dashed where they leave it.
 *
 * @param width in CSS pixels, as {@code height}
 * @param scale CSS pixels of one pixel of the input
 * @param left pixel of the input at the left edge, as {@code top} at the upper one
 * @param content inside of the SVG element
 */
public record FieldPicture(
    long width, long height, double scale, double left, double top, String content) {
  private static final double SIZE = 380;
  private static final double NEAR = 300;
  private static final double FAR = 240;
  private static final double EDGE = 6;

  /** When fields are this much larger than the input, it is too small to see anything on it. */
  private static final int SMALL = 2;

  /** What is seen, in pixels of the input: up to and without the last ones. */
  private record Window(double top, double left, double bottom, double right) {
    double size() {
      return Math.max(bottom - top, right - left);
    }
  }

  /** All that the fields see; before it, where that dwarfs the input, the input by itself. */
  public static List<FieldPicture> of(FieldMap map) {
    List<FieldMap.Spot> drawn =
        map.ends().stream().map(end -> map.spots().get(end).orElseThrow()).toList();
    long input = Math.max(map.height(), map.width());
    Window all = all(map, drawn);
    List<FieldPicture> pictures = new ArrayList<>();
    if (all.size() > SMALL * input) {
      double margin = input / 16.0;
      Window near = new Window(-margin, -margin, map.height() + margin, map.width() + margin);
      pictures.add(empty(near, NEAR).with(map, drawn, "near"));
      pictures.add(empty(all, FAR).with(map, drawn, "far"));
    } else {
      pictures.add(empty(all, SIZE).with(map, drawn, "far"));
    }
    return List.copyOf(pictures);
  }

  private static Window all(FieldMap map, List<FieldMap.Spot> drawn) {
    long top = 0;
    long left = 0;
    long bottom = map.height();
    long right = map.width();
    for (FieldMap.Spot spot : drawn) {
      top = Math.min(top, spot.rows().low());
      bottom = Math.max(bottom, spot.rows().high() + 1);
      left = Math.min(left, spot.columns().low());
      right = Math.max(right, spot.columns().high() + 1);
    }
    return new Window(top, left, bottom, right);
  }

  private static FieldPicture empty(Window window, double size) {
    double scale = (size - 2 * EDGE) / window.size();
    return new FieldPicture(
        (long) Math.ceil((window.right() - window.left()) * scale + 2 * EDGE),
        (long) Math.ceil((window.bottom() - window.top()) * scale + 2 * EDGE),
        scale,
        window.left() - EDGE / scale,
        window.top() - EDGE / scale,
        "");
  }

  private FieldPicture with(FieldMap map, List<FieldMap.Spot> drawn, String name) {
    String input = rectangle("i", 0, 0, map.width(), map.height());
    StringBuilder out = new StringBuilder();
    out.append("<clipPath id=\"in-").append(name).append("\">");
    out.append(rectangle("", 0, 0, map.width(), map.height()));
    out.append("</clipPath>").append(input);
    for (int i = drawn.size() - 1; i >= 0; i--) {
      out.append(square("o c" + i, drawn.get(i)));
    }
    out.append("<g clip-path=\"url(#in-").append(name).append(")\">");
    for (int i = drawn.size() - 1; i >= 0; i--) {
      out.append(square("q c" + i, drawn.get(i)));
    }
    out.append("</g>");
    for (int i = drawn.size() - 1; i >= 0; i--) {
      FieldMap.Spot spot = drawn.get(i);
      double x = (spot.columns().low() + spot.columns().high() + 1) / 2.0;
      double y = (spot.rows().low() + spot.rows().high() + 1) / 2.0;
      out.append("<circle class=\"c").append(i).append("\" cx=\"");
      out.append(SvgText.number((x - left) * scale)).append("\" cy=\"");
      out.append(SvgText.number((y - top) * scale)).append("\" r=\"2\"/>");
    }
    return new FieldPicture(width, height, scale, left, top, out.toString());
  }

  private String square(String style, FieldMap.Spot spot) {
    return rectangle(
        style, spot.columns().low(), spot.rows().low(), spot.columns().size(), spot.rows().size());
  }

  private String rectangle(String style, long x, long y, long wide, long high) {
    return "<rect"
        + (style.isEmpty() ? "" : " class=\"" + style + "\"")
        + " x=\""
        + SvgText.number((x - left) * scale)
        + "\" y=\""
        + SvgText.number((y - top) * scale)
        + "\" width=\""
        + SvgText.number(wide * scale)
        + "\" height=\""
        + SvgText.number(high * scale)
        + "\"/>";
  }
}
