package dev.convatlas.drawing;

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
  private static final double EDGE = 6;

  public static FieldPicture of(FieldMap map) {
    long top = 0;
    long left = 0;
    long bottom = map.height();
    long right = map.width();
    List<FieldMap.Spot> drawn =
        map.ends().stream().map(end -> map.spots().get(end).orElseThrow()).toList();
    for (FieldMap.Spot spot : drawn) {
      top = Math.min(top, spot.rows().low());
      bottom = Math.max(bottom, spot.rows().high() + 1);
      left = Math.min(left, spot.columns().low());
      right = Math.max(right, spot.columns().high() + 1);
    }
    double scale = (SIZE - 2 * EDGE) / Math.max(bottom - top, right - left);
    FieldPicture empty =
        new FieldPicture(
            (long) Math.ceil((right - left) * scale + 2 * EDGE),
            (long) Math.ceil((bottom - top) * scale + 2 * EDGE),
            scale,
            left - EDGE / scale,
            top - EDGE / scale,
            "");
    return empty.with(map, drawn);
  }

  private FieldPicture with(FieldMap map, List<FieldMap.Spot> drawn) {
    String input = rectangle("i", 0, 0, map.width(), map.height());
    StringBuilder out = new StringBuilder();
    out.append("<clipPath id=\"in-input\">").append(rectangle("", 0, 0, map.width(), map.height()));
    out.append("</clipPath>").append(input);
    for (int i = drawn.size() - 1; i >= 0; i--) {
      out.append(square("o c" + i, drawn.get(i)));
    }
    out.append("<g clip-path=\"url(#in-input)\">");
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
