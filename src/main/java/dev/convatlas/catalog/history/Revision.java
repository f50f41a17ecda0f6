package dev.convatlas.catalog.history;

import java.util.List;

/**
 * What changed at once.
 *
 * @param number from 1, the first site that was published
 * @param date in seconds since 1970, as text; empty when the build was not told one
 * @param models how many the catalog has since then
 * @param after fingerprint of the catalog since then
 */
public record Revision(
    int number,
    String date,
    int models,
    String after,
    List<Published> added,
    List<Published> removed,
    List<Changed> changed) {

  /** A model before and since then; its id is another one where it was renamed. */
  public record Changed(Published before, Published since) {
    public boolean isRenamed() {
      return !before.id().equals(since.id());
    }
  }

  public Revision {
    added = List.copyOf(added);
    removed = List.copyOf(removed);
    changed = List.copyOf(changed);
  }

  public boolean isFirst() {
    return number == 1;
  }

  boolean isEmpty() {
    return added.isEmpty() && removed.isEmpty() && changed.isEmpty();
  }

  int size() {
    return added.size() + removed.size() + changed.size();
  }
}
