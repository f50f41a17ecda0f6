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
 * @param cell what it shows of a row
 * @param footer what it shows of all rows together
 */
public record Column<T>(
    String id,
    String label,
    String hint,
    boolean number,
    Function<T, Cell> cell,
    Function<List<T>, Cell> footer) {

  public static <T> Column<T> text(String id, String label, Function<T, Cell> cell) {
    return new Column<>(id, label, "", false, cell, rows -> Cell.EMPTY);
  }

  public static <T> Column<T> number(String id, String label, Function<T, Cell> cell) {
    return new Column<>(id, label, "", true, cell, rows -> Cell.EMPTY);
  }

  public Column<T> explained(String sentence) {
    return new Column<>(id, label, sentence, number, cell, footer);
  }

  public Column<T> summed(Function<List<T>, Cell> sum) {
    return new Column<>(id, label, hint, number, cell, sum);
  }
}
