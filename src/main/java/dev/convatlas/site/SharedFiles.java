package dev.convatlas.site;

import dev.convatlas.catalog.Catalog;
import dev.convatlas.catalog.Family;
import dev.convatlas.chart.CatalogCharts;
import dev.convatlas.chart.Chart;
import dev.convatlas.convention.Conventions;
import dev.convatlas.report.Addresses;
import dev.convatlas.report.CatalogSchema;
import dev.convatlas.report.ChartFigure;
import dev.convatlas.report.ChartFigures;
import dev.convatlas.report.ComparePage;
import dev.convatlas.report.ConventionGuide;
import dev.convatlas.report.Edition;
import dev.convatlas.report.Entries;
import dev.convatlas.report.Entries.Heading;
import dev.convatlas.report.Entry;
import dev.convatlas.report.FamilyPage;
import dev.convatlas.report.GuidePage;
import dev.convatlas.report.IndexPage;
import dev.convatlas.report.LayersPage;
import dev.convatlas.report.ModelSchema;
import dev.convatlas.report.ModelsPage;
import dev.convatlas.report.SearchPage;
import dev.convatlas.text.Language;
import dev.convatlas.text.Messages;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** The pages, charts and data that speak of several models. */
final class SharedFiles {
  private final Catalog catalog;
  private final List<Edition> editions;
  private final Pages pages;
  private final ChartFiles pictures;
  private final boolean bare;

  SharedFiles(Catalog catalog, List<Edition> editions, Pages pages, Charts pictured) {
    this.catalog = catalog;
    this.editions = editions;
    this.pages = pages;
    this.pictures = new ChartFiles(editions.get(0), pictured);
    this.bare = pictured == Charts.NONE;
  }

  /** The catalog's rows for scripts and for other programs. */
  void data(Sink sink) {
    for (Edition edition : editions) {
      sink.put(edition.folder() + CatalogScript.PATH, CatalogScript.of(edition, catalog));
    }
    sink.put("data/catalog.json", DataFiles.catalog(catalog));
    sink.put("data/catalog.csv", CsvFiles.catalog(catalog));
    Messages english = Messages.of(Language.ENGLISH);
    sink.put("data/model.schema.json", DataFiles.schema(ModelSchema.of(english)));
    sink.put("data/catalog.schema.json", DataFiles.schema(CatalogSchema.of(english)));
  }

  void comparing(Sink sink) {
    for (Edition edition : editions) {
      put(edition, ComparePage.PATH, "compare", ComparePage.of(edition, catalog), sink);
    }
  }

  void layers(Sink sink) {
    for (Edition edition : editions) {
      put(edition, LayersPage.PATH, "layers", LayersPage.of(edition, catalog.models()), sink);
    }
  }

  /** The guide, and the search, which finds its headings. */
  void guide(GuideExample example, Sink sink) {
    for (Edition edition : editions) {
      ConventionGuide conventions = ConventionGuide.of(edition, catalog);
      List<Heading> headings = new ArrayList<>();
      for (String chapter : GuidePage.CHAPTERS) {
        GuidePage page = GuidePage.of(edition, chapter, example.in(edition), conventions);
        byte[] content = pages.render("guide", edition.language(), page);
        headings.addAll(Headings.of(chapter, content));
        sink.put(edition.folder() + Addresses.guide(chapter), content);
      }
      List<Entry> entries = Entries.of(edition, catalog, headings);
      put(edition, SearchPage.PATH, "search", SearchPage.of(edition, catalog, entries), sink);
      sink.put(edition.folder() + SearchScript.PATH, SearchScript.of(edition, entries));
    }
  }

  void family(Family family, Sink sink) {
    List<Chart> charts =
        bare
            ? List.of()
            : CatalogCharts.of(family, Conventions.usual(catalog.settings().convention()));
    String path = Addresses.family(family.id());
    for (Edition edition : editions) {
      List<ChartFigure> figures =
          figures(edition, path, charts, chart -> CatalogCharts.path(family, chart, "svg"));
      put(edition, path, "family", FamilyPage.of(edition, family, figures), sink);
    }
    for (Chart chart : charts) {
      pictures.write(chart, ending -> CatalogCharts.path(family, chart, ending), sink);
    }
  }

  void index(Sink sink) {
    List<Chart> charts = bare ? List.of() : CatalogCharts.of(catalog);
    for (Edition edition : editions) {
      List<ChartFigure> figures =
          figures(edition, IndexPage.PATH, charts, chart -> CatalogCharts.path(chart, "svg"));
      put(edition, IndexPage.PATH, "index", IndexPage.of(edition, catalog, figures), sink);
      for (int number = 2; number <= ModelsPage.count(catalog); number++) {
        ModelsPage page = ModelsPage.of(edition, catalog, number);
        put(edition, ModelsPage.path(number), "models", page, sink);
      }
    }
    for (Chart chart : charts) {
      pictures.write(chart, ending -> CatalogCharts.path(chart, ending), sink);
    }
  }

  private static List<ChartFigure> figures(
      Edition edition, String page, List<Chart> charts, Function<Chart, String> path) {
    return charts.stream()
        .map(chart -> ChartFigures.of(edition, chart, edition.root(page) + path.apply(chart)))
        .toList();
  }

  private void put(Edition edition, String path, String template, Object page, Sink sink) {
    sink.put(edition.folder() + path, pages.render(template, edition.language(), page));
  }
}
