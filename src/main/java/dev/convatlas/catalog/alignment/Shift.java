package dev.convatlas.catalog.alignment;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What the same argument of several layers has in common in its changes.
 *
 * @param before for {@link Form#TO} the old value; empty otherwise
 * @param after for {@link Form#TO} the new value, for a factor the factor; empty otherwise
 */
public record Shift(String name, Form form, String before, String after) {
  private static final Pattern WHOLE = Pattern.compile("[1-9][0-9]{0,17}");

  /** How it is said. */
  public enum Form {
    /** From one value to another, the same in all the layers. */
    TO,
    /** A whole number of times as much, the same in all the layers. */
    TIMES,
    /** The same, downward. */
    DIVIDED,
    /** More in each of the layers. */
    MORE,
    /** Less in each of the layers. */
    LESS
  }

  /**
   * What two changes must share to belong together: whether numbers rose or fell, or the values
   * themselves where they are no numbers.
   */
  static String direction(Change change) {
    if (!isWhole(change)) {
      return change.name() + " " + change.before() + " > " + change.after();
    }
    long before = Long.parseLong(change.before());
    return change.name() + (before < Long.parseLong(change.after()) ? " +" : " -");
  }

  /**
   * @param changes of one argument, with one {@link #direction}; at least one
   */
  static Shift of(List<Change> changes) {
    Change first = changes.get(0);
    if (Set.copyOf(changes).size() == 1) {
      return new Shift(first.name(), Form.TO, first.before(), first.after());
    }
    // Different changes of one direction are numbers.
    boolean more = Long.parseLong(first.before()) < Long.parseLong(first.after());
    Set<Long> factors = new HashSet<>();
    for (Change change : changes) {
      long before = Long.parseLong(change.before());
      long after = Long.parseLong(change.after());
      long large = more ? after : before;
      long small = more ? before : after;
      factors.add(large % small == 0 ? large / small : 0);
    }
    long factor = factors.size() == 1 ? factors.iterator().next() : 0;
    return factor == 0
        ? new Shift(first.name(), more ? Form.MORE : Form.LESS, "", "")
        : new Shift(first.name(), more ? Form.TIMES : Form.DIVIDED, "", Long.toString(factor));
  }

  private static boolean isWhole(Change change) {
    return WHOLE.matcher(change.before()).matches() && WHOLE.matcher(change.after()).matches();
  }
}
