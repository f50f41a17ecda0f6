package dev.convatlas.definition;

import dev.convatlas.source.Limit;
import dev.convatlas.source.Limits;
import dev.convatlas.source.SourceSpan;

/**
 * Counts the work that one file makes, whatever it is spent on: each limit on its own would let a
 * small file with many variants, loops and lists run for hours. Not for several threads.
 */
public final class Meter {
  /** Of one operation inside an expression. */
  static final long OPERATION = 1;

  /** Of an item laid out. */
  public static final long ITEM = 50;

  private final Limits limits;
  private long spent;

  Meter(Limits limits) {
    this.limits = limits;
  }

  public long spent() {
    return spent;
  }

  /** Whether so much work is left. */
  public boolean has(long work) {
    return spent + work <= limits.get(Limit.WORK);
  }

  /**
   * @param span of what needs the work
   * @throws Limited when it is more than {@link Limit#WORK}
   */
  public void spend(long work, SourceSpan span) {
    spent += work;
    if (spent > limits.get(Limit.WORK)) {
      throw Limited.by(Limit.WORK, limits, span);
    }
  }
}
