package dev.convatlas.convention;

import dev.convatlas.analysis.Row;
import dev.convatlas.layer.Weight;
import dev.convatlas.source.Message;
import dev.convatlas.tensor.Shape;
import dev.convatlas.tensor.Work;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What rules count multiples of, for one sample. */
public enum Quantity {
  /** Multiply-accumulates of convolutions and matrix products. */
  MACS("mac"),
  /**
   * Multiply-accumulates of a transposed convolution as if its kernel were applied at each output
   * position, not at each input position. S is the number of positions.
   */
  OUTPUT_MACS("mac · S_out / S_in"),
  /** Bias additions: the output elements where there is a bias, else none. */
  BIAS("bias"),
  /** Elements of the first input. */
  INPUTS("I"),
  /** Elements of the output. */
  OUTPUTS("O"),
  /** Trainable parameters, shared ones at each use. */
  PARAMETERS("P"),
  /** Trainable parameters once for each token of a sequence. */
  STEP_PARAMETERS("P · L"),
  /** Exponentials of an attention's softmax: heads · queries · keys. */
  EXPONENTIALS("exp"),
  /** Per row of n elements n exponentials, n − 1 additions and n divisions. */
  SOFTMAX("(3n − 1) · rows");

  private final String symbol;

  Quantity(String symbol) {
    this.symbol = symbol;
  }

  /** As formulas write it. */
  public String symbol() {
    return symbol;
  }

  /** Names the sentence that explains the symbol. */
  public Message meaning() {
    return Message.of("quantity." + name().toLowerCase(Locale.ROOT));
  }

  /**
   * @throws ArithmeticException when it does not fit into 63 bits
   */
  public long of(Row row) {
    return switch (this) {
      case MACS -> row.macs().value();
      case OUTPUT_MACS -> outputMacs(row);
      case BIAS -> row.work().count(Work.Kind.BIAS_ADDITION);
      case INPUTS -> row.node().shapes().get(0).elements();
      case OUTPUTS -> row.node().output().elements();
      case PARAMETERS -> parameters(row);
      case STEP_PARAMETERS ->
          Math.multiplyExact(parameters(row), row.node().shapes().get(0).size(0));
      case EXPONENTIALS -> row.work().count(Work.Kind.TRANSCENDENTAL);
      case SOFTMAX ->
          Math.addExact(
              row.work().count(Work.Kind.TRANSCENDENTAL),
              Math.addExact(
                  row.work().count(Work.Kind.ADDITION), row.work().count(Work.Kind.DIVISION)));
    };
  }

  private static long outputMacs(Row row) {
    // Exact: a transposed convolution applies its kernel once for each input position.
    long once =
        row.work().count(Work.Kind.MULTIPLY_ACCUMULATE) / positions(row.node().shapes().get(0));
    return Math.multiplyExact(once, positions(row.node().output()));
  }

  private static long positions(Shape map) {
    return map.elements() / map.size(0);
  }

  /** The layer is asked, since a row that uses another's weights again owns none. */
  private static long parameters(Row row) {
    long sum = 0;
    for (Weight weight : weights(row)) {
      sum = weight.trainable() ? Math.addExact(sum, weight.count().value()) : sum;
    }
    return sum;
  }

  static List<Weight> weights(Row row) {
    return row.node().applied().weights();
  }

  /** Why there is more of it than {@link #of} says; empty where there is not. */
  public Optional<Message> missing(Row row) {
    return switch (this) {
      case INPUTS, OUTPUTS -> Optional.empty();
      case PARAMETERS, STEP_PARAMETERS ->
          weights(row).stream()
              .filter(Weight::trainable)
              .flatMap(weight -> weight.missing().stream())
              .findFirst();
      case MACS, OUTPUT_MACS, BIAS, EXPONENTIALS, SOFTMAX -> row.work().missing();
    };
  }
}
