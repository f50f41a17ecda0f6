package dev.convatlas.definition;

import java.util.List;
import java.util.Map;

/**
 * One file of a catalog, read.
 *
 * @param path relative to the catalog's root
 * @param text as written, for the model's page
 * @param items its layers; none in a file that holds blocks for others to include
 * @param blocks its own and those that it includes, by name
 * @param complete whether all that it includes could be read; if not, there may be more blocks
 * @param models that it defines, in the order written: its variants, or the file itself
 */
public record ModelFile(
    String path,
    String text,
    List<Item> items,
    Map<String, Block> blocks,
    boolean complete,
    List<ModelDefinition> models) {

  public ModelFile {
    items = List.copyOf(items);
    blocks = Map.copyOf(blocks);
    models = List.copyOf(models);
  }
}
