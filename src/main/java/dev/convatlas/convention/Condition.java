package dev.convatlas.convention;

import dev.convatlas.analysis.Row;
import dev.convatlas.layer.Weight;
import dev.convatlas.tensor.Work;
import java.util.Locale;

/** What a rule may depend on. */
public enum Condition {
  /** The normalisation has a learned scale. */
  AFFINE,
  /** The normalisation uses running statistics. */
  TRACKED,
  /** The layer adds a bias. */
  BIASED,
  /** The map has height and width, no more and no less. */
  PLANE;

  /** Names the words that say it. */
  public String key() {
    return "condition." + name().toLowerCase(Locale.ROOT);
  }

  public boolean holds(Row row) {
    return switch (this) {
      case AFFINE -> Quantity.weights(row).stream().anyMatch(Weight::trainable);
      case TRACKED -> Quantity.weights(row).stream().anyMatch(weight -> !weight.trainable());
      case BIASED -> row.work().count(Work.Kind.BIAS_ADDITION) > 0;
      case PLANE -> row.node().shapes().get(0).rank() == 3;
    };
  }
}
