package dev.convatlas.site;

import dev.convatlas.text.Language;
import dev.convatlas.text.Messages;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The words that scripts need, in one language. */
final class WordsScript {
  /** All the words of these are for scripts. */
  private static final List<String> AREAS = List.of("explore");

  /** Words that pages and scripts share. */
  private static final List<String> SHARED =
      List.of(
          "number.same",
          "site.depth",
          "site.depth.note",
          "site.family",
          "site.field",
          "site.field.hint",
          "site.input",
          "site.layers",
          "site.layers.hint",
          "site.macs",
          "site.macs.hint",
          "site.memory",
          "site.memory.note",
          "site.metric.hint",
          "site.model",
          "site.params",
          "site.params.hint",
          "site.year");

  private WordsScript() {}

  static byte[] of(Language language) {
    Messages words = Messages.of(language);
    Map<String, String> sentences = new TreeMap<>();
    AREAS.forEach(area -> sentences.putAll(words.area(area)));
    SHARED.forEach(key -> sentences.put(key, words.sentence(key)));
    return Script.calling("words", sentences);
  }
}
