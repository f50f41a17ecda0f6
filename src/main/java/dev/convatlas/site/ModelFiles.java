package dev.convatlas.site;

import dev.convatlas.analysis.Analysis;
import dev.convatlas.catalog.Authored;
import dev.convatlas.catalog.Catalog;
import dev.convatlas.catalog.Family;
import dev.convatlas.catalog.Neighbours;
import dev.convatlas.catalog.Study;
import dev.convatlas.catalog.Summary;
import dev.convatlas.chart.ModelChart;
import dev.convatlas.chart.ModelCharts;
import dev.convatlas.drawing.Drawings;
import dev.convatlas.drawing.Layouts;
import dev.convatlas.drawing.Picture;
import dev.convatlas.report.Addresses;
import dev.convatlas.report.ChartFigure;
import dev.convatlas.report.ChartFigures;
import dev.convatlas.report.DrawingFigure;
import dev.convatlas.report.Edition;
import dev.convatlas.report.ModelPage;
import dev.convatlas.source.Digest;
import dev.convatlas.text.Language;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** The files of one model: its pages, charts and data. */
final class ModelFiles {
  private final Map<String, Family> families = new HashMap<>();
  private final Neighbours neighbours;
  private final List<Authored> authored;
  private final List<Edition> editions;
  private final Pages pages;
  private final Layouts layouts;
  private final ModelScript script;
  private final Charts pictured;

  ModelFiles(Catalog catalog, List<Edition> editions, Press press, Charts pictured) {
    catalog.families().forEach(family -> families.put(family.id(), family));
    this.neighbours = new Neighbours(catalog);
    this.authored = catalog.comparisons();
    this.editions = editions;
    this.pages = press.pages();
    this.layouts = press.layouts();
    this.script = new ModelScript(catalog, editions);
    this.pictured = pictured;
  }

  /** What its pages say of other models: their ids and titles. */
  void addOthers(Summary model, Digest digest) {
    for (Authored one : authored) {
      if (one.has(model.id())) {
        digest.with(one.id()).with(String.join(",", one.ids()));
      }
    }
    for (List<Summary> others : List.of(beside(model), neighbours.of(model))) {
      digest.with(Integer.toString(others.size()));
      for (Summary other : others) {
        digest.with(other.id());
        editions.forEach(edition -> digest.with(edition.text(other.metadata().title())));
      }
    }
  }

  /** The model between those that stand before and after it in its family. */
  private List<Summary> beside(Summary model) {
    List<Summary> family = families.get(model.metadata().familyId()).models();
    int at = family.stream().map(Summary::id).toList().indexOf(model.id());
    return family.subList(Math.max(0, at - 1), Math.min(family.size(), at + 2));
  }

  /** A model and the pictures of it. */
  record Shown(Study study, List<ModelChart> charts, List<Picture> pictures) {}

  Shown shown(Study study) {
    return pictured == Charts.NONE
        ? new Shown(study, List.of(), List.of())
        : new Shown(
            study,
            ModelCharts.of(study),
            Drawings.of(study.model().analysis()).stream().map(layouts::of).toList());
  }

  /**
   * What makes its files, each independent of the others, by path; several files of one maker by
   * what their paths begin with, which ends with a dot.
   */
  Map<String, Consumer<Sink>> makers(Shown shown) {
    Study study = shown.study();
    Analysis analysis = study.model().analysis();
    String id = study.model().id();
    Map<String, Consumer<Sink>> makers = new LinkedHashMap<>();
    for (Edition edition : editions) {
      String path = edition.folder() + Addresses.model(id);
      makers.put(path, sink -> sink.put(path, page(edition, shown)));
    }
    for (ModelChart chart : shown.charts()) {
      makers.put(
          ModelCharts.path(id, chart.id(), ""),
          sink ->
              new ChartFiles(editions.get(0), pictured)
                  .write(
                      chart.chart(),
                      chart.views(),
                      ending -> ModelCharts.path(id, chart.id(), ending),
                      sink));
    }
    if (!shown.pictures().isEmpty()) {
      String path = DrawingFigure.file(id);
      makers.put(path, sink -> sink.put(path, drawing(shown)));
    }
    if (hasPreview()) {
      Edition english = editions.get(0).as(Language.ENGLISH);
      String path = ModelPage.preview(id);
      makers.put(
          path, sink -> sink.put(path, PreviewFile.of(english, study.summary(), shown.pictures())));
    }
    makers.putAll(new EmbedFiles(editions, pages).makers(study.summary()));
    String data = "data/models/" + id;
    makers.put(data + ".json", sink -> sink.put(data + ".json", DataFiles.model(study)));
    String values = ModelScript.path(id);
    makers.put(values, sink -> sink.put(values, script.of(study)));
    makers.put(data + ".csv", sink -> sink.put(data + ".csv", CsvFiles.model(analysis)));
    return makers;
  }

  /** Only an absolute address can be given to other sites. */
  private boolean hasPreview() {
    return pictured != Charts.NONE && !editions.get(0).settings().url().isEmpty();
  }

  void write(Study study, Sink sink) {
    makers(shown(study)).values().forEach(maker -> maker.accept(sink));
  }

  private byte[] page(Edition edition, Shown shown) {
    Summary summary = shown.study().summary();
    String id = summary.id();
    String root = edition.root(Addresses.model(id));
    List<ChartFigure> figures =
        shown.charts().stream()
            .map(
                chart ->
                    ChartFigures.of(edition, chart, root + ModelCharts.path(id, chart.id(), "svg")))
            .toList();
    DrawingFigure drawing =
        DrawingFigure.of(edition, shown.pictures(), root + DrawingFigure.file(id));
    ModelPage page =
        ModelPage.of(
            edition,
            editions.get(0),
            shown.study(),
            beside(summary),
            neighbours.of(summary),
            authored,
            drawing,
            figures,
            hasPreview());
    return pages.render("model", edition.language(), page);
  }

  private byte[] drawing(Shown shown) {
    Edition first = editions.get(0);
    String title =
        first.text(shown.study().summary().metadata().title())
            + ". "
            + DrawingFigure.alt(first.words(), shown.pictures().get(0).drawing());
    return Picture.file(shown.pictures(), title);
  }
}
