package dev.convatlas.report;

import dev.convatlas.analysis.Count;
import dev.convatlas.catalog.Catalog;
import dev.convatlas.catalog.Summary;
import dev.convatlas.convention.Convention;
import dev.convatlas.convention.Conventions;
import dev.convatlas.convention.Measured;
import dev.convatlas.convention.Quantity;
import dev.convatlas.convention.Rule;
import dev.convatlas.layer.Operation;
import dev.convatlas.source.Message;
import dev.convatlas.text.Numbers;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The conventions as the guide documents them, made from the conventions themselves.
 *
 * @param entries in the order of their list
 * @param quantities what the symbols of the rules stand for
 * @param rules of each kind of layer, a column for each convention
 * @param least rules that give a lower bound, with the reason
 * @param totals of whole models as the tools printed them, beside the catalog's where it has the
 *     model
 */
public record ConventionGuide(
    List<Entry> entries, List<Meaning> quantities, Table rules, List<String> least, Table totals) {

  /**
   * A convention.
   *
   * @param id its name, which is its anchor
   * @param source where the tool says how it counts; empty where it is no tool's
   */
  public record Entry(String id, String unit, String summary, String source) {}

  /** A symbol and its meaning. */
  public record Meaning(String symbol, String text) {}

  public ConventionGuide {
    entries = List.copyOf(entries);
    quantities = List.copyOf(quantities);
    least = List.copyOf(least);
  }

  public static ConventionGuide of(Edition edition, Catalog catalog) {
    return new ConventionGuide(
        Conventions.ALL.stream().map(convention -> entry(edition, convention)).toList(),
        Arrays.stream(Quantity.values())
            .map(
                quantity ->
                    new Meaning(quantity.symbol(), edition.words().text(quantity.meaning())))
            .toList(),
        rules(edition),
        least(edition),
        totals(edition, catalog));
  }

  private static Entry entry(Edition edition, Convention convention) {
    return new Entry(
        convention.name(),
        convention.unit().text(),
        edition.words().text(convention.summary()),
        convention.source());
  }

  private static Table rules(Edition edition) {
    List<Column<Operation>> columns = new ArrayList<>();
    columns.add(
        Column.text("kind", edition.word("study.kind"), kind -> Cell.of(name(edition, kind))));
    for (Convention convention : Conventions.ALL) {
      columns.add(
          Column.text(
              convention.name(), convention.name(), kind -> rule(edition, convention.rule(kind))));
    }
    return Table.of(columns, List.of(Operation.values()), kind -> "");
  }

  private static String name(Edition edition, Operation kind) {
    String key = "operation." + kind.name().toLowerCase(Locale.ROOT);
    return edition.words().text(Message.of(key));
  }

  private static Cell rule(Edition edition, Rule rule) {
    // The reason of a lower bound has a place of its own below the table.
    Rule shown = rule instanceof Rule.AtLeast bound ? bound.least() : rule;
    String text = edition.words().text(shown.text());
    Cell cell = Cell.of(rule == shown ? text : Numbers.AT_LEAST + text);
    return text.equals("0") && rule == shown ? cell.styled("z") : cell;
  }

  private static List<String> least(Edition edition) {
    List<String> least = new ArrayList<>();
    for (Operation kind : Operation.values()) {
      for (Convention convention : Conventions.ALL) {
        if (convention.rule(kind) instanceof Rule.AtLeast bound) {
          least.add(
              edition.word(
                  "guide.least",
                  convention.name(),
                  name(edition, kind),
                  edition.words().text(bound.why())));
        }
      }
    }
    return least;
  }

  /** Tools that were run, with the default first. */
  private static Table totals(Edition edition, Catalog catalog) {
    List<Measured> all = Measured.all();
    List<Column<Measured>> columns = new ArrayList<>();
    columns.add(
        Column.text("model", edition.word("site.model"), measured -> model(measured, catalog)));
    for (String tool : all.get(0).totals().keySet()) {
      columns.add(Column.number(tool, tool, measured -> total(edition, measured, tool, catalog)));
    }
    return Table.of(columns, all, measured -> "");
  }

  private static Optional<Summary> inCatalog(Measured measured, Catalog catalog) {
    return catalog.models().stream()
        .filter(model -> model.id().equals(measured.model()))
        .filter(model -> model.totals().params().equals(Count.of(measured.params())))
        .findFirst();
  }

  private static Cell model(Measured measured, Catalog catalog) {
    Cell cell = Cell.of(measured.model());
    return inCatalog(measured, catalog).isPresent()
        ? cell.linked("../" + Addresses.model(measured.model()))
        : cell;
  }

  /** The tool's figure, and under it the catalog's where there is one. */
  private static Cell total(Edition edition, Measured measured, String tool, Catalog catalog) {
    Cell cell = Cell.of(Numbers.exact(measured.totals().get(tool)));
    return inCatalog(measured, catalog)
        .map(model -> model.operations().get(tool))
        .map(count -> cell.noted(verdict(edition, count, measured.totals().get(tool))))
        .orElse(cell);
  }

  private static String verdict(Edition edition, Count ours, long theirs) {
    return ours.equals(Count.of(theirs))
        ? edition.word("guide.totals.same")
        : edition.word("guide.totals.here", Counts.exactText(ours));
  }
}
