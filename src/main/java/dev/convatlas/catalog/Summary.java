package dev.convatlas.catalog;

import dev.convatlas.analysis.Count;
import dev.convatlas.analysis.Totals;
import dev.convatlas.definition.Metadata;
import dev.convatlas.tensor.Shape;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The small row that is kept of every model.
 *
 * @param path of the file that defines it, relative to the catalog's root
 * @param inputs shapes by name, without the batch axis
 * @param operations by the name of the counting convention, in the order of their list
 */
public record Summary(
    Metadata metadata,
    String path,
    Map<String, Shape> inputs,
    Totals totals,
    Map<String, Count> operations) {

  public Summary {
    inputs = Collections.unmodifiableMap(new LinkedHashMap<>(inputs));
    operations = Collections.unmodifiableMap(new LinkedHashMap<>(operations));
  }

  public String id() {
    return metadata.id();
  }
}
