package dev.convatlas.report;

import dev.convatlas.catalog.Catalog;
import dev.convatlas.catalog.Summary;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Leads from an id that a model had before to the one that it has.
 *
 * @param id the one before
 * @param model the one that it has
 * @param title of the model
 * @param href of its page
 * @param canonical its absolute address; the relative one when the site's is not known
 */
public record MovedPage(
    Layout layout, String id, String model, String title, String href, String canonical) {

  public static String path(String id) {
    return Addresses.model(id);
  }

  public String path() {
    return path(id);
  }

  /** All of an edition; an id that is taken leads to whoever has it. */
  public static List<MovedPage> of(Edition edition, Catalog catalog) {
    Set<String> taken = new HashSet<>();
    catalog.models().forEach(model -> taken.add(folded(model.id())));
    List<MovedPage> pages = new ArrayList<>();
    for (Summary model : catalog.models()) {
      for (String alias : model.metadata().aliases()) {
        if (taken.add(folded(alias))) {
          pages.add(page(edition, model, alias));
        }
      }
    }
    return pages;
  }

  private static MovedPage page(Edition edition, Summary model, String alias) {
    String title = edition.text(model.metadata().title());
    String href = model.id() + ".html";
    Layout layout =
        edition.layout(
            path(alias), title, edition.word("about.moved.sentence", alias, title), Part.CATALOG);
    String url = edition.settings().url();
    return new MovedPage(
        layout,
        alias,
        model.id(),
        title,
        href,
        url.isEmpty() ? href : url + edition.folder() + Addresses.model(model.id()));
  }

  private static String folded(String id) {
    return id.toLowerCase(Locale.ROOT);
  }
}
