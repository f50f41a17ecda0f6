package dev.convatlas.layer;

/** How many tensors a layer takes. */
public enum Arity {
  NONE(0, 0),
  ONE(1, 1),
  TWO(2, 2),
  ONE_TO_THREE(1, 3),
  TWO_OR_THREE(2, 3),
  SEVERAL(1, Integer.MAX_VALUE);

  private final int least;
  private final int most;

  Arity(int least, int most) {
    this.least = least;
    this.most = most;
  }

  public boolean accepts(int count) {
    return count >= least && count <= most;
  }

  public int least() {
    return least;
  }

  public int most() {
    return most;
  }
}
