package dev.convatlas.report;

import dev.convatlas.analysis.Count;
import dev.convatlas.analysis.Row;
import dev.convatlas.convention.Convention;
import dev.convatlas.convention.Conventions;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What a convention counts of each layer, for the script that switches to it.
 *
 * @param values one for each row with commas between: digits to the base 36, a {@code +} behind a
 *     lower bound, and nothing where the layer table's own figure holds
 */
public record Counted(String name, String unit, String values) {
  private static final int BASE = 36;

  static List<Counted> of(List<Row> rows) {
    return Conventions.ALL.stream().map(convention -> of(convention, rows)).toList();
  }

  private static Counted of(Convention convention, List<Row> rows) {
    return new Counted(
        convention.name(),
        convention.unit().text(),
        rows.stream().map(row -> value(convention, row)).collect(Collectors.joining(",")));
  }

  private static String value(Convention convention, Row row) {
    Count count = convention.of(row);
    if (count.value() == row.macs().value() && count.isExact() == row.macs().isExact()) {
      return "";
    }
    return Long.toString(count.value(), BASE) + (count.isExact() ? "" : "+");
  }
}
