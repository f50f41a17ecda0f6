package dev.convatlas.report;

import java.util.List;
import java.util.function.Function;

/**
 * A column of a table of {@code T}.
 *
 * @param id for styles and scripts, unique in its table
 * @param label its heading
 * @param hint a sentence that explains the heading; empty when it explains itself
 * @param number whether it holds numbers, which stand to the right
 * @param by its label by each convention, see {@link ByConvention}; empty when it has one only
 * @param cell what it shows of a row
 * @param footer what it shows of all rows together
 */
public record Column<T>(
    String id,
    String label,
    String hint,
    boolean number,
    String by,
    Function<T, Cell> cell,
    Function<List<T>, Cell> footer) {

  public static <T> Column<T> text(String id, String label, Function<T, Cell> cell) {
    return new Column<>(id, label, "", false, "", cell, rows -> Cell.EMPTY);
  }

  public static <T> Column<T> number(String id, String label, Function<T, Cell> cell) {
    return new Column<>(id, label, "", true, "", cell, rows -> Cell.EMPTY);
  }

  public Column<T> explained(String sentence) {
    return new Column<>(id, label, sentence, number, by, cell, footer);
  }

  public Column<T> summed(Function<List<T>, Cell> sum) {
    return new Column<>(id, label, hint, number, by, cell, sum);
  }

  /** The same column, whose label follows the counting convention. */
  public Column<T> counted(String labels) {
    return new Column<>(id, label, hint, number, labels, cell, footer);
  }
}
