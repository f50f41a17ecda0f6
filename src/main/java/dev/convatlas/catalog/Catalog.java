package dev.convatlas.catalog;

import dev.convatlas.definition.CatalogSettings;
import java.util.List;

/**
 * What a site is made of, one small row for each model.
 *
 * @param models by the order of their families, then of their file
 * @param families in the order of the settings, then by title
 */
public record Catalog(CatalogSettings settings, List<Summary> models, List<Family> families) {
  public Catalog {
    models = List.copyOf(models);
    families = List.copyOf(families);
  }

  /** Comparisons that the catalog's author wrote, of models that it has. */
  public List<Authored> comparisons() {
    return Authored.of(settings, models);
  }
}
