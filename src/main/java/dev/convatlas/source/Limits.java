package dev.convatlas.source;

import java.util.EnumMap;
import java.util.Map;

/** The bounds in force: the defaults of {@link Limit}, or what a person has set. */
public record Limits(Map<Limit, Long> raised) {

  public static final Limits DEFAULT = new Limits(Map.of());

  public Limits {
    raised = Map.copyOf(raised);
  }

  public Limits with(Limit limit, long value) {
    Map<Limit, Long> more = new EnumMap<>(Limit.class);
    more.putAll(raised);
    more.put(limit, value);
    return new Limits(more);
  }

  public long get(Limit limit) {
    return raised.getOrDefault(limit, limit.fallback());
  }
}
