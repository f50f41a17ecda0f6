package dev.convatlas.report;

import dev.convatlas.catalog.Family;
import dev.convatlas.catalog.comparison.Comparison;
import dev.convatlas.convention.Conventions;
import dev.convatlas.definition.Text;
import java.util.List;

/**
 * The variants of one architecture side by side.
 *
 * @param description HTML, where all the variants share one; empty otherwise
 * @param sides its models, with differences against the baseline
 */
public record FamilyPage(
    Layout layout,
    String title,
    Link catalog,
    String description,
    SideBySide sides,
    List<ChartFigure> charts) {

  public static FamilyPage of(Edition edition, Family family, List<ChartFigure> charts) {
    String path = Addresses.family(family.id());
    String title = edition.text(family.title());
    Layout layout =
        edition.layout(
            path,
            title,
            edition.word("site.family.summary", title, family.models().size()),
            Part.CATALOG);
    return new FamilyPage(
        layout,
        title,
        Link.to(layout.site(), layout.home()),
        description(edition, family),
        SideBySide.of(edition, comparison(edition, family), Edition.up(path)),
        charts);
  }

  private static String description(Edition edition, Family family) {
    List<Text> texts =
        family.models().stream().map(model -> model.metadata().description()).distinct().toList();
    return texts.size() == 1 ? edition.html(texts.get(0)) : "";
  }

  private static Comparison comparison(Edition edition, Family family) {
    return Comparison.of(
        family.models(),
        family.models().indexOf(family.baseline()),
        Conventions.named(edition.settings().convention()).orElse(Conventions.DEFAULT),
        edition.settings());
  }
}
