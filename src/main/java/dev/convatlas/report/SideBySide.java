package dev.convatlas.report;

import dev.convatlas.catalog.Summary;
import dev.convatlas.catalog.comparison.Comparison;
import java.util.ArrayList;
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

  public SideBySide {
    heads = List.copyOf(heads);
    sections = List.copyOf(sections);
    notices = List.copyOf(notices);
  }

  /** More columns than these cannot keep their heads in sight. */
  public boolean wide() {
    return heads.size() > Comparison.MOST;
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
        alone ? -1 : comparison.base(), baseline, heads, table.sections(), table.notices());
  }
}
