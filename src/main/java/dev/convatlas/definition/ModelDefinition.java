package dev.convatlas.definition;

import dev.convatlas.source.SourceSpan;
import dev.convatlas.yaml.Value;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One model as written, its params evaluated.
 *
 * @param span where it is defined
 * @param inputs shapes as written, by name, expressions evaluated
 * @param outputs paths of the tensors that it gives; empty means the last layer
 */
public record ModelDefinition(
    Metadata metadata,
    SourceSpan span,
    Map<String, Value> params,
    Map<String, Value> inputs,
    List<Item> items,
    Map<String, Block> blocks,
    List<Value.Scalar> outputs) {

  public ModelDefinition {
    params = Collections.unmodifiableMap(new LinkedHashMap<>(params));
    inputs = Collections.unmodifiableMap(new LinkedHashMap<>(inputs));
    items = List.copyOf(items);
    blocks = Map.copyOf(blocks);
    outputs = List.copyOf(outputs);
  }
}
