package dev.convatlas.report;

import dev.convatlas.catalog.Authored;
import dev.convatlas.catalog.comparison.Comparison;
import dev.convatlas.catalog.comparison.LayerComparison;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A comparison that the catalog's author wrote, complete without scripts.
 *
 * @param compare the page that readers choose on
 * @param change the same with these models chosen
 * @param description HTML; empty when there is none
 * @param base title of the baseline
 * @param unit what the convention counts: MACs or FLOPs
 * @param differences one for each model but the baseline
 * @param downloads the comparison as text and data
 */
public record ComparisonPage(
    Layout layout,
    String title,
    Link compare,
    String change,
    String description,
    SideBySide sides,
    String base,
    String unit,
    List<Difference> differences,
    List<ChartFigure> charts,
    List<Link> downloads) {

  /**
   * What makes a model differ from the baseline.
   *
   * @param refused why its layers are not aligned; empty where they are
   * @param summary how many layers are the same, changed, added and removed
   */
  public record Difference(
      String title,
      String refused,
      String summary,
      List<Explained> explained,
      List<AlignedPart> parts) {}

  /**
   * @param layers for each model how its layers differ from the baseline's; empty for the baseline,
   *     and where there are too many
   */
  public static ComparisonPage of(
      Edition edition,
      Authored authored,
      Comparison comparison,
      List<Optional<LayerComparison>> layers,
      List<ChartFigure> charts) {
    String path = Addresses.comparison(authored.id());
    String up = Edition.up(path);
    String title = edition.text(authored.title());
    List<String> titles =
        authored.models().stream().map(model -> edition.text(model.metadata().title())).toList();
    String summary = edition.word("site.comparison.summary", String.join(" · ", titles));
    String base = authored.models().get(authored.base()).id();
    return new ComparisonPage(
        edition.layout(path, title, summary, Part.COMPARE),
        title,
        Link.to(edition.word("compare.view.title"), up + ComparePage.PATH),
        up + Addresses.compared(authored.ids(), base),
        edition.html(authored.description()),
        SideBySide.of(edition, comparison, up),
        titles.get(authored.base()),
        comparison.convention().unit().text(),
        differences(edition, comparison, titles, layers),
        charts,
        downloads(edition, authored.id(), edition.root(path)));
  }

  private static List<Difference> differences(
      Edition edition,
      Comparison comparison,
      List<String> titles,
      List<Optional<LayerComparison>> layers) {
    String unit = comparison.convention().unit().text();
    List<Difference> differences = new ArrayList<>();
    for (int i = 0; i < titles.size(); i++) {
      if (i != comparison.base()) {
        AlignedTable aligned = AlignedTable.of(layers.get(i), unit, edition.words());
        differences.add(
            new Difference(
                titles.get(i),
                aligned.refused(),
                aligned.summary(),
                aligned.explained(),
                layers.get(i).map(one -> AlignedPart.of(one, edition.words())).orElse(List.of())));
      }
    }
    return differences;
  }

  private static List<Link> downloads(Edition edition, String id, String root) {
    return List.of(
        Link.to(edition.word("site.comparison.markdown"), id + ".md"),
        Link.to(edition.word("site.comparison.csv"), root + "compare/" + id + ".csv"),
        Link.to(edition.word("site.comparison.json"), root + "compare/" + id + ".json"));
  }

  /** A link to an authored comparison, with the models that it compares. */
  public record Card(String title, String href, String models) {
    static List<Card> of(Edition edition, List<Authored> all, String up) {
      return all.stream()
          .map(
              one ->
                  new Card(
                      edition.text(one.title()),
                      up + Addresses.comparison(one.id()),
                      String.join(
                          " · ",
                          one.models().stream()
                              .map(model -> edition.text(model.metadata().title()))
                              .toList())))
          .toList();
    }
  }
}
