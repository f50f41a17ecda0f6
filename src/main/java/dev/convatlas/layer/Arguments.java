package dev.convatlas.layer;

import java.util.Map;
import java.util.Optional;

/** What was written for a layer's arguments, read by their kinds. */
public final class Arguments {
  private final Map<String, Object> read;

  Arguments(Map<String, Object> read) {
    this.read = Map.copyOf(read);
  }

  /** The value written, else the default; the argument must have one or the other. */
  public <T> T get(Argument<T> argument) {
    return find(argument).orElseThrow();
  }

  /** The value written, else the default, else nothing. */
  @SuppressWarnings("unchecked") // Each value was read by the kind of its own argument.
  public <T> Optional<T> find(Argument<T> argument) {
    Object value = read.get(argument.name());
    return value == null ? argument.fallback() : Optional.of((T) value);
  }
}
