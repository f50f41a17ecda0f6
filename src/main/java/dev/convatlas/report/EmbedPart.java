package dev.convatlas.report;

import dev.convatlas.catalog.Summary;
import java.util.List;
import java.util.stream.Collectors;

/**
 * How a model is shown on other people's pages.
 *
 * @param badges pictures as they look
 * @param markdown shows the badges
 * @param html shows the card in a frame
 * @param root relative way to the site's root, for a script to find its address; empty where the
 *     catalog says it
 */
public record EmbedPart(List<Picture> badges, String markdown, String html, String root) {

  /** Stands for the address of a site that has not said it. */
  public static final String SITE = "SITE/";

  /** A picture of the site, by its address from the page. */
  public record Picture(String src, String alt) {}

  public EmbedPart {
    badges = List.copyOf(badges);
  }

  /**
   * @param words of the site's first language: badges have no others
   */
  static EmbedPart of(Edition edition, Edition words, Summary summary, String root) {
    String id = summary.id();
    String url = edition.settings().url().isEmpty() ? SITE : edition.settings().url();
    List<Badge> badges = Badge.of(words, summary);
    String page = url + edition.folder() + Addresses.model(id);
    String title = edition.text(summary.metadata().title());
    return new EmbedPart(
        badges.stream().map(badge -> new Picture(root + badge.picture(id), alt(badge))).toList(),
        badges.stream()
            .map(badge -> "[![" + alt(badge) + "](" + url + badge.picture(id) + ")](" + page + ")")
            .collect(Collectors.joining("\n")),
        "<iframe src=\""
            + url
            + edition.folder()
            + CardPage.path(id)
            + "\" title=\""
            + title.replace("&", "&amp;").replace("\"", "&quot;").replace("<", "&lt;")
            + "\" width=\"420\" height=\"150\" loading=\"lazy\"></iframe>",
        edition.settings().url().isEmpty() ? root : "");
  }

  private static String alt(Badge badge) {
    return badge.label() + ": " + badge.message();
  }
}
