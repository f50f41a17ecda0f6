package dev.convatlas.catalog.alignment;

/**
 * One line of an alignment.
 *
 * @param before index of a layer of the first model; −1 for a layer that is added
 * @param after index of a layer of the second model; −1 for a layer that is removed
 */
public record Step(Kind kind, int before, int after) {

  /** What became of a layer. */
  public enum Kind {
    SAME,
    CHANGED,
    REMOVED,
    ADDED;

    /** Whether the layer has a counterpart. */
    public boolean isPair() {
      return this == SAME || this == CHANGED;
    }
  }
}
