package dev.convatlas.tensor;

/** What an axis of a tensor means. Roles go along when axes are permuted. */
public enum Role {
  CHANNEL,
  DEPTH,
  HEIGHT,
  WIDTH,
  LENGTH,
  /** Spatial axes flattened into one: a row of tokens. */
  POSITIONS,
  /** An axis that stands for nothing known. */
  NONE;

  /** Whether positions along the axis see a place of the input. */
  public boolean isSpatial() {
    return this == DEPTH || this == HEIGHT || this == WIDTH || this == LENGTH;
  }
}
