package dev.convatlas.report;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * A table as text: columns side by side for a terminal, or Markdown.
 *
 * @param numbers whether each column holds numbers, which stand to the right
 * @param lines each as long as {@code heads}
 */
public record TextTable(List<String> heads, List<Boolean> numbers, List<List<String>> lines) {

  public String aligned() {
    List<Integer> widths = widths();
    StringBuilder text = new StringBuilder();
    line(text, heads, widths, "  ");
    List<String> rule = widths.stream().map("─"::repeat).toList();
    line(text, rule, widths, "  ");
    lines.forEach(line -> line(text, line, widths, "  "));
    return text.toString();
  }

  /** What Markdown would read as more than text; an underscore only at the edge of a word. */
  private static final Pattern MARKS =
      Pattern.compile("[\\\\`*\\[\\]<&~$|]|(?<![\\p{L}\\p{N}])_|_(?![\\p{L}\\p{N}])");

  /** As {@code assets/compare/formats.js} does: titles come from strangers. */
  public static String escaped(String text) {
    return MARKS.matcher(text).replaceAll("\\\\$0");
  }

  public String markdown() {
    return markdown(line -> false);
  }

  /**
   * @param section whether a line is a heading among the others
   */
  public String markdown(Predicate<List<String>> section) {
    StringBuilder text = new StringBuilder();
    row(text, escaped(heads));
    List<String> rule = new ArrayList<>();
    numbers.forEach(number -> rule.add(number ? "---:" : "---"));
    row(text, rule);
    for (List<String> line : lines) {
      List<String> cells = new ArrayList<>(escaped(line));
      if (section.test(line)) {
        cells.set(0, "**" + cells.get(0) + "**");
      }
      row(text, cells);
    }
    return text.toString();
  }

  /** Places that a text takes in a terminal: Chinese characters take two. */
  public static int width(String text) {
    return (int)
        text.codePoints()
            .mapToLong(c -> c >= 0x2E80 && c <= 0xFFEF && !(c >= 0xFF61 && c <= 0xFFDC) ? 2 : 1)
            .sum();
  }

  private static List<String> escaped(List<String> cells) {
    return cells.stream().map(TextTable::escaped).toList();
  }

  private static void row(StringBuilder text, List<String> cells) {
    text.append("| ").append(String.join(" | ", cells)).append(" |\n");
  }

  private List<Integer> widths() {
    List<Integer> widths = new ArrayList<>();
    for (int i = 0; i < heads.size(); i++) {
      int widest = width(heads.get(i));
      for (List<String> line : lines) {
        widest = Math.max(widest, width(line.get(i)));
      }
      widths.add(widest);
    }
    return widths;
  }

  private void line(StringBuilder text, List<String> cells, List<Integer> widths, String between) {
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < cells.size(); i++) {
      String space = " ".repeat(widths.get(i) - width(cells.get(i)));
      line.append(i == 0 ? "" : between);
      line.append(numbers.get(i) ? space + cells.get(i) : cells.get(i) + space);
    }
    text.append(line.toString().stripTrailing()).append('\n');
  }
}
