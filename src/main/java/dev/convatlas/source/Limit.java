package dev.convatlas.source;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * What input can blow up, with a bound that no real model meets. A message that says a bound is
 * exceeded names it as {@link #key}, which is also how a person raises it.
 */
public enum Limit {
  /** Bytes of one file. */
  FILE_BYTES(4L << 20),
  /** Mappings and lists inside each other. */
  DEPTH(64),
  /** Uses of YAML anchors in one file. */
  ALIASES(1_000),
  /** Values of one file, aliases followed. */
  VALUES(200_000),
  /** Characters of one expression. */
  EXPRESSION_CHARACTERS(2_000),
  /** Digits of a number inside an expression. */
  EXPRESSION_DIGITS(60),
  /** Elements of a list that an expression or a loop makes. */
  LIST_ITEMS(20_000),
  /** Blocks and groups inside each other when a model is laid out. */
  NESTING(100),
  /** Layers of one model. */
  LAYERS(100_000),
  /** Items visited while one model is laid out, loops that make no layer included. */
  STEPS(1_000_000),
  /** Models of one file. */
  VARIANTS(2_000),
  /** Operations of expressions in one file, an item laid out counted as fifty. */
  WORK(50_000_000);

  private final long fallback;

  Limit(long fallback) {
    this.fallback = fallback;
  }

  /** As a person writes it: {@code file-bytes}. */
  public String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  long fallback() {
    return fallback;
  }

  public static Optional<Limit> named(String key) {
    return Arrays.stream(values()).filter(limit -> limit.key().equals(key)).findFirst();
  }
}
