package dev.convatlas.definition;

import dev.convatlas.source.Limit;
import dev.convatlas.source.Limits;
import dev.convatlas.yaml.Value;
import dev.convatlas.yaml.Value.Entry;
import dev.convatlas.yaml.Value.Mapping;
import dev.convatlas.yaml.Value.Sequence;
import java.util.Optional;

/**
 * Holds the bounds of a file's values also for those that expressions put together: a list of twice
 * the same list costs nothing, and forty of them inside each other are a million million values.
 */
final class Extent {
  private final Limits limits;
  private long values;

  private Extent(Limits limits) {
    this.limits = limits;
  }

  /** The limit that the value is over. */
  static Optional<Limit> exceeded(Value value, Limits limits) {
    return new Extent(limits).over(value, 0);
  }

  private Optional<Limit> over(Value value, int depth) {
    values++;
    if (values > limits.get(Limit.VALUES)) {
      return Optional.of(Limit.VALUES);
    }
    if (value instanceof Value.Scalar) {
      return Optional.empty();
    }
    if (depth + 1 > limits.get(Limit.DEPTH)) {
      return Optional.of(Limit.DEPTH);
    }
    Optional<Limit> found = Optional.empty();
    if (value instanceof Sequence list) {
      for (int i = 0; i < list.items().size() && found.isEmpty(); i++) {
        found = over(list.items().get(i), depth + 1);
      }
    } else if (value instanceof Mapping mapping) {
      for (int i = 0; i < mapping.entries().size() && found.isEmpty(); i++) {
        Entry entry = mapping.entries().get(i);
        found = over(entry.value(), depth + 1);
      }
    }
    return found;
  }
}
