package dev.convatlas.report;

import dev.convatlas.catalog.Summary;
import dev.convatlas.definition.Metadata;
import java.util.ArrayList;
import java.util.List;

/**
 * A model in short, to stand in a frame of another page. It carries its styles itself, so that one
 * request shows it.
 *
 * @param facts family and year
 * @param href of the model's page
 * @param site title of the site
 * @param home of the catalog page
 * @param digest of the style, for the page's policy
 */
public record CardPage(
    String language,
    String title,
    String href,
    String facts,
    List<Badge> figures,
    String site,
    String home,
    String style,
    String digest) {

  public CardPage {
    figures = List.copyOf(figures);
  }

  /** In the folder of its language. */
  public static String path(String id) {
    return "embed/" + id + ".html";
  }

  public static CardPage of(Edition edition, Summary summary, String style, String digest) {
    Metadata metadata = summary.metadata();
    String up = Edition.up(path(summary.id()));
    List<String> facts = new ArrayList<>(List.of(edition.text(metadata.family())));
    if (metadata.year() != 0) {
      facts.add(Integer.toString(metadata.year()));
    }
    return new CardPage(
        edition.language().tag(),
        edition.text(metadata.title()),
        up + Addresses.model(summary.id()),
        String.join(" · ", facts),
        Badge.of(edition, summary),
        edition.text(edition.settings().title()),
        up + IndexPage.PATH,
        style,
        digest);
  }
}
