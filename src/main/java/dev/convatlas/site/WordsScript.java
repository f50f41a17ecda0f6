package dev.convatlas.site;

import dev.convatlas.text.Language;
import dev.convatlas.text.Messages;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The words that scripts need, in one language. */
final class WordsScript {
  /** All the words of these are for scripts. */
  private static final List<String> AREAS = List.of("explore", "tray");

  /** Areas whose words with a beginning of their name are for the page that compares. */
  private static final Map<String, String> COMPARING =
      Map.of("browser", "compare.", "compare", "compare.", "convention", "convention.");

  private static final List<String> COMPARING_SHARED =
      List.of("chart.and", "site.charts", "site.chart.data", "site.onPage");

  /** Words that pages and scripts share. */
  private static final List<String> SHARED =
      List.of(
          "number.same",
          "site.copied",
          "site.copy",
          "site.depth",
          "site.depth.note",
          "site.family",
          "site.field",
          "site.field.hint",
          "site.heading.link",
          "site.input",
          "site.layers",
          "site.layers.hint",
          "site.macs",
          "site.macs.hint",
          "site.memory",
          "site.memory.note",
          "site.metric.hint",
          "site.model",
          "site.model.convention",
          "site.params",
          "site.params.hint",
          "site.year",
          "study.convention");

  private WordsScript() {}

  static byte[] of(Language language) {
    Messages words = Messages.of(language);
    Map<String, String> sentences = new TreeMap<>();
    AREAS.forEach(area -> sentences.putAll(words.area(area)));
    SHARED.forEach(key -> sentences.put(key, words.sentence(key)));
    return Script.calling("words", sentences);
  }

  /** Those that only the page that compares needs. */
  static byte[] comparing(Language language) {
    Messages words = Messages.of(language);
    Map<String, String> sentences = new TreeMap<>();
    COMPARING.keySet().forEach(area -> sentences.putAll(words.area(area)));
    sentences.keySet().removeIf(key -> COMPARING.values().stream().noneMatch(key::startsWith));
    COMPARING_SHARED.forEach(key -> sentences.put(key, words.sentence(key)));
    return Script.calling("words", sentences);
  }
}
