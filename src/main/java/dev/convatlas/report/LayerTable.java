package dev.convatlas.report;

import dev.convatlas.analysis.Row;
import dev.convatlas.catalog.Study;
import dev.convatlas.report.Table.Head;
import dev.convatlas.report.Table.Line;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The layers of a model in the order of execution, gathered by the blocks that they are written in.
 * Numbers have no class: the style sheet knows the columns by their places.
 *
 * @param folded whether blocks start folded, because the whole would be long
 */
public record LayerTable(List<Head> heads, List<Group> groups, List<Cell> footer, boolean folded) {

  /** A table that is longer starts folded. */
  private static final int LONG = 60;

  /** The column that heads a row. */
  static final int NAME = 1;

  /**
   * A run of layers in one block.
   *
   * @param id its anchor; empty when an earlier run has it
   * @param title path of the block; empty when the layers stand in none
   * @param kind the block's type; empty when it has none
   * @param level 1 for a stage that only heads the blocks below it, 2 for a block
   * @param cells the block's own figures, for the columns after the name
   * @param lines its layers; none for a stage
   */
  public record Group(
      String id, String title, String kind, int level, List<Cell> cells, List<Line> lines) {
    public Group {
      cells = List.copyOf(cells);
      lines = List.copyOf(lines);
    }

    public boolean isNamed() {
      return !title.isEmpty();
    }

    public boolean isFoldable() {
      return isNamed() && !lines.isEmpty();
    }

    private void write(boolean folded, Html html) {
      html.raw("<tbody").attribute("class", "g" + level).raw(">");
      if (isNamed()) {
        head(folded, html);
      }
      for (Line line : lines) {
        html.raw("<tr").attribute("id", line.id()).raw(">");
        for (int i = 0; i < line.cells().size(); i++) {
          if (i == NAME) {
            html.raw("<th scope=row>").text(line.cells().get(i).text());
          } else {
            cell(line.cells().get(i), html);
          }
        }
      }
      html.raw("</tbody>\n");
    }

    private void head(boolean folded, Html html) {
      html.raw("<tr class=head").attribute("id", id);
      html.raw("><th scope=rowgroup colspan=" + LayerColumns.HEADING + ">");
      if (isFoldable()) {
        html.raw("<label><input type=checkbox").raw(folded ? "" : " checked");
        html.raw("> ").element("span", title).raw("</label>");
      } else {
        html.element("span", title);
      }
      if (!kind.isEmpty()) {
        html.element("small", kind);
      }
      cells.forEach(cell -> cell(cell, html));
    }

    private static void cell(Cell cell, Html html) {
      html.raw("<td").attribute("class", cell.style()).raw(">").content(cell);
    }
  }

  /** The row of its headings. */
  public String head() {
    Html html = new Html();
    Table.head(heads, true, html);
    return html.toString();
  }

  /** The figures of the whole. */
  public String foot() {
    Html html = new Html();
    footer.forEach(cell -> Group.cell(cell, html));
    return html.toString();
  }

  /** The bodies of the table. */
  public String html() {
    Html html = new Html();
    groups.forEach(group -> group.write(folded, html));
    return html.toString();
  }

  public LayerTable {
    heads = List.copyOf(heads);
    groups = List.copyOf(groups);
    footer = List.copyOf(footer);
  }

  static LayerTable of(Edition edition, Study study, Explanations explanations) {
    List<Row> rows = study.model().analysis().rows();
    List<Blocks.Run> runs = Blocks.of(rows);
    LayerColumns columns = new LayerColumns(edition, study, runs, explanations);
    List<Group> groups = new ArrayList<>();
    Set<String> ids = new HashSet<>();
    for (Blocks.Run run : runs) {
      List<Column<Row>> named = columns.of(run.path());
      List<Line> lines = run.heads() ? List.of() : lines(named, run.rows());
      List<Cell> cells =
          run.path().isEmpty()
              ? List.of()
              : named.subList(LayerColumns.HEADING, named.size()).stream()
                  .map(column -> column.footer().apply(run.rows()))
                  .toList();
      // A block that is entered again has its anchor where it begins.
      String id = ids.add(run.path()) ? "b-" + run.path() : "";
      groups.add(new Group(id, run.path(), run.block(), run.heads() ? 1 : 2, cells, lines));
    }
    return new LayerTable(
        Table.heads(columns.of("")), groups, columns.totals(), rows.size() > LONG);
  }

  private static List<Line> lines(List<Column<Row>> columns, List<Row> rows) {
    return rows.stream()
        .map(
            row ->
                new Line(
                    Addresses.row(row.node().path()),
                    columns.stream().map(column -> column.cell().apply(row)).toList()))
        .toList();
  }
}
