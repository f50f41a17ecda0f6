package dev.convatlas.layer;

import dev.convatlas.source.Message;
import dev.convatlas.yaml.Value;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * What an argument may be.
 *
 * @param allowed the values that it takes, in words, for messages and the layer reference
 * @param schema the same as JSON Schema: keys to strings, numbers, lists and maps
 * @param reader the value, or nothing when it is not allowed
 */
public record Kind<T>(
    Message allowed, Map<String, Object> schema, Function<Value, Optional<T>> reader) {

  public Optional<T> read(Value value) {
    return reader.apply(value);
  }
}
