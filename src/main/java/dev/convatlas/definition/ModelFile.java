package dev.convatlas.definition;

import java.util.List;

/**
 * One file of a catalog, read.
 *
 * @param path relative to the catalog's root
 * @param text as written, for the model's page
 * @param models that it defines, in the order written: its variants, or the file itself
 */
public record ModelFile(String path, String text, List<ModelDefinition> models) {

  public ModelFile {
    models = List.copyOf(models);
  }
}
