package dev.convatlas.drawing;

import java.util.List;

/** A file that stands by itself: pictures side by side, with the styles of the pages. */
final class SvgFile {
  private static final double GAP = 40;
  private static final double EDGE = 16;
  private static final double HEAD = 22;

  private static final String LIGHT =
      colors(
          "#fcfbf8", "#fffefb", "#f4f2ec", "#1f242c", "#565e6a", "#dedad0", "#2b6cb8", "#d0660c",
          "#125131", "#5e215c", "#7a828e", "#a93751", "#2295b9");
  private static final String DARK =
      colors(
          "#15181d", "#1b1f26", "#1e232b", "#e4e7eb", "#a7afbb", "#343b46", "#6ba6ea", "#f0994a",
          "#b1e7ce", "#9259a6", "#9aa2ae", "#bd6676", "#68bfdc");

  private static final String STYLE =
      """
      text{font:10.5px ui-monospace,Menlo,Consolas,"DejaVu Sans Mono",monospace;text-anchor:middle}\
      .t{font-size:12px;font-weight:600}.s{font-size:10px;stroke-width:3px;paint-order:stroke}\
      .h,.ft{font-size:11px;text-anchor:start}.k{stroke-width:3;stroke-linecap:round}\
      .l{fill:none;stroke-width:1.1}"""
          + LIGHT
          + "@media(prefers-color-scheme:dark){"
          + DARK
          + "}";

  private SvgFile() {}

  private static String colors(
      String paper,
      String raised,
      String sunk,
      String ink,
      String soft,
      String rule,
      String... kinds) {
    return ".p{fill:%paper}.t{fill:%ink}.d,.s,.ft,.h{fill:%soft}.s{stroke:%paper}"
            .replace("%paper", paper)
            .replace("%ink", ink)
            .replace("%soft", soft)
        + ".b,.j{fill:%raised;stroke:%rule}.f,.e{fill:%sunk;stroke:%rule}.e,.l{stroke:%soft}"
            .replace("%raised", raised)
            .replace("%rule", rule)
            .replace("%sunk", sunk)
            .replace("%soft", soft)
        + ".k{stroke:%4}".replace("%4", kinds[4])
        + ".k-convolution{stroke:%0}.j,.skip{stroke:%1}.k-pooling{stroke:%2}.k-linear{stroke:%3}"
            .replace("%0", kinds[0])
            .replace("%1", kinds[1])
            .replace("%2", kinds[2])
            .replace("%3", kinds[3])
        + ".k-attention{stroke:%5}.k-resampling{stroke:%6}"
            .replace("%5", kinds[5])
            .replace("%6", kinds[6]);
  }

  static String of(List<Placed> pictures, String title) {
    StringBuilder body = new StringBuilder();
    double width = EDGE;
    double height = 0;
    for (Placed picture : pictures) {
      String name = picture.drawing().name();
      body.append("<g transform=\"translate(").append(SvgText.number(width)).append(' ');
      body.append(SvgText.number(EDGE + HEAD)).append(")\">");
      if (!name.isEmpty()) {
        body.append("<text class=\"h\" y=\"-8\">").append(SvgText.escape(name)).append("</text>");
      }
      body.append(SvgText.of(picture, layer -> "")).append("</g>");
      double least = Sizes.text(name, Sizes.LINE + 0.4);
      width += Math.max(picture.width(), least) + GAP;
      height = Math.max(height, picture.height());
    }
    String right = SvgText.number(Math.ceil(width - GAP + EDGE));
    String bottom = SvgText.number(Math.ceil(height + HEAD + 2 * EDGE));
    return "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\""
        + right
        + "\" height=\""
        + bottom
        + "\" viewBox=\"0 0 "
        + right
        + " "
        + bottom
        + "\"><title>"
        + SvgText.escape(title)
        + "</title><style>"
        + STYLE
        + "</style><rect class=\"p\" width=\"100%\" height=\"100%\"/>"
        + body
        + "</svg>\n";
  }
}
