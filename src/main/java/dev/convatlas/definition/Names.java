package dev.convatlas.definition;

import dev.convatlas.yaml.Value;
import java.util.Collection;
import java.util.Optional;

/** The names that an expression may use. */
public interface Names {

  /** The value of a name: a number, truth value or text as a scalar, a list, or a mapping. */
  Optional<Value> find(String name);

  /** All of them, to say what was probably meant. */
  Collection<String> all();
}
