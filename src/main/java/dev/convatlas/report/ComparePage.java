package dev.convatlas.report;

import dev.convatlas.catalog.Catalog;
import java.util.List;

/**
 * The page on which readers compare models of their choice; scripts fill it.
 *
 * @param title of the page
 * @param authored comparisons of the catalog's author
 */
public record ComparePage(Layout layout, String title, List<ComparisonPage.Card> authored) {

  public static final String PATH = "compare.html";

  public static ComparePage of(Edition edition, Catalog catalog) {
    String title = edition.word("compare.view.title");
    return new ComparePage(
        edition.layout(PATH, title, edition.word("compare.view.lead"), Part.COMPARE),
        title,
        ComparisonPage.Card.of(edition, catalog.comparisons(), ""));
  }
}
