package dev.convatlas.source;

import java.util.List;

/** The line that a diagnostic speaks of, with a caret under the place. */
public final class Excerpt {
  /** Longer lines are cut around the place, so that one line of a minified file stays readable. */
  private static final int WIDTH = 120;

  private Excerpt() {}

  /**
   * @param lines of the file
   * @return two lines without a final newline, or an empty string when the span has no line
   */
  public static String of(SourceSpan span, List<String> lines) {
    if (span.line() < 1 || span.line() > lines.size() || span.column() < 1) {
      return "";
    }
    int[] points = lines.get(span.line() - 1).codePoints().map(Excerpt::visible).toArray();
    int column = Math.min(span.column() - 1, points.length);
    int from = column < WIDTH ? 0 : column - WIDTH / 2;
    int to = Math.min(points.length, from + WIDTH);
    int length = Math.max(1, Math.min(span.length(), to - column));
    String number = Integer.toString(span.line());
    String line = new String(points, from, to - from);
    StringBuilder under = new StringBuilder();
    for (int i = from; i < column; i++) {
      under.append(isWide(points[i]) ? "  " : " ");
    }
    String margin = " ".repeat(number.length());
    String carets = "^" + "~".repeat(length - 1);
    return number + " | " + line.stripTrailing() + "\n" + margin + " | " + under + carets;
  }

  /** The text on one line, with a dot for each character that could steer a terminal. */
  public static String visible(String text) {
    int[] points = text.codePoints().map(Excerpt::visible).toArray();
    return new String(points, 0, points.length);
  }

  /** Control and bidirectional characters could forge a terminal's output: they show as a dot. */
  private static int visible(int point) {
    if (point == '\t') {
      return ' ';
    }
    int type = Character.getType(point);
    boolean hidden =
        type == Character.CONTROL
            || type == Character.FORMAT
            || type == Character.LINE_SEPARATOR
            || type == Character.PARAGRAPH_SEPARATOR
            || type == Character.SURROGATE;
    return hidden ? '·' : point;
  }

  /** East Asian wide characters take two cells of a terminal. */
  private static boolean isWide(int point) {
    return Character.isIdeographic(point) || (point >= 0xFF01 && point <= 0xFF60);
  }
}
