package dev.convatlas.report;

import dev.convatlas.analysis.Count;
import dev.convatlas.analysis.memory.NumberType;
import dev.convatlas.catalog.Summary;
import dev.convatlas.definition.CatalogSettings.Metric;
import dev.convatlas.report.Measure.Delta;
import dev.convatlas.tensor.Ratio;
import dev.convatlas.text.Numbers;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToIntFunction;

/** The rows of a comparison, in their order. */
final class Measures {
  private Measures() {}

  /** Rows that belong together. */
  record Section(String title, List<Measure> measures) {
    Section {
      measures = List.copyOf(measures);
    }
  }

  static List<Section> of(Edition edition) {
    String convention = edition.settings().convention();
    return List.of(
        new Section(
            edition.word("site.compare.identity"),
            List.of(
                Measure.words(edition.word("site.year"), Measures::year),
                Measure.words(edition.word("site.input"), SummaryColumns::inputs))),
        new Section(
            edition.word("site.compare.cost"),
            List.of(
                counted(edition.word("site.params"), "", model -> model.totals().params()),
                counted(edition.word("site.buffers"), "", model -> model.totals().buffers()),
                counted(
                    edition.word("site.macs"),
                    convention,
                    model -> Counts.operations(model, convention)),
                counted(
                    edition.word("site.activations"),
                    edition.word("site.activations.note"),
                    model -> model.totals().activations()),
                Measure.number(
                    edition.word("site.memory"),
                    edition.word("site.memory.note"),
                    model -> Optional.of(NumberType.FP32.bytes(model.peak())),
                    Numbers::bytes,
                    Delta.COST))),
        new Section(
            edition.word("site.compare.structure"),
            List.of(
                Measure.number(
                    edition.word("site.field"), "", Measures::field, Numbers::pixels, Delta.PIXELS),
                Measure.words(edition.word("site.jump"), Measures::jump),
                whole(edition.word("site.layers"), "", model -> model.totals().layers()),
                whole(edition.word("site.weighted"), "", model -> model.structure().weighted()),
                whole(
                    edition.word("site.depth"),
                    edition.word("site.depth.note"),
                    model -> model.structure().depth()),
                whole(edition.word("site.joins"), "", model -> model.structure().joins()))),
        new Section(
            edition.word("site.compare.measured"),
            edition.settings().metrics().stream()
                .map(
                    metric ->
                        new Measure(
                            titled(edition, metric),
                            "",
                            model -> SummaryColumns.metric(model, metric).text(),
                            model -> Optional.empty(),
                            Delta.NONE))
                .toList()));
  }

  private static String titled(Edition edition, Metric metric) {
    String title = edition.text(metric.title());
    return metric.unit().isEmpty() ? title : edition.word("site.metric.unit", title, metric.unit());
  }

  private static Measure whole(String label, String note, ToIntFunction<Summary> number) {
    return Measure.number(
        label,
        note,
        model -> Optional.of((long) number.applyAsInt(model)),
        Numbers::exact,
        Delta.NEUTRAL);
  }

  private static Measure counted(String label, String note, Function<Summary, Count> count) {
    return new Measure(
        label,
        note,
        model -> Counts.briefText(count.apply(model)),
        model -> Optional.of(count.apply(model)).filter(Count::isExact).map(Count::value),
        Delta.COST);
  }

  private static String year(Summary model) {
    int year = model.metadata().year();
    return year == 0 ? "" : Integer.toString(year);
  }

  private static Optional<Long> field(Summary model) {
    return model.field().map(Count::value);
  }

  private static String jump(Summary model) {
    return model.totals().field().flatMap(field -> field.jump()).map(Ratio::toString).orElse("");
  }
}
