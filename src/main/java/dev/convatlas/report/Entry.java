package dev.convatlas.report;

import java.util.List;

/**
 * Something that a reader may look for.
 *
 * @param kind of thing
 * @param title as it is shown
 * @param href from the folder of the page's language
 * @param note says which one it is, where titles may be alike; empty when that needs no saying
 * @param words that find it beside its title and note
 */
public record Entry(Kind kind, String title, String href, String note, List<String> words) {

  /** Kinds of things, in the order in which equally good ones are shown. */
  public enum Kind {
    MODEL("explore.kind.model"),
    FAMILY("explore.kind.family"),
    COMPARISON("explore.kind.comparison"),
    TAG("explore.kind.tag"),
    LAYER("explore.kind.layer"),
    GUIDE("explore.kind.guide");

    private final String key;

    Kind(String key) {
      this.key = key;
    }

    /** Of the message that names it. */
    public String key() {
      return key;
    }
  }

  public Entry {
    words = List.copyOf(words);
  }
}
