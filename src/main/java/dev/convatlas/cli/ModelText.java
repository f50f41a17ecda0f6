package dev.convatlas.cli;

import dev.convatlas.analysis.Analysis;
import dev.convatlas.analysis.Count;
import dev.convatlas.analysis.FinalField;
import dev.convatlas.analysis.Row;
import dev.convatlas.analysis.Totals;
import dev.convatlas.analysis.memory.Memory;
import dev.convatlas.analysis.memory.NumberType;
import dev.convatlas.convention.Convention;
import dev.convatlas.convention.Conventions;
import dev.convatlas.report.Fields;
import dev.convatlas.report.TextTable;
import dev.convatlas.source.Message;
import dev.convatlas.tensor.AxisField;
import dev.convatlas.tensor.Role;
import dev.convatlas.text.Messages;
import dev.convatlas.text.Numbers;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** A model's layers and totals as tables for a terminal, or as Markdown. */
record ModelText(Analysis analysis, Messages words) {

  TextTable layers() {
    List<List<String>> lines = new ArrayList<>();
    for (Row row : analysis.rows()) {
      Map<Role, AxisField> axes = Fields.of(row);
      lines.add(
          List.of(
              Integer.toString(lines.size() + 1),
              row.node().path(),
              row.node().type(),
              row.node().output().toString(),
              count(row.params()),
              count(row.macs()),
              Fields.size(row, words),
              axes.values().stream()
                  .map(axis -> axis.jump().map(Object::toString).orElse("?"))
                  .distinct()
                  .collect(Collectors.joining("×"))));
    }
    return new TextTable(
        List.of(
            "#",
            words.text("show.layer"),
            words.text("show.type"),
            words.text("show.output"),
            words.text("show.params"),
            words.text("show.macs"),
            words.text("show.field"),
            words.text("show.jump")),
        List.of(true, false, false, false, true, true, true, true),
        lines);
  }

  /** The totals, the operations as each convention counts them. */
  TextTable totals() {
    Totals totals = analysis.totals();
    List<List<String>> lines = new ArrayList<>();
    lines.add(List.of(words.text("show.total.params"), count(totals.params())));
    if (!totals.params().equals(totals.paramsInference())) {
      lines.add(List.of(words.text("show.total.inference"), count(totals.paramsInference())));
    }
    lines.add(List.of(words.text("show.total.buffers"), count(totals.buffers())));
    for (Convention convention : Conventions.ALL) {
      String label =
          words.text("show.total.convention", convention.unit().text(), convention.name());
      lines.add(List.of(label, count(convention.total(analysis))));
    }
    FinalField.size(analysis)
        .ifPresent(field -> lines.add(List.of(words.text("show.total.field"), count(field))));
    long peak = Memory.of(analysis, false).peak().live();
    lines.add(List.of(words.text("show.total.peak"), Numbers.bytes(NumberType.FP32.bytes(peak))));
    return new TextTable(
        List.of(words.text("show.totals"), words.text("show.value")), List.of(false, true), lines);
  }

  /** Why figures with a ≥ may be larger, and which ones rest on an author's word; or nothing. */
  String reasons() {
    Totals totals = analysis.totals();
    List<Count> counts = new ArrayList<>(List.of(totals.params(), totals.buffers(), totals.macs()));
    Conventions.ALL.forEach(convention -> counts.add(convention.total(analysis)));
    FinalField.size(analysis).ifPresent(counts::add);
    Set<String> reasons = new LinkedHashSet<>();
    for (Count count : counts) {
      Optional<Message> why = count.missing();
      why.ifPresent(reason -> reasons.add(words.text("show.least", words.text(reason))));
    }
    if (analysis.isStated()) {
      reasons.add(words.text("stated.totals"));
    }
    return reasons.isEmpty() ? "" : "\n" + String.join("\n", reasons) + "\n";
  }

  private static String count(Count count) {
    return Numbers.atLeast(count.value(), count.isExact(), Numbers::exact);
  }
}
