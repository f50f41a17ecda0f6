package dev.convatlas.definition;

import java.util.Map;

/**
 * A text of a catalog, which may carry translations.
 *
 * @param plain what every language reads that has none of its own
 * @param translations by language tag, such as {@code zh}
 */
public record Text(String plain, Map<String, String> translations) {

  public static final Text NONE = Text.of("");

  public Text {
    translations = Map.copyOf(translations);
  }

  public static Text of(String plain) {
    return new Text(plain, Map.of());
  }

  public String in(String language) {
    return translations.getOrDefault(language, plain);
  }

  public boolean isEmpty() {
    return plain.isEmpty() && translations.isEmpty();
  }
}
