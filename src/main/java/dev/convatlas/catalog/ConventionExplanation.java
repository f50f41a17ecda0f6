package dev.convatlas.catalog;

import dev.convatlas.analysis.Count;
import dev.convatlas.analysis.Row;
import dev.convatlas.catalog.LayerExplanation.Line;
import dev.convatlas.convention.Convention;
import dev.convatlas.convention.Conventions;
import dev.convatlas.source.Message;
import dev.convatlas.tensor.Formula;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What each convention counts of a layer; those that count it alike share a line. */
final class ConventionExplanation {
  private ConventionExplanation() {}

  /**
   * What makes two conventions alike.
   *
   * @param formula none where only a lower bound is known
   * @param skipped whether the tool would count the layer if PyTorch's code called it as a module
   */
  private record Counted(
      Optional<Formula> formula, long value, Optional<Message> missing, boolean skipped) {

    static Counted of(Convention convention, Row row) {
      Count count = convention.of(row);
      return new Counted(
          count.isExact() ? Optional.of(convention.formula(row)) : Optional.empty(),
          count.value(),
          count.missing(),
          isSkipped(convention, row));
    }

    private static boolean isSkipped(Convention convention, Row row) {
      return convention.modulesOnly()
          && row.node().functional()
          && !row.node().training()
          && !convention.rule(row.node().layer().operation()).formula(row).isZero();
    }

    Line line(String names) {
      if (missing.isPresent()) {
        return Line.of("explain.convention.least", names, value, missing.get());
      }
      if (value > 0) {
        return Line.of(Message.of("explain.convention", names), formula.orElseThrow());
      }
      return Line.of(
          skipped ? "explain.convention.functional" : LayerExplanation.NOT_COUNTED, names);
    }
  }

  static List<Line> of(Row row) {
    Map<Counted, List<String>> alike = new LinkedHashMap<>();
    for (Convention convention : Conventions.ALL) {
      alike
          .computeIfAbsent(Counted.of(convention, row), c -> new ArrayList<>())
          .add(convention.name());
    }
    return alike.entrySet().stream()
        .map(entry -> entry.getKey().line(String.join(", ", entry.getValue())))
        .toList();
  }
}
