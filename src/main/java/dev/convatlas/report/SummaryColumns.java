package dev.convatlas.report;

import dev.convatlas.catalog.Summary;
import dev.convatlas.definition.CatalogSettings.Metric;
import dev.convatlas.tensor.Shape;
import dev.convatlas.text.Numbers;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The columns of the catalog's table. */
final class SummaryColumns {
  private SummaryColumns() {}

  /**
   * @param models of the whole catalog
   * @param up from the page to the folder of its language
   */
  static List<Column<Summary>> of(Edition edition, List<Summary> models, String up) {
    String convention = edition.settings().convention();
    List<Column<Summary>> columns = new ArrayList<>();
    columns.add(
        Column.text("model", edition.word("site.model"), summary -> model(summary, edition, up)));
    columns.add(
        Column.<Summary>number(
                "params",
                edition.word("site.params"),
                summary -> Counts.brief(summary.totals().params()))
            .explained(edition.word("site.params.hint")));
    columns.add(
        Column.<Summary>number(
                "macs",
                edition.word("site.macs"),
                summary -> Counts.brief(Counts.operations(summary, convention)))
            .explained(edition.word("site.macs.hint", convention)));
    columns.add(
        Column.<Summary>number("field", edition.word("site.field"), SummaryColumns::field)
            .explained(edition.word("site.field.hint")));
    columns.add(
        Column.<Summary>number(
                "layers",
                edition.word("site.layers"),
                summary -> Cell.of(Numbers.exact(summary.totals().layers())))
            .explained(edition.word("site.layers.hint")));
    columns.add(
        Column.number("input", edition.word("site.input"), summary -> Cell.of(inputs(summary))));
    edition.settings().metrics().stream()
        .filter(metric -> isCommon(metric, models))
        .forEach(metric -> columns.add(metric(metric, edition)));
    columns.add(Column.number("year", edition.word("site.year"), SummaryColumns::year));
    columns.add(
        Column.text(
            "family", edition.word("site.family"), summary -> family(summary, edition, up)));
    return columns;
  }

  private static Cell model(Summary summary, Edition edition, String up) {
    return Cell.of(edition.text(summary.metadata().title()))
        .noted(summary.id())
        .linked(up + Addresses.model(summary.id()));
  }

  private static Cell family(Summary summary, Edition edition, String up) {
    return Cell.of(edition.text(summary.metadata().family()))
        .linked(up + Addresses.family(summary.metadata().familyId()));
  }

  private static Cell year(Summary summary) {
    int year = summary.metadata().year();
    return year == 0 ? Cell.EMPTY : Cell.of(Integer.toString(year));
  }

  static Cell field(Summary summary) {
    return summary.field().map(Counts::exact).orElse(Cell.of(Numbers.NONE).styled("z"));
  }

  static String inputs(Summary summary) {
    return summary.inputs().values().stream()
        .map(Shape::toString)
        .collect(Collectors.joining(", "));
  }

  /** A column that is empty for nearly all models tells nobody anything. */
  private static boolean isCommon(Metric metric, List<Summary> models) {
    long known =
        models.stream()
            .filter(model -> model.metadata().metrics().containsKey(metric.id()))
            .count();
    return known * 4 >= models.size() && known > 0;
  }

  private static Column<Summary> metric(Metric metric, Edition edition) {
    String title = edition.text(metric.title());
    Column<Summary> column =
        Column.number("metric-" + metric.id(), title, summary -> metric(summary, metric));
    return metric.unit().isEmpty()
        ? column
        : column.explained(edition.word("site.metric.hint", title, metric.unit()));
  }

  static Cell metric(Summary summary, Metric metric) {
    BigDecimal value = summary.metadata().metrics().get(metric.id());
    return value == null ? Cell.EMPTY : Cell.of(value.toPlainString());
  }
}
