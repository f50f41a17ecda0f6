package dev.convatlas.report;

import dev.convatlas.analysis.Count;
import dev.convatlas.catalog.Study;
import dev.convatlas.convention.Convention;
import dev.convatlas.convention.Conventions;
import dev.convatlas.convention.Waterfall;
import dev.convatlas.layer.Operation;
import dev.convatlas.source.Message;
import dev.convatlas.text.Numbers;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What each convention counts of a model, and which kinds of layer make the difference. */
final class ConventionAspect {
  private final Edition edition;
  private final Study study;
  private final Convention usual;
  private final Map<String, Count> totals;

  private ConventionAspect(Edition edition, Study study) {
    this.edition = edition;
    this.study = study;
    this.usual = study.usual();
    this.totals = study.summary().operations();
  }

  static Optional<Aspect> of(Edition edition, Study study, String page) {
    ConventionAspect aspect = new ConventionAspect(edition, study);
    return Optional.of(
        new Aspect(
            "conventions",
            edition.word("study.conventions"),
            List.of(edition.word("study.conventions.lead")),
            List.of(
                new Aspect.Captioned(edition.word("study.conventions.totals"), aspect.totals()),
                new Aspect.Captioned(
                    edition.word("study.conventions.steps", aspect.usual.name()), aspect.steps())),
            aspect.reasons()));
  }

  private Table totals() {
    Count base = total(usual);
    List<Column<Convention>> columns =
        List.of(
            Column.text("convention", edition.word("study.convention"), this::named),
            Column.number(
                "total", edition.word("site.total"), convention -> Counts.exact(total(convention))),
            Column.text(
                "unit",
                edition.word("study.unit"),
                convention -> Cell.of(convention.unit().text())),
            Column.number(
                "difference",
                edition.word("study.against", usual.name()),
                convention -> difference(base, convention)));
    return Table.of(columns, Conventions.ALL, convention -> "");
  }

  private Count total(Convention convention) {
    return totals.get(convention.name());
  }

  private Cell named(Convention convention) {
    return Cell.of(convention.name())
        .linked("../" + Addresses.guide("conventions") + "#" + convention.name());
  }

  private Cell difference(Count base, Convention convention) {
    Count total = total(convention);
    return convention.name().equals(usual.name()) || !base.isExact() || !total.isExact()
        ? Cell.EMPTY
        : Cell.of(Numbers.change(base.value(), total.value(), edition.words()));
  }

  /** Read downwards, each column is a waterfall from the usual convention to another. */
  private Table steps() {
    List<Convention> others =
        Conventions.ALL.stream().filter(other -> !other.name().equals(usual.name())).toList();
    Map<String, Waterfall> falls = new LinkedHashMap<>();
    others.forEach(other -> falls.put(other.name(), fall(other)));
    Set<Operation> kinds = new LinkedHashSet<>();
    falls.values().stream()
        .flatMap(fall -> fall.steps().stream())
        .sorted(Comparator.comparing(Waterfall.Step::operation))
        .forEach(step -> kinds.add(step.operation()));
    List<Optional<Operation>> rows = new ArrayList<>();
    rows.add(Optional.empty());
    kinds.forEach(kind -> rows.add(Optional.of(kind)));
    List<Column<Optional<Operation>>> columns = new ArrayList<>();
    columns.add(Column.text("kind", edition.word("study.kind"), this::kind));
    for (Convention other : others) {
      Waterfall fall = falls.get(other.name());
      columns.add(
          Column.<Optional<Operation>>number(other.name(), other.name(), kind -> step(fall, kind))
              .summed(all -> Counts.exact(fall.end())));
    }
    return Table.of(columns, rows, kind -> "");
  }

  private Waterfall fall(Convention other) {
    return Waterfall.between(
        study.model().analysis().rows(),
        usual,
        study.operations(usual),
        other,
        study.operations(other));
  }

  private Cell kind(Optional<Operation> kind) {
    return Cell.of(
        kind.map(
                operation ->
                    edition
                        .words()
                        .text(Message.of("operation." + operation.name().toLowerCase(Locale.ROOT))))
            .orElseGet(usual::name));
  }

  private Cell step(Waterfall fall, Optional<Operation> kind) {
    if (kind.isEmpty()) {
      return Counts.exact(fall.start());
    }
    return fall.steps().stream()
        .filter(step -> step.operation() == kind.get())
        .findFirst()
        .map(step -> Cell.of(signed(step.difference())).noted(layers(step)))
        .orElse(Cell.EMPTY);
  }

  private static String signed(long difference) {
    return (difference > 0 ? "+" : "") + Numbers.exact(difference);
  }

  private String layers(Waterfall.Step step) {
    return edition.word("study.layers", step.layers());
  }

  /** What the charts show, and why some of the totals are lower bounds. */
  private List<String> reasons() {
    Set<String> reasons = new LinkedHashSet<>();
    reasons.add(edition.word("study.conventions.charts"));
    for (Convention convention : Conventions.ALL) {
      total(convention)
          .missing()
          .ifPresent(
              why ->
                  reasons.add(
                      edition.word("study.least", convention.name(), edition.words().text(why))));
    }
    return List.copyOf(reasons);
  }
}
