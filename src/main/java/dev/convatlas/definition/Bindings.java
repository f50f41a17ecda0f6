package dev.convatlas.definition;

import dev.convatlas.yaml.Value;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/** Names that are simply those of a map. */
record Bindings(Map<String, Value> values) implements Names {

  @Override
  public Optional<Value> find(String name) {
    return Optional.ofNullable(values.get(name));
  }

  @Override
  public Collection<String> all() {
    return values.keySet();
  }
}
