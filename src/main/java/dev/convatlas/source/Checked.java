package dev.convatlas.source;

import java.util.List;
import java.util.Optional;

/**
 * What came of reading something, beside everything that is wrong with it.
 *
 * @param value absent when an error left nothing usable
 */
public record Checked<T>(Optional<T> value, List<Diagnostic> diagnostics) {

  public Checked {
    diagnostics = List.copyOf(diagnostics);
  }

  public boolean hasErrors() {
    return diagnostics.stream().anyMatch(Diagnostic::isError);
  }
}
