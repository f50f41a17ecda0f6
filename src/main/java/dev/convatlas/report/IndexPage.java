package dev.convatlas.report;

import dev.convatlas.analysis.Count;
import dev.convatlas.catalog.Catalog;
import dev.convatlas.catalog.Family;
import dev.convatlas.text.Numbers;
import java.util.Comparator;
import java.util.List;

/**
 * The catalog.
 *
 * @param description HTML; empty when there is none
 * @param lead the chart that stands beside the title; one or none
 * @param charts the others
 * @param models the first of them, see {@link ModelsPage}
 * @param comparisons of the catalog's author
 * @param pages the pages of the table; none when it has one only
 */
public record IndexPage(
    Layout layout,
    String title,
    String description,
    List<Figure> figures,
    List<ChartFigure> lead,
    List<ChartFigure> charts,
    Table models,
    List<Link> pages,
    List<Card> families,
    List<ComparisonPage.Card> comparisons) {

  public static final String PATH = "index.html";

  /** Compute against parameters: the whole catalog at a glance. */
  private static final String LEAD = "chart-macs-params";

  /**
   * A family on the catalog page.
   *
   * @param models how many it has
   * @param params from the smallest to the largest
   */
  public record Card(String title, String href, String models, String params) {}

  public static IndexPage of(Edition edition, Catalog catalog, List<ChartFigure> charts) {
    String title = edition.text(catalog.settings().title());
    return new IndexPage(
        edition.layout(
            PATH,
            title,
            edition.word("site.index.summary", catalog.models().size(), catalog.families().size()),
            Part.CATALOG),
        title,
        edition.html(catalog.settings().description()),
        figures(edition, catalog),
        charts.stream().filter(chart -> chart.id().equals(LEAD)).toList(),
        charts.stream().filter(chart -> !chart.id().equals(LEAD)).toList(),
        ModelsPage.table(edition, catalog, 1),
        ModelsPage.pages(edition, catalog, 1),
        catalog.families().stream().map(family -> card(edition, family)).toList(),
        ComparisonPage.Card.of(edition, catalog.comparisons(), ""));
  }

  private static List<Figure> figures(Edition edition, Catalog catalog) {
    long layers = catalog.models().stream().mapToLong(model -> model.totals().layers()).sum();
    return List.of(
        figure(edition.word("site.index.models"), catalog.models().size()),
        figure(edition.word("site.index.families"), catalog.families().size()),
        figure(edition.word("site.index.layers"), layers));
  }

  private static Figure figure(String label, long value) {
    return Figure.of(label, Numbers.exact(value), "", "", "");
  }

  private static Card card(Edition edition, Family family) {
    List<Count> params =
        family.models().stream()
            .map(model -> model.totals().params())
            .sorted(Comparator.comparingLong(Count::value))
            .toList();
    String least = Counts.briefText(params.get(0));
    String most = Counts.briefText(params.get(params.size() - 1));
    return new Card(
        edition.text(family.title()),
        Addresses.family(family.id()),
        edition.word("site.index.count", family.models().size()),
        least.equals(most)
            ? edition.word("site.index.params", least)
            : edition.word("site.index.range", least, most));
  }
}
