package dev.convatlas.site;

import dev.convatlas.report.Edition;
import dev.convatlas.report.Entry;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What the search looks through, one script for each language, read when somebody searches.
 *
 * <p>{@code entries} are lists of kind (a place in {@code kinds}), title, address from the folder
 * of the language, note, and further words in one text.
 */
final class SearchScript {
  static final String PATH = "data/search.js";

  private static final List<Entry.Kind> KINDS = List.of(Entry.Kind.values());

  private SearchScript() {}

  static byte[] of(Edition edition, List<Entry> entries) {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("kinds", KINDS.stream().map(kind -> edition.word(kind.key())).toList());
    data.put("entries", entries.stream().map(SearchScript::line).toList());
    return Script.setting("entries", data);
  }

  private static List<Object> line(Entry entry) {
    List<Object> line = new ArrayList<>();
    line.add(KINDS.indexOf(entry.kind()));
    line.add(entry.title());
    line.add(entry.href());
    line.add(entry.note());
    line.add(String.join(" ", entry.words()));
    return line;
  }
}
