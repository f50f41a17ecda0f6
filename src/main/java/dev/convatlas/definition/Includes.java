package dev.convatlas.definition;

import dev.convatlas.source.Checked;
import dev.convatlas.yaml.Value;
import java.util.Optional;

/** Gives the files that a definition includes. */
@FunctionalInterface
public interface Includes {

  /**
   * @param path relative to the catalog's root, already known not to climb out of it by name
   * @return nothing when there is no such file in the catalog
   */
  Optional<Checked<Value>> read(String path);
}
