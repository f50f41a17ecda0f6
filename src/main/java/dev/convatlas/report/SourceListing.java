package dev.convatlas.report;

import java.util.List;
import java.util.stream.IntStream;

/**
 * A definition as written.
 *
 * @param path of its file
 */
public record SourceListing(String path, List<Line> lines) {

  /**
   * @param id its anchor
   * @param code the line without its comment
   * @param comment with its {@code #}; empty when there is none
   */
  public record Line(String id, String code, String comment) {}

  public SourceListing {
    lines = List.copyOf(lines);
  }

  static SourceListing of(String path, String text) {
    List<String> lines = text.lines().toList();
    return new SourceListing(
        path, IntStream.range(0, lines.size()).mapToObj(i -> line(i + 1, lines.get(i))).toList());
  }

  private static Line line(int number, String text) {
    int comment = comment(text);
    return new Line(Addresses.line(number), text.substring(0, comment), text.substring(comment));
  }

  /** Where YAML's comment starts: a {@code #} at the start or after a space, outside quotes. */
  private static int comment(String text) {
    char quote = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (quote != 0) {
        quote = c == quote ? 0 : quote;
      } else if (c == '#' && (i == 0 || Character.isWhitespace(text.charAt(i - 1)))) {
        return i;
      } else if ((c == '"' || c == '\'') && (i == 0 || " [{,(".indexOf(text.charAt(i - 1)) >= 0)) {
        quote = c;
      }
    }
    return text.length();
  }
}
