package dev.convatlas.catalog;

import dev.convatlas.definition.Text;
import java.util.List;

/**
 * Variants of one architecture.
 *
 * @param id as in addresses, such as {@code resnet}
 * @param models in the order of their file; at least one
 * @param baseline the model that deltas are taken against; one of {@code models}
 */
public record Family(String id, Text title, List<Summary> models, Summary baseline) {
  public Family {
    models = List.copyOf(models);
  }
}
