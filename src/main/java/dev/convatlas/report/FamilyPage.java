package dev.convatlas.report;

import dev.convatlas.catalog.Family;
import dev.convatlas.catalog.Summary;
import dev.convatlas.definition.Text;
import java.util.ArrayList;
import java.util.List;

/**
 * The variants of one architecture side by side.
 *
 * @param description HTML, where all the variants share one; empty otherwise
 * @param baseline says which model the deltas are taken against; empty for a single model
 * @param models the columns: a link to each model
 */
public record FamilyPage(
    Layout layout,
    String title,
    Link catalog,
    String description,
    String baseline,
    List<Cell> models,
    List<Group> groups,
    List<ChartFigure> charts) {

  /** Rows of the comparison that belong together; the first cell of each is its heading. */
  public record Group(String title, List<Table.Line> lines) {
    public Group {
      lines = List.copyOf(lines);
    }
  }

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
        family.models().size() < 2
            ? ""
            : edition.word(
                "site.family.baseline", edition.text(family.baseline().metadata().title())),
        family.models().stream().map(model -> head(edition, family, model)).toList(),
        groups(edition, family),
        charts);
  }

  private static String description(Edition edition, Family family) {
    List<Text> texts =
        family.models().stream().map(model -> model.metadata().description()).distinct().toList();
    return texts.size() == 1 ? edition.html(texts.get(0)) : "";
  }

  private static Cell head(Edition edition, Family family, Summary model) {
    Cell head =
        Cell.of(edition.text(model.metadata().title()))
            .noted(model.id())
            .linked("../" + Addresses.model(model.id()));
    return isBaseline(family, model) ? head.styled("base") : head;
  }

  private static boolean isBaseline(Family family, Summary model) {
    return model.id().equals(family.baseline().id());
  }

  private static List<Group> groups(Edition edition, Family family) {
    List<Group> groups = new ArrayList<>();
    for (Measures.Section section : Measures.of(edition)) {
      List<Table.Line> lines =
          section.measures().stream()
              .filter(measure -> measure.isKnown(family.models()))
              .map(measure -> line(edition, family, measure))
              .toList();
      if (!lines.isEmpty()) {
        groups.add(new Group(section.title(), lines));
      }
    }
    return groups;
  }

  private static Table.Line line(Edition edition, Family family, Measure measure) {
    List<Cell> cells = new ArrayList<>();
    cells.add(Cell.of(measure.label()).noted(measure.note()));
    for (Summary model : family.models()) {
      cells.add(measure.cell(family.baseline(), model, edition.words()));
    }
    return new Table.Line("", cells);
  }
}
