package dev.convatlas.site;

import dev.convatlas.catalog.Authored;
import dev.convatlas.catalog.Catalog;
import dev.convatlas.catalog.Study;
import dev.convatlas.catalog.Summary;
import dev.convatlas.catalog.comparison.Comparison;
import dev.convatlas.catalog.comparison.LayerComparison;
import dev.convatlas.chart.Chart;
import dev.convatlas.chart.ComparisonCharts;
import dev.convatlas.chart.Outline;
import dev.convatlas.convention.Convention;
import dev.convatlas.report.Addresses;
import dev.convatlas.report.AlignedTable;
import dev.convatlas.report.ChartFigure;
import dev.convatlas.report.ChartFigures;
import dev.convatlas.report.ComparisonPage;
import dev.convatlas.report.ComparisonTable;
import dev.convatlas.report.ComparisonText;
import dev.convatlas.report.Edition;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The comparisons that the catalog's author wrote. Of the models that they name, and of no other,
 * the layers are kept. May be used by several threads.
 */
final class AuthoredComparisons {
  private final List<Authored> comparisons;
  private final Catalog catalog;
  private final Convention convention;
  private final List<Edition> editions;
  private final Pages pages;
  private final ChartFiles pictures;
  private final boolean bare;
  private final Map<String, Outline> outlines = new ConcurrentHashMap<>();

  AuthoredComparisons(Catalog catalog, List<Edition> editions, Pages pages, Charts pictured) {
    this.catalog = catalog;
    this.comparisons = catalog.comparisons();
    this.convention = ComparedFigure.convention(catalog);
    this.editions = editions;
    this.pages = pages;
    this.pictures = new ChartFiles(editions.get(0), pictured);
    this.bare = pictured == Charts.NONE;
  }

  /** Does nothing with a model that no comparison names. */
  void keep(Study study) {
    if (comparisons.stream().anyMatch(one -> one.has(study.model().id()))) {
      outlines.put(
          study.model().id(), Outline.of(study.summary(), study.model().analysis(), convention));
    }
  }

  boolean has(Summary model) {
    return outlines.containsKey(model.id());
  }

  /** Once all of its models are kept. */
  void write(Authored authored, Sink sink) {
    List<Outline> models = authored.ids().stream().map(outlines::get).toList();
    Comparison comparison =
        Comparison.of(authored.models(), authored.base(), convention, catalog.settings());
    List<Optional<LayerComparison>> layers = aligned(models, authored.base());
    String path = Addresses.comparison(authored.id());
    for (Edition edition : editions) {
      List<ChartFigure> figures =
          charts(edition, authored, models).stream()
              .map(
                  chart ->
                      ChartFigures.of(
                          edition, chart, edition.root(path) + file(authored, chart, "svg")))
              .toList();
      sink.put(
          edition.folder() + path,
          pages.render(
              "comparison",
              edition.language(),
              ComparisonPage.of(edition, authored, comparison, layers, figures)));
      sink.put(
          edition.folder() + "compare/" + authored.id() + ".md",
          markdown(edition, comparison, layers).getBytes(StandardCharsets.UTF_8));
    }
    for (Chart chart : charts(editions.get(0), authored, models)) {
      pictures.write(chart, ending -> file(authored, chart, ending), sink);
    }
    List<String> ids = authored.ids();
    String data = "compare/" + authored.id();
    sink.put(data + ".csv", ComparisonFiles.csv(comparison, ids, false));
    sink.put(data + ".json", ComparisonFiles.json(comparison, ids, false, layers));
  }

  private List<Chart> charts(Edition edition, Authored authored, List<Outline> models) {
    if (bare) {
      return List.of();
    }
    List<String> names =
        authored.models().stream().map(model -> edition.text(model.metadata().title())).toList();
    return new ComparisonCharts(names).of(models, convention.unit().text());
  }

  private static String file(Authored authored, Chart chart, String ending) {
    return ComparisonCharts.path(authored.id(), chart, ending);
  }

  private List<Optional<LayerComparison>> aligned(List<Outline> models, int base) {
    List<Optional<LayerComparison>> layers = new ArrayList<>();
    for (int i = 0; i < models.size(); i++) {
      layers.add(
          i == base
              ? Optional.empty()
              : LayerComparison.of(
                  models.get(base).layers(), models.get(i).layers(), convention.name()));
    }
    return layers;
  }

  /** As {@code convatlas compare --format md} prints it. */
  private static String markdown(
      Edition edition, Comparison comparison, List<Optional<LayerComparison>> layers) {
    String unit = comparison.convention().unit().text();
    return new ComparisonText(
            ComparisonTable.of(comparison, edition.words()),
            comparison.models().stream().map(model -> model.id()).toList(),
            layers.stream().map(one -> AlignedTable.of(one, unit, edition.words())).toList(),
            unit,
            edition.words())
        .markdown();
  }
}
