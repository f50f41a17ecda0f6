package dev.convatlas.report;

import dev.convatlas.analysis.Analysis;
import dev.convatlas.analysis.Count;
import dev.convatlas.analysis.Totals;
import dev.convatlas.analysis.memory.NumberType;
import dev.convatlas.catalog.Study;
import dev.convatlas.catalog.Summary;
import dev.convatlas.convention.Convention;
import dev.convatlas.convention.Conventions;
import dev.convatlas.source.Message;
import dev.convatlas.text.Numbers;
import java.util.List;
import java.util.Optional;

/** The headline figures of a model, with how each came about. */
final class Headlines {
  private final Edition edition;
  private final Study study;
  private final Summary summary;
  private final Analysis analysis;
  private final HeadlineFormulas formulas;
  private final String up;

  private Headlines(Edition edition, Study study, String up) {
    this.edition = edition;
    this.study = study;
    this.summary = study.summary();
    this.analysis = study.model().analysis();
    this.formulas = new HeadlineFormulas(edition, study);
    this.up = up;
  }

  static List<Figure> of(Edition edition, Study study, String up) {
    Headlines all = new Headlines(edition, study, up);
    return List.of(
        all.params(), all.operations(), all.field(), all.memory(), all.input(), all.layers());
  }

  private Figure params() {
    Totals totals = summary.totals();
    return Figure.of(
            edition.word("site.params"),
            Counts.briefText(totals.params()),
            Counts.exactText(totals.params()),
            totals.buffers().value() == 0
                ? ""
                : edition.word("site.model.buffers", Counts.exactText(totals.buffers())),
            up + Addresses.guide("parameters"))
        .atLeast(reason(totals.params()), "")
        .explained(formulas.params());
  }

  private Figure operations() {
    Count operations = Counts.operations(summary, study.usual().name());
    return Figure.of(
            edition.word("site.macs"),
            Counts.briefText(operations),
            Counts.exactText(operations),
            edition.word("site.model.convention", study.usual().name()),
            up + Addresses.guide("compute"))
        .withId("figure-macs")
        .atLeast(
            reason(operations),
            ByConvention.texts(
                Conventions.ALL.stream()
                    .map(Convention::name)
                    .map(name -> reason(Counts.operations(summary, name)))
                    .toList()))
        .explained(formulas.operations());
  }

  private Figure field() {
    Totals totals = summary.totals();
    Optional<Count> size = summary.field();
    return Figure.of(
            edition.word("site.field"),
            size.map(Headlines::pixels).orElse(Numbers.NONE),
            totals
                .field()
                .filter(field -> size.map(Count::isExact).orElse(false))
                .flatMap(field -> field.jump())
                .map(jump -> edition.word("site.model.jump", jump))
                .orElse(""),
            totals.field().filter(field -> field.global()).isPresent()
                ? edition.word("site.model.global")
                : "",
            up + Addresses.guide("receptive-field"))
        .atLeast(size.map(this::reason).orElse(""), "")
        .explained(formulas.field());
  }

  private Figure memory() {
    return Figure.of(
            edition.word("site.memory"),
            Numbers.bytes(NumberType.FP32.bytes(summary.peak())),
            edition.word("site.memory.elements", Numbers.exact(summary.peak())),
            edition.word("site.memory.note"),
            up + Addresses.guide("memory"))
        .explained(formulas.memory());
  }

  private Figure input() {
    return Figure.of(
        edition.word("site.input"),
        SummaryColumns.inputs(summary),
        "",
        edition.word("site.model.channelsFirst"),
        "");
  }

  private Figure layers() {
    return Figure.of(
            edition.word("site.layers"),
            Numbers.exact(analysis.totals().layers()),
            "",
            edition.word("site.model.layers"),
            "#layers")
        .explained(formulas.layers());
  }

  private static String pixels(Count size) {
    return Numbers.atLeast(size.value(), size.isExact(), Numbers::pixels);
  }

  /** Why it may be larger; empty when it is exact. */
  private String reason(Count count) {
    Optional<Message> why = count.missing();
    return why.map(message -> edition.word("site.model.least", edition.words().text(message)))
        .orElse("");
  }
}
