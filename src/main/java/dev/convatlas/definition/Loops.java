package dev.convatlas.definition;

import dev.convatlas.source.Limits;
import dev.convatlas.source.Problems;
import dev.convatlas.yaml.Value;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The turns of a loop. */
public final class Loops {
  private Loops() {}

  public static Optional<List<Map<String, Value>>> bindings(
      Item.Loop loop, Value values, Limits limits, Problems problems) {
    throw new UnsupportedOperationException();
  }
}
