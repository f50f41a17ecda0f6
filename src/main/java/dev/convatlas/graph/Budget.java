package dev.convatlas.graph;

import dev.convatlas.definition.Limited;
import dev.convatlas.definition.Meter;
import dev.convatlas.source.Limit;
import dev.convatlas.source.Limits;
import dev.convatlas.source.SourceSpan;

/** What laying out one model may cost, and has cost. */
final class Budget {
  private final Limits limits;
  private final Meter meter;
  private long steps;

  /**
   * @param meter of the file that defines the model
   */
  Budget(Limits limits, Meter meter) {
    this.limits = limits;
    this.meter = meter;
  }

  /**
   * @param steps items executed
   * @param work spent on the meter
   * @param layers made
   */
  record Cost(long steps, long work, long layers) {
    Cost since(Cost before) {
      return new Cost(steps - before.steps, work - before.work, layers - before.layers);
    }
  }

  /**
   * @param layers made so far
   */
  Cost spent(long layers) {
    return new Cost(steps, meter.spent(), layers);
  }

  /**
   * One more item.
   *
   * @throws Limited when it is one too many
   */
  void step(SourceSpan span) {
    if (++steps > limits.get(Limit.STEPS)) {
      throw Limited.by(Limit.STEPS, limits, span);
    }
    meter.spend(Meter.ITEM, span);
  }

  /**
   * Whether so much is left.
   *
   * @param layers made so far
   */
  boolean has(Cost cost, long layers) {
    return steps + cost.steps() <= limits.get(Limit.STEPS)
        && layers + cost.layers() <= limits.get(Limit.LAYERS)
        && meter.has(cost.work());
  }

  /** Something that {@link #has} has found possible. */
  void spend(Cost cost, SourceSpan span) {
    steps += cost.steps();
    meter.spend(cost.work(), span);
  }
}
