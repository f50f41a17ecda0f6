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
  public record Line(String id, String code, String comment) {
    /** Its number, from 1. */
    public String number() {
      return id.substring(1);
    }
  }

  public SourceListing {
    lines = List.copyOf(lines);
  }

  /** Its lines, as items of a list. */
  public String html() {
    Html html = new Html();
    for (Line line : lines) {
      html.raw("<li").attribute("id", line.id()).raw(">").link("#" + line.id(), line.number());
      html.raw("<code>").text(line.code());
      if (!line.comment().isEmpty()) {
        html.element("i", line.comment());
      }
      html.raw("</code>");
    }
    return html.toString();
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
    int i = 0;
    while (i < text.length()) {
      char c = text.charAt(i);
      if (c == '#' && (i == 0 || Character.isWhitespace(text.charAt(i - 1)))) {
        return i;
      }
      boolean opens = i == 0 || " [{,(".indexOf(text.charAt(i - 1)) >= 0;
      i = opens && (c == '"' || c == '\'') ? afterQuotes(text, i) : i + 1;
    }
    return text.length();
  }

  /** Where the quoted scalar ends that starts there; a quote inside is doubled or escaped. */
  private static int afterQuotes(String text, int start) {
    char quote = text.charAt(start);
    int i = start + 1;
    while (i < text.length()) {
      char c = text.charAt(i);
      boolean doubled = c == '\'' && i + 1 < text.length() && text.charAt(i + 1) == '\'';
      if (quote == '"' ? c == '\\' : doubled) {
        i += 2;
      } else if (c == quote) {
        return i + 1;
      } else {
        i++;
      }
    }
    return text.length();
  }
}
