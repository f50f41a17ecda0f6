package dev.convatlas.site;

import dev.convatlas.catalog.Catalog;
import dev.convatlas.catalog.comparison.Trait;
import dev.convatlas.catalog.comparison.Traits;
import dev.convatlas.convention.Convention;
import dev.convatlas.convention.Conventions;
import dev.convatlas.report.Edition;
import java.util.List;
import java.util.Locale;

/**
 * {@code data/figures.js}: the rows of a comparison and the ways of counting, for the browser.
 *
 * <pre>
 * convatlas.figures = {"schema": 1, "convention": "torchvision",
 *   "conventions": [{"name": "torchvision", "unit": "MACs"}, …],
 *   "figures": [{"id": "params", "group": "cost", "label": "Parameters", "unit": "count",
 *                "direction": "cheaper"}, …]}
 * </pre>
 *
 * <p>Rows of stages and of types of layers follow from the models compared.
 */
final class FiguresScript {
  /** In the folder of each language, whose words it has. */
  static final String PATH = "data/figures.js";

  private FiguresScript() {}

  private record Data(
      int schema, String convention, List<Counting> conventions, List<Figure> figures) {}

  private record Counting(String name, String unit) {}

  private record Figure(String id, String group, String label, String unit, String direction) {}

  static byte[] of(Edition edition, Catalog catalog) {
    return Script.setting(
        "figures",
        new Data(
            DataFiles.SCHEMA,
            convention(catalog).name(),
            Conventions.ALL.stream()
                .map(each -> new Counting(each.name(), each.unit().text()))
                .toList(),
            traits(catalog).stream().map(trait -> figure(trait, edition)).toList()));
  }

  private static Convention convention(Catalog catalog) {
    return Conventions.named(catalog.settings().convention()).orElse(Conventions.DEFAULT);
  }

  /** Those that every comparison has. */
  static List<Trait> traits(Catalog catalog) {
    return Traits.of(convention(catalog), catalog.settings().metrics(), List.of());
  }

  private static Figure figure(Trait trait, Edition edition) {
    return new Figure(
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
