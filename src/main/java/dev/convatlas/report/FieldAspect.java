package dev.convatlas.report;

import dev.convatlas.analysis.Analysis;
import dev.convatlas.analysis.AxisName;
import dev.convatlas.analysis.Count;
import dev.convatlas.analysis.FinalField;
import dev.convatlas.analysis.Row;
import dev.convatlas.analysis.findings.Finding;
import dev.convatlas.catalog.Study;
import dev.convatlas.convention.Conventions;
import dev.convatlas.tensor.AxisField;
import dev.convatlas.tensor.Role;
import dev.convatlas.text.Numbers;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Where the receptive field passes the input's size, and which layers gain nothing. */
final class FieldAspect {
  /** The check that finds layers whose input already sees everything. */
  private static final String UNPRODUCTIVE = "unproductive-layers";

  private final Edition edition;
  private final String page;
  private final Study study;
  private final Analysis analysis;

  private FieldAspect(Edition edition, Study study, String page) {
    this.edition = edition;
    this.page = page;
    this.study = study;
    this.analysis = study.model().analysis();
  }

  /**
   * An axis of an input.
   *
   * @param last what the last map on the way to the first output sees
   */
  private record Along(String input, Role role, AxisField last) {}

  static Optional<Aspect> of(Edition edition, Study study, String page) {
    FieldAspect aspect = new FieldAspect(edition, study, page);
    List<Along> axes = aspect.axes();
    if (axes.isEmpty()) {
      return Optional.empty();
    }
    List<Aspect.Captioned> tables = new ArrayList<>();
    tables.add(new Aspect.Captioned(edition.word("study.field.table"), aspect.table(axes)));
    Optional<Finding> gain =
        study.findings().stream().filter(one -> one.check().equals(UNPRODUCTIVE)).findFirst();
    gain.ifPresent(
        finding ->
            tables.add(
                new Aspect.Captioned(
                    edition.word("study.field.gain"), aspect.unproductive(finding))));
    return Optional.of(
        new Aspect(
            "reach",
            edition.word("study.field"),
            gain
                .map(finding -> edition.words().text(Numbers.grouped(finding.message())))
                .or(aspect::everyLayerGains)
                .stream()
                .toList(),
            tables,
            aspect.notes()));
  }

  /** What the figures mean, and why some are lower bounds. */
  private List<String> notes() {
    List<String> notes = new ArrayList<>();
    notes.add(edition.word("study.field.note"));
    analysis.graph().inputs().keySet().stream()
        .flatMap(input -> FinalField.unknown(analysis, input).stream())
        .distinct()
        .forEach(why -> notes.add(edition.word("study.field.unknown", edition.words().text(why))));
    return notes;
  }

  /** Not to be said where a field is unknown. */
  private Optional<String> everyLayerGains() {
    boolean known = analysis.rows().stream().allMatch(row -> row.field().unknown().isEmpty());
    return known ? Optional.of(edition.word("study.field.all")) : Optional.empty();
  }

  private List<Along> axes() {
    List<Along> axes = new ArrayList<>();
    analysis
        .totals()
        .fields()
        .forEach(
            (input, fields) ->
                fields.forEach((role, field) -> axes.add(new Along(input, role, field))));
    return axes;
  }

  private Table table(List<Along> axes) {
    List<Column<Along>> columns =
        List.of(
            Column.text("axis", edition.word("study.axis"), this::axis),
            Column.number(
                "size",
                edition.word("study.field.input"),
                axis -> Cell.of(Numbers.pixels(inputSize(axis)))),
            Column.number("last", edition.word("study.field.last"), this::last),
            Column.number(
                "narrowest",
                edition.word("study.field.narrowest"),
                axis -> Cell.of(Numbers.pixels(axis.last().narrowest().size()))),
            Column.text("border", edition.word("study.field.border"), this::border),
            Column.text("global", edition.word("study.field.global"), this::global));
    return Table.of(columns, axes, axis -> "");
  }

  private Cell axis(Along axis) {
    Cell cell = Cell.of(edition.words().text(AxisName.of(axis.role())));
    return analysis.graph().inputs().size() == 1 ? cell : cell.noted(axis.input());
  }

  private long inputSize(Along axis) {
    return FinalField.sizeOf(analysis.graph().inputs().get(axis.input()), axis.role()).orElse(1);
  }

  private Cell last(Along axis) {
    long size =
        analysis.rows().stream()
            .filter(row -> axis.last().equals(field(row, axis)))
            .mapToLong(row -> Fields.size(axis.last(), axis.role(), row.node().output()))
            .max()
            .orElse(axis.last().narrowest().size());
    boolean exact = axis.last().exact() && FinalField.unknown(analysis, axis.input()).isEmpty();
    return Cell.of(Numbers.atLeast(size, exact, Numbers::pixels));
  }

  private static AxisField field(Row row, Along axis) {
    return row.field().inputs().getOrDefault(axis.input(), Map.of()).get(axis.role());
  }

  /** The first layer that runs in inference whose output sees as much as the input is large. */
  private Cell border(Along axis) {
    long size = inputSize(axis);
    return first(
        axis,
        row -> {
          AxisField field = field(row, axis);
          return Fields.size(field, axis.role(), row.node().output()) >= size;
        });
  }

  private Cell global(Along axis) {
    return first(axis, row -> field(row, axis).global());
  }

  private interface Wanted {
    boolean isIn(Row row);
  }

  private Cell first(Along axis, Wanted wanted) {
    for (Row row : analysis.rows()) {
      if (!row.node().training() && field(row, axis) != null && wanted.isIn(row)) {
        return link(row);
      }
    }
    return Cell.of(Numbers.NONE).styled("z");
  }

  private Cell link(Row row) {
    return Cell.of(row.node().path()).linked(page + "#" + Addresses.row(row.node().path()));
  }

  private Table unproductive(Finding finding) {
    List<Row> rows = finding.nodes().stream().map(analysis.rows()::get).toList();
    List<Column<Row>> columns =
        List.of(
            Column.text("layer", edition.word("site.layer"), this::link),
            Column.number("params", edition.word("site.params"), row -> Counts.exact(row.params())),
            Column.number(
                "params-share",
                "%",
                row -> share(row.params().value(), study.summary().totals().params().value())),
            ByConvention.column(
                "macs",
                study.usual(),
                row -> ByConvention.cell(study.usual(), counts(row), Counts::exact)),
            Column.number("macs-share", "%", this::share));
    return Table.of(columns, rows, row -> "");
  }

  private static Map<String, Count> counts(Row row) {
    Map<String, Count> counts = new LinkedHashMap<>();
    Conventions.ALL.forEach(convention -> counts.put(convention.name(), convention.of(row)));
    return counts;
  }

  private Cell share(Row row) {
    Map<String, Count> totals = study.summary().operations();
    Map<String, String> shares = new LinkedHashMap<>();
    counts(row)
        .forEach(
            (convention, count) ->
                shares.put(
                    convention, Numbers.share(count.value(), totals.get(convention).value())));
    return Cell.of(shares.get(study.usual().name()))
        .counted(ByConvention.texts(List.copyOf(shares.values())));
  }

  private static Cell share(long part, long whole) {
    return Cell.of(Numbers.share(part, whole));
  }
}
