package dev.convatlas.site;

import dev.convatlas.catalog.Authored;
import dev.convatlas.catalog.Catalog;
import dev.convatlas.catalog.Family;
import dev.convatlas.catalog.Model;
import dev.convatlas.catalog.Neighbours;
import dev.convatlas.catalog.Study;
import dev.convatlas.catalog.Summary;
import dev.convatlas.chart.ModelChart;
import dev.convatlas.chart.ModelCharts;
import dev.convatlas.drawing.Drawings;
import dev.convatlas.drawing.Picture;
import dev.convatlas.report.Addresses;
import dev.convatlas.report.ChartFigure;
import dev.convatlas.report.ChartFigures;
import dev.convatlas.report.DrawingFigure;
import dev.convatlas.report.Edition;
import dev.convatlas.report.ModelPage;
import dev.convatlas.source.Digest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The files of one model: its pages, charts and data. */
final class ModelFiles {
  private final Map<String, Family> families = new HashMap<>();
  private final Neighbours neighbours;
  private final List<Authored> authored;
  private final List<Edition> editions;
  private final Pages pages;
  private final ModelScript script;
  private final Charts pictured;

  ModelFiles(Catalog catalog, List<Edition> editions, Pages pages, Charts pictured) {
    catalog.families().forEach(family -> families.put(family.id(), family));
    this.neighbours = new Neighbours(catalog);
    this.authored = catalog.comparisons();
    this.editions = editions;
    this.pages = pages;
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

  void write(Study study, Sink sink) {
    Model model = study.model();
    String id = model.id();
    boolean bare = pictured == Charts.NONE;
    List<ModelChart> charts = bare ? List.of() : ModelCharts.of(study);
    List<Picture> pictures =
        bare ? List.of() : Drawings.of(model.analysis()).stream().map(Picture::of).toList();
    List<Summary> family = beside(study.summary());
    List<Summary> near = neighbours.of(study.summary());
    for (Edition edition : editions) {
      String path = Addresses.model(id);
      String root = edition.root(path);
      List<ChartFigure> figures =
          charts.stream()
              .map(
                  chart ->
                      ChartFigures.of(
                          edition, chart, root + ModelCharts.path(id, chart.id(), "svg")))
              .toList();
      DrawingFigure drawing = DrawingFigure.of(edition, pictures, root + DrawingFigure.file(id));
      ModelPage page = ModelPage.of(edition, study, family, near, authored, drawing, figures);
      sink.put(edition.folder() + path, pages.render("model", edition.language(), page));
    }
    for (ModelChart chart : charts) {
      new ChartFiles(editions.get(0), pictured)
          .write(
              chart.chart(),
              chart.views(),
              ending -> ModelCharts.path(id, chart.id(), ending),
              sink);
    }
    if (!pictures.isEmpty()) {
      Edition first = editions.get(0);
      String title =
          first.text(model.metadata().title())
              + ". "
              + DrawingFigure.alt(first.words(), pictures.get(0).drawing());
      sink.put(DrawingFigure.file(id), Picture.file(pictures, title));
    }
    sink.put("data/models/" + id + ".json", DataFiles.model(study));
    sink.put(ModelScript.path(id), script.of(study.summary(), model.analysis()));
    sink.put("data/models/" + id + ".csv", CsvFiles.model(model.analysis()));
  }
}
