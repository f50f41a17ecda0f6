package dev.convatlas.report;

import dev.convatlas.catalog.Authored;
import dev.convatlas.catalog.Model;
import dev.convatlas.catalog.Study;
import dev.convatlas.catalog.Summary;
import dev.convatlas.definition.Metadata;
import dev.convatlas.drawing.FieldMap;
import java.util.ArrayList;
import java.util.List;

/**
 * One model.
 *
 * @param facts year, task and tags
 * @param paper the publication; one or none
 * @param stated that figures contain what an author states; empty when they do not
 * @param description HTML; empty when there is none
 * @param near models to compare it with
 * @param compared comparisons of the catalog's author that it is in
 * @param parts of the page, in short
 * @param counted what each convention counts of each layer
 * @param usual the convention of the headline figures
 * @param aspects conventions, receptive field, memory and so on
 * @param downloads its data
 * @param embed how it is shown elsewhere
 * @param steps to the models before and after it in its family; up to two
 */
public record ModelPage(
    Layout layout,
    String id,
    String title,
    Link catalog,
    Link family,
    List<String> facts,
    List<Link> paper,
    String stated,
    String description,
    String citation,
    List<Link> near,
    List<ComparisonPage.Card> compared,
    List<Figure> figures,
    List<Link> parts,
    List<ClaimLine> claims,
    DrawingFigure drawing,
    List<FieldFigure> fieldFigures,
    List<ChartFigure> charts,
    List<Aspect> aspects,
    List<FindingGroup> findings,
    LayerTable layers,
    List<Counted> counted,
    String usual,
    List<ExplanationGroup> explanations,
    SourceListing source,
    List<Link> downloads,
    EmbedPart embed,
    List<Link> steps) {

  /**
   * @param first the edition in the site's first language
   * @param family models of its family in their order, at least its neighbours there
   * @param near models to compare it with
   * @param authored comparisons of the catalog
   * @param hasPreview whether there is a picture for links to it
   */
  public static ModelPage of(
      Edition edition,
      Edition first,
      Study study,
      List<Summary> family,
      List<Summary> near,
      List<Authored> authored,
      DrawingFigure drawing,
      List<ChartFigure> charts,
      boolean hasPreview) {
    Model model = study.model();
    Summary summary = study.summary();
    Metadata metadata = model.metadata();
    String path = Addresses.model(model.id());
    String up = Edition.up(path);
    String title = edition.text(metadata.title());
    Layout layout =
        edition
            .layout(path, title, description(edition, summary), Part.CATALOG)
            .showing(hasPreview ? edition.settings().url() + preview(model.id()) : "");
    List<Aspect> aspects = Aspects.of(edition, study, charts);
    List<ChartFigure> others = Aspects.others(aspects, charts);
    Explanations explanations = new Explanations(study, edition);
    List<FieldFigure> fields = FieldFigure.of(edition, FieldMap.of(model.analysis()));
    List<FindingGroup> findings = FindingGroups.of(edition, study);
    return new ModelPage(
        layout,
        model.id(),
        title,
        Link.to(layout.site(), layout.home()),
        Link.to(edition.text(metadata.family()), up + Addresses.family(metadata.familyId())),
        facts(edition, metadata),
        paper(metadata.paper()),
        summary.structure().stated() ? edition.word("stated.totals") : "",
        edition.html(metadata.description()),
        Citation.of(metadata),
        near.stream().map(other -> near(edition, summary, other, up)).toList(),
        ComparisonPage.Card.of(
            edition, authored.stream().filter(one -> one.has(model.id())).toList(), up),
        Headlines.of(edition, study, up),
        PageParts.of(edition, drawing, fields, others, aspects, findings),
        ClaimLines.of(edition, study.claims()),
        drawing,
        fields,
        others,
        aspects,
        findings,
        LayerTable.of(edition, study, explanations),
        Counted.of(study, explanations),
        study.usual().name(),
        explanations.groups(up),
        SourceListing.of(model.path(), model.source()),
        downloads(edition, model.id(), layout.root()),
        EmbedPart.of(edition, first, summary, layout.root()),
        steps(edition, model.id(), family));
  }

  /** Where the picture for links to a model lies, from the site's root. */
  public static String preview(String id) {
    return "previews/" + id + ".png";
  }

  private static String description(Edition edition, Summary summary) {
    return edition.word(
        "site.model.summary",
        edition.text(summary.metadata().title()),
        Counts.briefText(summary.totals().params()),
        Counts.briefText(summary.totals().macs()),
        SummaryColumns.field(summary).text());
  }

  private static Link near(Edition edition, Summary model, Summary other, String up) {
    return Link.to(
        edition.text(other.metadata().title()),
        up + ComparePage.PATH + "#m=" + model.id() + "," + other.id());
  }

  private static List<String> facts(Edition edition, Metadata metadata) {
    List<String> facts = new ArrayList<>();
    if (metadata.year() != 0) {
      facts.add(Integer.toString(metadata.year()));
    }
    if (!metadata.task().isEmpty()) {
      facts.add(edition.said(metadata.task()));
    }
    metadata.tags().forEach(tag -> facts.add(edition.said(tag)));
    return facts.stream().distinct().toList();
  }

  private static List<Link> paper(Metadata.Paper paper) {
    return paper.title().isEmpty() && paper.url().isEmpty()
        ? List.of()
        : List.of(Link.to(paper.title().isEmpty() ? paper.url() : paper.title(), paper.url()));
  }

  private static List<Link> downloads(Edition edition, String id, String root) {
    return List.of(
        Link.to(edition.word("site.model.json"), root + "data/models/" + id + ".json"),
        Link.to(edition.word("site.model.csv"), root + "data/models/" + id + ".csv"));
  }

  /** Links to the neighbours; texts carry the direction. */
  private static List<Link> steps(Edition edition, String id, List<Summary> family) {
    List<String> ids = family.stream().map(Summary::id).toList();
    int at = ids.indexOf(id);
    List<Link> steps = new ArrayList<>();
    if (at > 0) {
      steps.add(step(edition, "site.model.previous", family.get(at - 1)));
    }
    if (at + 1 < ids.size()) {
      steps.add(step(edition, "site.model.next", family.get(at + 1)));
    }
    return steps;
  }

  private static Link step(Edition edition, String key, Summary to) {
    return Link.to(edition.word(key, edition.text(to.metadata().title())), to.id() + ".html");
  }
}
