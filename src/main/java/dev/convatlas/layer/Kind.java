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

  /** What was read as something else; the same values are allowed. */
  public <U> Kind<U> map(Function<T, U> as) {
    return new Kind<>(allowed, schema, value -> reader.apply(value).map(as));
  }

  public Optional<T> read(Value value) {
    return reader.apply(value);
  }
}
