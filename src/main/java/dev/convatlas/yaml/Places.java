package dev.convatlas.yaml;

import dev.convatlas.source.SourceSpan;
import java.util.Arrays;

/**
 * Where each code point of a text stands. Lines end as editors end them, with LF, CR LF or CR; the
 * YAML library counts the Unicode separators too, so its own line numbers are not used.
 */
final class Places {
  private final String path;
  private final int[] points;
  private final int[] starts;

  Places(String path, String text) {
    this.path = path;
    this.points = text.codePoints().toArray();
    int[] found = new int[points.length + 1];
    int lines = 1;
    for (int i = 0; i < points.length; i++) {
      boolean pair = points[i] == '\r' && i + 1 < points.length && points[i + 1] == '\n';
      if (isBreak(i) && !pair) {
        found[lines] = i + 1;
        lines++;
      }
    }
    this.starts = Arrays.copyOf(found, lines);
  }

  /** The code point there; 0 outside of the text. */
  int point(int index) {
    return index >= 0 && index < points.length ? points[index] : 0;
  }

  /** What {@code from} to {@code to} cover of their first line, white space at its end left out. */
  SourceSpan span(int from, int to) {
    int line = line(from);
    int start = starts[line];
    int end = Math.min(Math.max(from, to), points.length);
    int stop = from;
    while (stop < end && !isBreak(stop)) {
      stop++;
    }
    while (stop > from + 1 && isBlank(stop - 1)) {
      stop--;
    }
    return new SourceSpan(path, line + 1, from - start + 1, Math.max(1, stop - from));
  }

  SourceSpan file() {
    return SourceSpan.wholeFile(path);
  }

  SourceSpan at(int index) {
    return span(index, index + 1);
  }

  boolean isFirstOfLine(int index) {
    return index <= firstOfLine(index);
  }

  /** The index of the first character of its line that is no white space. */
  int firstOfLine(int index) {
    int first = starts[line(index)];
    while (first < points.length && isBlank(first)) {
      first++;
    }
    return first;
  }

  boolean isSameLine(int one, int other) {
    return line(one) == line(other);
  }

  /** The index of the last character before it that is no white space; -1 when there is none. */
  int before(int index) {
    int last = index - 1;
    while (last >= 0 && (isBlank(last) || isBreak(last))) {
      last--;
    }
    return last;
  }

  /** The index after a node's anchor and tag, where its content begins. */
  int content(int index) {
    int at = index;
    while (point(at) == '&' || point(at) == '!') {
      while (at < points.length && !isBlank(at) && !isBreak(at)) {
        at++;
      }
      while (at < points.length && (isBlank(at) || isBreak(at))) {
        at++;
      }
    }
    return at;
  }

  private int line(int index) {
    int found = Arrays.binarySearch(starts, index);
    return found >= 0 ? found : -found - 2;
  }

  private boolean isBreak(int index) {
    return points[index] == '\n' || points[index] == '\r';
  }

  private boolean isBlank(int index) {
    return points[index] == ' ' || points[index] == '\t';
  }
}
