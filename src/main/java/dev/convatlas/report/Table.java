package dev.convatlas.report;

import java.util.List;
import java.util.function.Function;

/**
 * A table ready to print. The first cell of each line is its heading.
 *
 * @param footer empty when no column has one
 */
public record Table(List<Head> heads, List<Line> lines, List<Cell> footer) {

  /**
   * Heading of a column.
   *
   * @param by its label by each convention, see {@link ByConvention}; empty when it has one only
   */
  public record Head(String id, String label, String hint, boolean number, String by) {}

  /**
   * A row.
   *
   * @param id its anchor; empty when it has none
   */
  public record Line(String id, List<Cell> cells) {
    public Line {
      cells = List.copyOf(cells);
    }
  }

  public Table {
    heads = List.copyOf(heads);
    lines = List.copyOf(lines);
    footer = List.copyOf(footer);
  }

  /** The rows of its body. */
  public String html() {
    return html(false);
  }

  /** The same with what a script sorts them by. */
  public String sortable() {
    return html(true);
  }

  private String html(boolean sortable) {
    Html html = new Html();
    for (Line line : lines) {
      html.raw("<tr").attribute("id", line.id()).raw(">");
      boolean first = true;
      for (Cell cell : line.cells()) {
        html.raw(first ? "<th scope=row" : "<td");
        if (!first) {
          html.attribute("class", cell.style()).attribute("data-v", sortable ? cell.sort() : "");
          html.attribute("data-by", cell.by());
        }
        html.raw(">").content(cell);
        if (!cell.note().isEmpty()) {
          html.element("small", cell.note());
        }
        first = false;
      }
    }
    return html.toString();
  }

  public static <T> Table of(List<Column<T>> columns, List<T> rows, Function<T, String> id) {
    List<Line> lines = rows.stream().map(row -> line(columns, row, id.apply(row))).toList();
    return new Table(heads(columns), lines, footer(columns, rows));
  }

  public static <T> List<Head> heads(List<Column<T>> columns) {
    return columns.stream()
        .map(
            column ->
                new Head(column.id(), column.label(), column.hint(), column.number(), column.by()))
        .toList();
  }

  public static <T> Line line(List<Column<T>> columns, T row, String id) {
    return new Line(
        id,
        columns.stream()
            .map(column -> aligned(column.cell().apply(row), column.number()))
            .toList());
  }

  public static <T> List<Cell> footer(List<Column<T>> columns, List<T> rows) {
    List<Cell> cells =
        columns.stream()
            .map(column -> aligned(column.footer().apply(rows), column.number()))
            .toList();
    return cells.stream().allMatch(cell -> cell.text().isEmpty()) ? List.of() : cells;
  }

  private static Cell aligned(Cell cell, boolean number) {
    return number ? cell.styled("n") : cell;
  }
}
