package dev.convatlas.text;

import java.util.Arrays;
import java.util.Optional;

/** A language of the interface. */
public enum Language {
  ENGLISH("en", "English"),
  CHINESE("zh", "中文");

  private final String tag;
  private final String title;

  Language(String tag, String title) {
    this.tag = tag;
    this.title = title;
  }

  public String tag() {
    return tag;
  }

  /** Its name in itself. */
  public String title() {
    return title;
  }

  public static Optional<Language> of(String tag) {
    return Arrays.stream(values()).filter(language -> language.tag.equals(tag)).findFirst();
  }
}
