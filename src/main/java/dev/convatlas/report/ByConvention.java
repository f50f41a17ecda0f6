package dev.convatlas.report;

import dev.convatlas.analysis.Count;
import dev.convatlas.convention.Convention;
import dev.convatlas.convention.Conventions;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Texts that follow the counting convention which a reader chooses, for the script that does so.
 */
final class ByConvention {
  /** Stands in no text of ours: numbers, names of layers and sentences. */
  private static final String BETWEEN = "|";

  private ByConvention() {}

  /** What is counted, and by whom: {@code MACs · torchvision}. */
  static String label(Convention convention) {
    return convention.unit().text() + " · " + convention.name();
  }

  /** A column of operations by the usual convention, whose heading and cells follow a reader's. */
  static <T> Column<T> column(String id, Convention usual, Function<T, Cell> cell) {
    return Column.number(id, label(usual), cell)
        .counted(texts(Conventions.ALL.stream().map(ByConvention::label).toList()));
  }

  /**
   * A cell of that column.
   *
   * @param operations by the names of the conventions
   * @param cell how a count is written
   */
  static Cell cell(Convention usual, Map<String, Count> operations, Function<Count, Cell> cell) {
    return cell.apply(operations.get(usual.name()))
        .counted(
            texts(
                Conventions.ALL.stream()
                    .map(convention -> cell.apply(operations.get(convention.name())).text())
                    .toList()));
  }

  /**
   * @param texts one for each convention, in the order of their list
   * @return all of them; empty when they are the same
   */
  static String texts(List<String> texts) {
    return texts.stream().distinct().count() < 2 ? "" : String.join(BETWEEN, texts);
  }
}
