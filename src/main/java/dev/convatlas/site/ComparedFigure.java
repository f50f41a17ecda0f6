package dev.convatlas.site;

import dev.convatlas.catalog.Catalog;
import dev.convatlas.catalog.comparison.Trait;
import dev.convatlas.catalog.comparison.Traits;
import dev.convatlas.convention.Convention;
import dev.convatlas.convention.Conventions;
import dev.convatlas.report.Edition;
import java.util.List;
import java.util.Locale;

/** The rows that every comparison has, and the ways of counting, for the browser. */
record ComparedFigure(String id, String group, String label, String unit, String direction) {

  /** A convention as the browser knows it. */
  record Counting(String name, String unit) {}

  static List<ComparedFigure> of(Edition edition, Catalog catalog) {
    return traits(catalog).stream().map(trait -> figure(trait, edition)).toList();
  }

  static List<Counting> conventions() {
    return Conventions.ALL.stream()
        .map(each -> new Counting(each.name(), each.unit().text()))
        .toList();
  }

  /** The one that pages begin with. */
  static Convention convention(Catalog catalog) {
    return Conventions.named(catalog.settings().convention()).orElse(Conventions.DEFAULT);
  }

  /** Those that every comparison has. */
  static List<Trait> traits(Catalog catalog) {
    return Traits.of(convention(catalog), catalog.settings(), List.of());
  }

  private static ComparedFigure figure(Trait trait, Edition edition) {
    return new ComparedFigure(
        trait.id(),
        name(trait.group()),
        trait.title().isEmpty() ? edition.words().text(trait.label()) : edition.text(trait.title()),
        name(trait.unit()),
        name(trait.direction()));
  }

  private static String name(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}
