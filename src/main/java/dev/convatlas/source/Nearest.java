package dev.convatlas.source;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** The known name that somebody probably meant. */
public final class Nearest {
  /** Longer names are not compared: nobody mistypes them, and the cost grows with the square. */
  private static final int LONGEST = 64;

  /** Names up to this length are only taken for others of the same length: {@code i} is no PI. */
  private static final int SHORT = 2;

  private Nearest() {}

  /** The name with the fewest edits from the one written, when they are few for its length. */
  public static Optional<String> name(String written, Collection<String> known) {
    if (written.length() > LONGEST) {
      return Optional.empty();
    }
    int allowed = Math.max(1, written.length() / 3);
    return known.stream()
        .filter(name -> written.length() > SHORT || name.length() == written.length())
        .filter(name -> distance(plain(written), plain(name)) <= allowed)
        .min(
            Comparator.<String>comparingInt(name -> distance(plain(written), plain(name)))
                .thenComparing(Comparator.naturalOrder()));
  }

  /** {@code Conv2D}, {@code conv_2d} and {@code conv-2d} are the same mistake: none. */
  private static String plain(String name) {
    return name.toLowerCase(Locale.ROOT).replace("_", "").replace("-", "");
  }

  /** Insertions, deletions, changes and swaps of neighbours. */
  private static int distance(String a, String b) {
    int[] beforeLast = new int[b.length() + 1];
    int[] last = new int[b.length() + 1];
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      last[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
        row[j] = Math.min(Math.min(row[j - 1], last[j]) + 1, last[j - 1] + change);
        boolean swapped =
            i > 1
                && j > 1
                && a.charAt(i - 1) == b.charAt(j - 2)
                && a.charAt(i - 2) == b.charAt(j - 1);
        if (swapped) {
          row[j] = Math.min(row[j], beforeLast[j - 2] + 1);
        }
      }
      int[] spare = beforeLast;
      beforeLast = last;
      last = row;
      row = spare;
    }
    return last[b.length()];
  }
}
