package dev.convatlas.text;

import dev.convatlas.analysis.findings.Check;
import dev.convatlas.analysis.findings.Checks;
import dev.convatlas.analysis.memory.Training.Optimizer;
import dev.convatlas.catalog.comparison.Trait;
import dev.convatlas.catalog.comparison.Traits;
import dev.convatlas.convention.Condition;
import dev.convatlas.convention.Conventions;
import dev.convatlas.convention.Quantity;
import dev.convatlas.definition.CatalogSettings;
import dev.convatlas.definition.Expressions;
import dev.convatlas.definition.Expressions.Help;
import dev.convatlas.definition.Format;
import dev.convatlas.layer.Category;
import dev.convatlas.layer.Operation;
import dev.convatlas.report.GuidePage;
import dev.convatlas.report.PageParts;
import dev.convatlas.source.Limit;
import dev.convatlas.tensor.Work;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Keys of messages that code puts together from a beginning and the name of something. */
final class ComposedKeys {

  /** Rows of a comparison whose label has no places. */
  private static final List<String> COMPARED =
      Traits.of(Conventions.DEFAULT, CatalogSettings.DEFAULT, List.of()).stream()
          .map(trait -> trait.label().key())
          .filter(key -> key.startsWith("compare.row."))
          .map(key -> key.substring("compare.row.".length()))
          .toList();

  /** One line for each place that puts keys together. */
  static final Set<String> ALL =
      Stream.of(
              under("limit.", Arrays.stream(Limit.values()).map(Limit::key).toList()),
              under("function.", Expressions.functions().stream().map(Help::name).toList()),
              under("compare.group.", names(Trait.Group.values())),
              under("compare.row.", COMPARED),
              under("convention.", Conventions.names()),
              under("condition.", names(Condition.values())),
              under("quantity.", names(Quantity.values())),
              under("explain.work.", names(Work.Kind.values())),
              under("finding.", Checks.ALL.stream().map(Check::name).toList()),
              under(
                  "finding.", Checks.ALL.stream().map(check -> check.name() + ".reason").toList()),
              under("operation.", names(Operation.values())),
              under("study.optimizer.", names(Optimizer.values())),
              under("site.category.", names(Category.values())),
              under("site.claims.", Format.FIGURES),
              under("site.part.", PageParts.SHORT),
              under("format.file.", Format.FILE),
              under("format.block.", Format.BLOCK),
              under("format.item.", Format.MODIFIERS),
              under("format.residual.", Format.RESIDUAL),
              under("format.parallel.", Format.PARALLEL),
              under("format.claim.", Format.FIGURES),
              under("format.claim.", Format.CLAIM),
              under("format.catalog.", Format.CATALOG),
              under("format.metric.", Format.METRIC),
              under("format.comparison.", Format.COMPARISON),
              under("format.device.", Format.DEVICE),
              under("site.guide.", GuidePage.CHAPTERS),
              under("site.guide.", GuidePage.CHAPTERS.stream().map(id -> id + ".summary").toList()),
              under("chart.", withAlternatives("params", "macs")),
              under("chart.models.", withAlternatives("params", "macs", "receptive-field")),
              under("chart.axis.", List.of("params", "receptive-field")),
              under("chart.kind.", List.of("convolution", "linear", "attention", "other")),
              under("chart.kind.", List.of("normalisation")),
              under("chart.role.", List.of("depth", "height", "width", "length")))
          .flatMap(List::stream)
          .collect(Collectors.toUnmodifiableSet());

  private ComposedKeys() {}

  private static List<String> under(String beginning, List<String> ends) {
    return ends.stream().map(end -> beginning + end).toList();
  }

  private static List<String> names(Enum<?>[] constants) {
    return Arrays.stream(constants)
        .map(constant -> constant.name().toLowerCase(Locale.ROOT))
        .toList();
  }

  /** Of a chart: its title, and what is read to those who do not see it. */
  private static List<String> withAlternatives(String... charts) {
    return Arrays.stream(charts).flatMap(chart -> Stream.of(chart, chart + ".alt")).toList();
  }
}
