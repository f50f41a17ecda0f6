package dev.convatlas.yaml;

import java.util.Locale;

/**
 * Characters that no text may have, written as they are or as escapes: they could steer a terminal,
 * break a page, or show one thing and mean another.
 */
final class Hidden {
  /** Allowed in YAML; but in its version 1.1, which the library reads, two of them end lines. */
  private static final String BREAKS = "\u2028\u2029\uFEFF";

  private Hidden() {}

  /** Index of the first such code point, half of a pair included; or -1. */
  static int first(String text) {
    int index = 0;
    for (int at = 0; at < text.length(); index++) {
      int point = text.codePointAt(at);
      if (isHidden(point)) {
        return index;
      }
      at += Character.charCount(point);
    }
    return -1;
  }

  static String named(int point) {
    return String.format(Locale.ROOT, "U+%04X", point);
  }

  private static boolean isHidden(int point) {
    return !isPrintable(point) || BREAKS.indexOf(point) >= 0 || turns(point);
  }

  /** YAML 1.2.2, production 1. */
  private static boolean isPrintable(int point) {
    return point == '\t'
        || point == '\n'
        || point == '\r'
        || (point >= 0x20 && point <= 0x7E)
        || (point >= 0xA0 && point <= 0xD7FF)
        || (point >= 0xE000 && point <= 0xFFFD)
        || point >= 0x10000;
  }

  /** Embeddings, overrides and isolates, which turn the direction of what follows them. */
  private static boolean turns(int point) {
    return (point >= 0x202A && point <= 0x202E) || (point >= 0x2066 && point <= 0x2069);
  }
}
