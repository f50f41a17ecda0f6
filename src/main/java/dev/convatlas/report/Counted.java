package dev.convatlas.report;

import dev.convatlas.analysis.Count;
import dev.convatlas.analysis.Row;
import dev.convatlas.catalog.Study;
import dev.convatlas.convention.Convention;
import dev.convatlas.convention.Conventions;
import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;

/**
 * What a convention counts of each layer, for the script that switches to it: layers with the same
 * explanation, which the table links to, count the same.
 *
 * @param values one for each explanation with commas between: digits to the base 36, a {@code +}
 *     behind a lower bound, and nothing where the layer table's own figure holds
 */
public record Counted(String name, String unit, String values) {
  private static final int BASE = 36;

  /** For the script that switches between them. */
  public String html() {
    Html html = new Html().raw("<li").attribute("data-name", name);
    return html.attribute("data-unit", unit).attribute("data-values", values).raw(">").toString();
  }

  static List<Counted> of(Study study, Explanations explanations) {
    List<Row> rows = study.model().analysis().rows();
    List<Integer> first = explanations.first();
    List<Counted> all = new ArrayList<>();
    for (int i = 0; i < Conventions.ALL.size(); i++) {
      Convention convention = Conventions.ALL.get(i);
      all.add(
          new Counted(
              convention.name(),
              convention.unit().text(),
              values(study.operations().get(i), rows, first)));
    }
    return all;
  }

  private static String values(List<Count> counts, List<Row> rows, List<Integer> places) {
    StringJoiner values = new StringJoiner(",");
    for (int i : places) {
      values.add(value(counts.get(i), rows.get(i).macs()));
    }
    return values.toString();
  }

  private static String value(Count count, Count macs) {
    if (count.value() == macs.value() && count.isExact() == macs.isExact()) {
      return "";
    }
    return Long.toString(count.value(), BASE) + (count.isExact() ? "" : "+");
  }
}
