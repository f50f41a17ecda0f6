package dev.convatlas.report;

import dev.convatlas.catalog.Summary;
import dev.convatlas.catalog.comparison.Comparison;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Models side by side on a page.
 *
 * @param base index of the model that differences are taken against; −1 for a single model
 * @param baseline says which model the differences are taken against; empty for a single model
 * @param heads a link to each model; the note is its id
 * @param sections of lines with a cell for each model
 * @param notices what a reader must know before comparing
 */
public record SideBySide(
    int base,
    String baseline,
    List<Cell> heads,
    List<ComparisonTable.Section> sections,
    List<String> notices) {

  /** Groups of {@link ComparisonTable}; {@code comparison.js} has the same. */
  private static final List<String> BARS = List.of("cost", "memory", "stages");

  public SideBySide {
    heads = List.copyOf(heads);
    sections = List.copyOf(sections);
    notices = List.copyOf(notices);
  }

  /** More columns than these cannot keep their heads in sight. */
  public boolean wide() {
    return heads.size() > Comparison.MOST;
  }

  /** The bodies of the table. */
  public String html() {
    Html html = new Html();
    for (ComparisonTable.Section section : sections) {
      html.raw("<tbody><tr class=head><th scope=rowgroup");
      html.attribute("colspan", Integer.toString(heads.size() + 1)).raw(">");
      html.element("span", section.title());
      for (ComparisonTable.Line line : section.lines()) {
        html.raw("<tr").attribute("class", line.same() ? "alike" : "").raw("><th scope=row>");
        html.text(line.label());
        for (int i = 0; i < line.cells().size(); i++) {
          cell(line.cells().get(i), i == base, html);
        }
      }
      html.raw("</tbody>");
    }
    return html.toString();
  }

  /** What is said of equal ones stands before the figure. */
  private static void cell(Cell cell, boolean isBase, Html html) {
    boolean same = cell.style().startsWith("same");
    html.raw("<td").attribute("class", isBase ? ("base " + cell.style()).strip() : cell.style());
    html.raw(">");
    if (same) {
      html.element("small", cell.note());
    }
    html.text(cell.text());
    if (!same && !cell.note().isEmpty()) {
      html.element("small", cell.note());
    }
  }

  /**
   * @param up the way from the page up to the edition's folder
   */
  static SideBySide of(Edition edition, Comparison comparison, String up) {
    ComparisonTable table = ComparisonTable.of(comparison, edition.words());
    List<Summary> models = comparison.models();
    List<Cell> heads = new ArrayList<>();
    for (int i = 0; i < models.size(); i++) {
      Summary model = models.get(i);
      Cell head =
          Cell.of(edition.text(model.metadata().title()))
              .noted(model.id())
              .linked(up + Addresses.model(model.id()));
      heads.add(i == comparison.base() && models.size() > 1 ? head.styled("base") : head);
    }
    boolean alone = models.size() < 2;
    String baseline =
        alone ? "" : edition.word("site.family.baseline", heads.get(comparison.base()).text());
    return new SideBySide(
        alone ? -1 : comparison.base(),
        baseline,
        heads,
        alone ? table.sections() : table.sections().stream().map(SideBySide::measured).toList(),
        table.notices());
  }

  /** Figures of which less is cheaper have a bar each: as long as their share of the largest. */
  private static ComparisonTable.Section measured(ComparisonTable.Section section) {
    return BARS.contains(section.id())
        ? new ComparisonTable.Section(
            section.id(),
            section.title(),
            section.lines().stream().map(SideBySide::measured).toList())
        : section;
  }

  private static ComparisonTable.Line measured(ComparisonTable.Line line) {
    if (line.cells().stream().anyMatch(cell -> cell.sort().isEmpty())) {
      return line;
    }
    List<Long> values = line.cells().stream().map(cell -> Long.parseLong(cell.sort())).toList();
    long most = Math.max(1, Collections.max(values));
    List<Cell> cells = new ArrayList<>();
    for (int i = 0; i < values.size(); i++) {
      long percent = Math.round(100.0 * values.get(i) / most);
      Cell cell = line.cells().get(i);
      // The first class says how it differs.
      String style = cell.style().isEmpty() ? "kept" : "";
      cells.add(percent == 0 ? cell : cell.styled(style).styled("v s" + percent));
    }
    return new ComparisonTable.Line(line.id(), line.label(), cells, line.same());
  }
}
