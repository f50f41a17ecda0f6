package dev.convatlas.definition;

import dev.convatlas.yaml.Value;
import dev.convatlas.yaml.Value.Mapping;
import java.util.Collection;
import java.util.Optional;

/** The names that a test's data gives. */
public record ValueNames(Mapping values) implements Names {

  public static Names of(Optional<Value> values) {
    return new ValueNames((Mapping) values.orElseThrow());
  }

  @Override
  public Optional<Value> find(String name) {
    return values.get(name);
  }

  @Override
  public Collection<String> all() {
    return values.keys();
  }
}
