package dev.convatlas.report;

import dev.convatlas.catalog.Catalog;
import dev.convatlas.catalog.Summary;
import dev.convatlas.text.Numbers;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A further page of the catalog's table, for readers without scripts; the first is on the catalog
 * page.
 */
public record ModelsPage(Layout layout, String title, Table models, List<Link> pages) {

  /** Models of a page. */
  static final int SIZE = 250;

  public ModelsPage {
    pages = List.copyOf(pages);
  }

  /**
   * @param number from 1
   */
  public static String path(int number) {
    return number == 1 ? IndexPage.PATH : "catalog/" + number + ".html";
  }

  /** How many pages the table has; at least one. */
  public static int count(Catalog catalog) {
    return Math.max(1, (catalog.models().size() + SIZE - 1) / SIZE);
  }

  /**
   * @param number from 2
   */
  public static ModelsPage of(Edition edition, Catalog catalog, int number) {
    String title = edition.word("site.index.page", number, count(catalog));
    return new ModelsPage(
        edition.layout(path(number), title, title, Part.CATALOG),
        title,
        table(edition, catalog, number),
        pages(edition, catalog, number));
  }

  static Table table(Edition edition, Catalog catalog, int number) {
    String up = Edition.up(path(number));
    List<Summary> models =
        catalog.models().stream().skip((number - 1L) * SIZE).limit(SIZE).toList();
    // A model may be called like a part of the page, which scripts would then take its row for.
    return Table.of(
        SummaryColumns.of(edition, catalog.models(), up), models, model -> "m-" + model.id());
  }

  /** Links by the numbers of the models that each page has; none when there is one page only. */
  static List<Link> pages(Edition edition, Catalog catalog, int current) {
    int count = count(catalog);
    String up = Edition.up(path(current));
    return IntStream.rangeClosed(1, count == 1 ? 0 : count)
        .mapToObj(
            number ->
                new Link(
                    edition.word(
                        "site.index.from",
                        Numbers.exact((number - 1L) * SIZE + 1),
                        Numbers.exact(Math.min((long) number * SIZE, catalog.models().size()))),
                    up + path(number),
                    "",
                    number == current))
        .toList();
  }
}
