package dev.convatlas.report;

import dev.convatlas.analysis.Count;
import dev.convatlas.analysis.Row;
import dev.convatlas.source.SourceSpan;
import dev.convatlas.text.Numbers;
import java.util.List;
import java.util.function.Function;

/** The columns of a model's layer table. */
final class LayerColumns {
  private final Edition edition;
  private final String file;
  private final List<Row> rows;
  private final Explanations explanations;
  private final Scale params;
  private final Scale macs;

  /** The largest layer and the sum of all, which bars and shares are taken of. */
  private record Scale(long largest, long total) {
    static Scale of(List<Row> rows, Function<Row, Count> figure) {
      return new Scale(
          rows.stream().mapToLong(row -> figure.apply(row).value()).max().orElse(0),
          Counts.sum(rows.stream().map(figure).toList()).value());
    }

    /** Class of a bar as long as the share of the largest layer. */
    String bar(long value) {
      long percent = largest == 0 ? 0 : Math.multiplyExact(value, 100L) / largest;
      return percent == 0 ? "" : "s" + percent;
    }
  }

  LayerColumns(Edition edition, String file, List<Row> rows, Explanations explanations) {
    this.file = file;
    this.edition = edition;
    this.rows = rows;
    this.explanations = explanations;
    this.params = Scale.of(rows, Row::params);
    this.macs = Scale.of(rows, Row::macs);
  }

  int count() {
    return ofRow("").size();
  }

  /**
   * @param block path of the block around the rows, which their names leave out
   */
  List<Column<Row>> ofRow(String block) {
    return List.of(
        Column.number("index", "#", this::index),
        Column.text("layer", edition.word("site.layer"), row -> name(row, block)),
        Column.text("type", edition.word("site.type"), this::type),
        Column.<Row>text("output", edition.word("site.output"), LayerColumns::output)
            .explained(edition.word("site.output.hint"))
            .summed(group -> output(last(group))),
        counted("params", edition.word("site.params"), Row::params, params)
            .explained(edition.word("site.params.exact")),
        share("params-share", "site.share.params", Row::params, params),
        counted("macs", edition.word("site.macs"), Row::macs, macs)
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
    List<Cell> cells = Table.footer(ofRow(""), rows);
    return cells.isEmpty() ? cells : cells.subList(2, cells.size());
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
    return Column.<Row>number(
            id,
            label,
            row -> Counts.exact(figure.apply(row)).styled(scale.bar(figure.apply(row).value())))
        .summed(group -> Counts.exact(Counts.sum(group.stream().map(figure).toList())));
  }

  private Column<Row> share(String id, String label, Function<Row, Count> figure, Scale scale) {
    return Column.<Row>number(id, "%", row -> share(figure.apply(row), scale))
        .explained(edition.word(label))
        .summed(group -> share(Counts.sum(group.stream().map(figure).toList()), scale));
  }

  private static Cell share(Count count, Scale scale) {
    return count.value() == 0 ? Cell.EMPTY : Cell.of(Numbers.share(count.value(), scale.total()));
  }
}
