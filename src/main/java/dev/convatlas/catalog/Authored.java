package dev.convatlas.catalog;

import dev.convatlas.definition.CatalogSettings;
import dev.convatlas.definition.Text;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A comparison that the catalog's author wrote, of the models that the catalog has.
 *
 * @param description Markdown
 * @param models at least two, in the author's order
 * @param base index of the model that differences are taken against
 */
public record Authored(String id, Text title, Text description, List<Summary> models, int base) {

  public Authored {
    models = List.copyOf(models);
  }

  /** Those of a catalog; left out is what compares fewer than two models. */
  static List<Authored> of(CatalogSettings settings, List<Summary> models) {
    Map<String, Summary> byId = new LinkedHashMap<>();
    models.forEach(model -> byId.putIfAbsent(model.id(), model));
    List<Authored> all = new ArrayList<>();
    for (CatalogSettings.Comparison written : settings.comparisons()) {
      List<Summary> known =
          written.models().stream().distinct().map(byId::get).filter(Objects::nonNull).toList();
      int base = Math.max(0, known.indexOf(byId.get(written.baseline())));
      if (known.size() > 1) {
        all.add(new Authored(written.id(), written.title(), written.description(), known, base));
      }
    }
    return all;
  }

  /** Whether it compares that model. */
  public boolean has(String model) {
    return models.stream().anyMatch(one -> one.id().equals(model));
  }

  public List<String> ids() {
    return models.stream().map(Summary::id).toList();
  }
}
