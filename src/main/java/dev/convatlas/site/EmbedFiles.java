package dev.convatlas.site;

import dev.convatlas.catalog.Summary;
import dev.convatlas.report.Badge;
import dev.convatlas.report.CardPage;
import dev.convatlas.report.Edition;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** A model's badges and its card, for other people's pages. */
record EmbedFiles(List<Edition> editions, Pages pages) {
  private static final String STYLE =
      new String(SiteAssets.read("card.css"), StandardCharsets.UTF_8);
  private static final String DIGEST = SiteAssets.digest(STYLE);

  /** White on both keeps 4.5:1 (WCAG 2.2, 1.4.3). */
  private static final String LABEL = "4a515c";

  private static final String MESSAGE = "2b6cb8";

  /** In pixels, as all of a badge. */
  private static final int HEIGHT = 20;

  private static final int PADDING = 6;

  /** What makes its files, by path. */
  Map<String, Consumer<Sink>> makers(Summary summary) {
    String id = summary.id();
    Map<String, Consumer<Sink>> makers = new LinkedHashMap<>();
    for (Badge badge : Badge.of(editions.get(0), summary)) {
      put(makers, badge.picture(id), () -> svg(badge).getBytes(StandardCharsets.UTF_8));
      put(makers, badge.endpoint(id), () -> DataFiles.badge(badge, MESSAGE));
    }
    for (Edition edition : editions) {
      put(
          makers,
          edition.folder() + CardPage.path(id),
          () ->
              pages.render(
                  "card", edition.language(), CardPage.of(edition, summary, STYLE, DIGEST)));
    }
    return makers;
  }

  private static void put(
      Map<String, Consumer<Sink>> makers, String path, Supplier<byte[]> content) {
    makers.put(path, sink -> sink.put(path, content.get()));
  }

  static String svg(Badge badge) {
    int label = width(badge.label());
    int message = width(badge.message());
    int first = label + 2 * PADDING;
    int all = first + message + 2 * PADDING;
    String alt = escaped(badge.label() + ": " + badge.message());
    return "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\""
        + all
        + "\" height=\""
        + HEIGHT
        + "\" role=\"img\" aria-label=\""
        + alt
        + "\"><title>"
        + alt
        + "</title><clipPath id=\"r\"><rect width=\""
        + all
        + "\" height=\"20\" rx=\"3\"/></clipPath><g clip-path=\"url(#r)\"><path fill=\"#"
        + LABEL
        + "\" d=\"M0 0h"
        + first
        + "v20H0z\"/><path fill=\"#"
        + MESSAGE
        + "\" d=\"M"
        + first
        + " 0H"
        + all
        + "v20H"
        + first
        + "z\"/></g><g fill=\"#fff\" font-size=\"11\""
        + " font-family=\"Verdana,DejaVu Sans,Geneva,sans-serif\">"
        + text(PADDING, label, badge.label())
        + text(first + PADDING, message, badge.message())
        + "</g></svg>\n";
  }

  /** Whatever font there is, the text gets the room that was left for it. */
  private static String text(int x, int width, String text) {
    return "<text x=\""
        + x
        + "\" y=\"14\" textLength=\""
        + width
        + "\" lengthAdjust=\"spacingAndGlyphs\">"
        + escaped(text)
        + "</text>";
  }

  /** About what Verdana takes at 11 pixels; a Chinese character is as wide as it is high. */
  private static int width(String text) {
    return text.codePoints()
            .map(
                letter -> {
                  if (letter >= 0x2e80) {
                    return 110;
                  }
                  if ("fijlrt.,:;|'! ".indexOf(letter) >= 0) {
                    return 40;
                  }
                  return "mwMW%@".indexOf(letter) >= 0 ? 105 : 70;
                })
            .sum()
        / 10;
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
  }
}
