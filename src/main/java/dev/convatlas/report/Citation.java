package dev.convatlas.report;

import dev.convatlas.definition.Metadata;
import java.util.ArrayList;
import java.util.List;

/** How to cite a model: as its author wrote it, or what is known of its paper as BibTeX. */
final class Citation {
  private static final String SPECIAL = "&%$#_";

  private Citation() {}

  /** Empty when neither a citation nor the title of a paper is written. */
  static String of(Metadata metadata) {
    Metadata.Paper paper = metadata.paper();
    if (!metadata.citation().isBlank()) {
      return metadata.citation().strip();
    }
    if (paper.title().isEmpty()) {
      return "";
    }
    List<String> fields = new ArrayList<>();
    fields.add("title = {" + escaped(paper.title()) + "}");
    if (metadata.year() != 0) {
      fields.add("year = {" + metadata.year() + "}");
    }
    if (!paper.url().isEmpty()) {
      fields.add("url = {" + paper.url() + "}");
    }
    return "@misc{" + metadata.familyId() + ",\n  " + String.join(",\n  ", fields) + "\n}";
  }

  /** Characters that mean something to TeX; braces would not balance and are left out. */
  private static String escaped(String title) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < title.length(); i++) {
      char c = title.charAt(i);
      if (c == '{' || c == '}' || c == '\\') {
        continue;
      }
      if (SPECIAL.indexOf(c) >= 0) {
        text.append('\\');
      }
      text.append(c);
    }
    return text.toString();
  }
}
