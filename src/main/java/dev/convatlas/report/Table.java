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

  /** The row of its headings. */
  public String head() {
    return head(false);
  }

  /** The same with the names by which scripts know the columns. */
  public String sortableHead() {
    return head(true);
  }

  private String head(boolean sortable) {
    Html html = new Html();
    head(heads, sortable, html);
    return html.toString();
  }

  static void head(List<Head> heads, boolean sortable, Html html) {
    html.raw("<tr>");
    for (Head head : heads) {
      html.raw("<th scope=col").attribute("class", head.number() ? "n" : "");
      if (sortable) {
        html.attribute("title", head.hint()).attribute("data-id", head.id());
      }
      html.attribute("data-by", head.by()).raw(">").text(head.label());
    }
  }

  /**
   * The row of its footer.
   *
   * @param total heads it where its first cell is empty
   */
  public String foot(String total) {
    Html html = new Html().raw("<tr>");
    for (int i = 0; i < footer.size(); i++) {
      Cell cell = footer.get(i);
      if (i == 0) {
        html.raw("<th scope=row>").text(cell.text().isEmpty() ? total : cell.text());
      } else {
        html.raw("<td").attribute("class", cell.style()).raw(">").text(cell.text());
      }
    }
    return html.toString();
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
