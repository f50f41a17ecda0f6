package dev.convatlas.site;

import dev.convatlas.report.Entries.Heading;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The headings of pages of the guide, for the search. */
final class Headings {
  private static final Pattern HEADING =
      Pattern.compile("<h2(?: id=\"([^\"]*)\")?[^>]*>(.*?)</h2>", Pattern.DOTALL);
  private static final Pattern TAG = Pattern.compile("<[^>]*>");

  private Headings() {}

  static List<Heading> of(String chapter, byte[] page) {
    return HEADING
        .matcher(new String(page, StandardCharsets.UTF_8))
        .results()
        .map(found -> heading(chapter, found))
        .toList();
  }

  private static Heading heading(String chapter, MatchResult found) {
    String text = TAG.matcher(found.group(2)).replaceAll("");
    return new Heading(chapter, found.group(1) == null ? "" : found.group(1), plain(text).strip());
  }

  /** What Thymeleaf escapes in texts. */
  private static String plain(String html) {
    return html.replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&#39;", "'")
        .replace("&amp;", "&");
  }
}
