package dev.convatlas.source;

import java.util.Comparator;

/**
 * A place in an input file: a run of characters on one line.
 *
 * @param path the file, relative to the catalog's root, with {@code /} between its parts
 * @param line counted from 1; 0 when the whole file is meant
 * @param column of the first character, counted in code points from 1; 0 when the whole line is
 *     meant
 * @param length number of code points, at least 1 where there is a column
 */
public record SourceSpan(String path, int line, int column, int length)
    implements Comparable<SourceSpan> {

  private static final Comparator<SourceSpan> ORDER =
      Comparator.comparing(SourceSpan::path)
          .thenComparingInt(SourceSpan::line)
          .thenComparingInt(SourceSpan::column)
          .thenComparingInt(SourceSpan::length);

  public static SourceSpan wholeFile(String path) {
    return new SourceSpan(path, 0, 0, 0);
  }

  /** {@code path:line:col}, or the path alone when the whole file is meant. */
  @Override
  public String toString() {
    return line == 0 ? path : path + ":" + line + ":" + column;
  }

  @Override
  public int compareTo(SourceSpan other) {
    return ORDER.compare(this, other);
  }
}
