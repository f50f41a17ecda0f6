package dev.convatlas.report;

import dev.convatlas.analysis.Count;
import dev.convatlas.analysis.Row;
import dev.convatlas.catalog.Alike;
import dev.convatlas.catalog.Study;
import dev.convatlas.convention.Conventions;
import dev.convatlas.source.SourceSpan;
import dev.convatlas.text.Numbers;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** The columns of a model's layer table. */
final class LayerColumns {
  /** Columns that the heading of a block stands across. */
  static final int HEADING = 4;

  private static final Set<String> SUMMED = Set.of("params", "params-share", "macs", "macs-share");

  private final Edition edition;
  private final String file;
  private final List<Row> rows;
  private final Alike alike;
  private final Explanations explanations;
  private final Scale params;
  private final Scale macs;

  /** But for the names, which depend on the block. */
  private final List<Column<Row>> all;

  /** What bars and shares are taken of: the largest layer, the largest block, and all together. */
  private record Scale(long layer, long block, long total) {
    static Scale of(List<Row> rows, List<Blocks.Run> runs, Function<Row, Count> figure) {
      return new Scale(
          rows.stream().mapToLong(row -> figure.apply(row).value()).max().orElse(0),
          runs.stream()
              .filter(run -> !run.heads() && !run.path().isEmpty())
              .mapToLong(run -> sum(run.rows(), figure).value())
              .max()
              .orElse(0),
          sum(rows, figure).value());
    }

    /** Class of a bar that is a part of the longest. */
    static String bar(long value, long largest) {
      if (value > largest) {
        return "";
      }
      // Dividing first keeps the largest counts from overflowing, at the price of a hair's breadth.
      long percent =
          largest >= 10_000 ? value / (largest / 100) : 100 * value / Math.max(1, largest);
      return percent == 0 ? "" : "s" + Math.min(100, percent);
    }
  }

  private static Count sum(List<Row> rows, Function<Row, Count> figure) {
    return Counts.sum(rows.stream().map(figure).toList());
  }

  LayerColumns(Edition edition, Study study, List<Blocks.Run> runs, Explanations explanations) {
    this.edition = edition;
    this.file = study.model().path();
    this.rows = study.model().analysis().rows();
    this.alike = study.alike();
    this.explanations = explanations;
    this.params = Scale.of(rows, runs, Row::params);
    this.macs = Scale.of(rows, runs, Row::macs);
    this.all = all();
  }

  /**
   * @param block path of the block around the rows, which their names leave out
   */
  List<Column<Row>> of(String block) {
    List<Column<Row>> columns = new ArrayList<>(all);
    columns.set(
        LayerTable.NAME, Column.text("layer", edition.word("site.layer"), row -> name(row, block)));
    return columns;
  }

  private List<Column<Row>> all() {
    return List.of(
        Column.number("index", "#", this::index),
        Column.text("layer", edition.word("site.layer"), row -> Cell.EMPTY),
        Column.text("type", edition.word("site.type"), once(this::type)),
        Column.text(
                "arguments",
                edition.word("site.arguments"),
                once(row -> Cell.of(Given.brief(row.node()))))
            .explained(edition.word("site.arguments.hint")),
        Column.text("output", edition.word("site.output"), once(LayerColumns::output))
            .explained(edition.word("site.output.hint"))
            .summed(group -> output(last(group))),
        counted("params", edition.word("site.params"), Row::params, params)
            .explained(edition.word("site.params.exact")),
        share("params-share", "site.share.params", Row::params, params),
        counted("macs", ByConvention.label(Conventions.DEFAULT), Row::macs, macs)
            .explained(edition.word("site.macs.exact")),
        share("macs-share", "site.share.macs", Row::macs, macs),
        Column.<Row>number(
                "field", edition.word("site.field"), row -> Fields.sizeCell(row, edition))
            .explained(edition.word("site.field.hint"))
            .summed(group -> Fields.sizeCell(last(group), edition)),
        Column.<Row>number("jump", edition.word("site.jump"), Fields::jumpCell)
            .explained(edition.word("site.jump.hint"))
            .summed(group -> Fields.jumpCell(last(group))),
        Column.<Row>number("start", edition.word("site.start"), Fields::startCell)
            .explained(edition.word("site.start.hint"))
            .summed(group -> Fields.startCell(last(group))),
        Column.number("line", edition.word("site.line"), this::line));
  }

  /** The last line of the table. */
  List<Cell> totals() {
    List<Cell> cells = new ArrayList<>();
    for (Column<Row> column : all.subList(HEADING, all.size())) {
      cells.add(SUMMED.contains(column.id()) ? column.footer().apply(rows) : Cell.EMPTY);
    }
    return cells;
  }

  /** What layers that are alike have in common is written once for all of them. */
  private Function<Row, Cell> once(Function<Row, Cell> cell) {
    Map<Integer, Cell> known = new HashMap<>();
    return row ->
        known.computeIfAbsent(alike.kind(explanations.index(row)), kind -> cell.apply(row));
  }

  private static Row last(List<Row> group) {
    return group.get(group.size() - 1);
  }

  private Cell index(Row row) {
    return Cell.of(Integer.toString(explanations.index(row) + 1));
  }

  private static Cell name(Row row, String block) {
    String path = row.node().path();
    return Cell.of(block.isEmpty() ? path : path.substring(block.length() + 1));
  }

  private Cell type(Row row) {
    return Cell.of(row.node().type())
        .linked("#" + explanations.anchor(row))
        .styled("k-" + Kinds.of(row.node().type()));
  }

  private static Cell output(Row row) {
    return Cell.of(row.node().output().toString());
  }

  /** A line of the definition that the page shows; one of an included file is only named. */
  private Cell line(Row row) {
    SourceSpan span = row.node().span();
    Cell number = Cell.of(Integer.toString(span.line()));
    return span.path().equals(file)
        ? number.linked("#" + Addresses.line(span.line()))
        : Cell.of(span.path() + ":" + span.line());
  }

  private Column<Row> counted(String id, String label, Function<Row, Count> figure, Scale scale) {
    return Column.number(id, label, once(row -> bar(figure.apply(row), scale.layer())))
        .summed(group -> bar(sum(group, figure), scale.block()));
  }

  private static Cell bar(Count count, long largest) {
    return Counts.exact(count).styled(Scale.bar(count.value(), largest));
  }

  private Column<Row> share(String id, String label, Function<Row, Count> figure, Scale scale) {
    return Column.number(id, "%", once(row -> share(figure.apply(row), scale)))
        .explained(edition.word(label))
        .summed(group -> share(sum(group, figure), scale));
  }

  private static Cell share(Count count, Scale scale) {
    return count.value() == 0 ? Cell.EMPTY : Cell.of(Numbers.share(count.value(), scale.total()));
  }
}
