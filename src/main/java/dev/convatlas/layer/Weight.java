package dev.convatlas.layer;

import dev.convatlas.tensor.Formula;
import dev.convatlas.tensor.Formula.Factor;
import java.util.List;

/**
 * A tensor that a layer owns.
 *
 * @param name as PyTorch's state dict has it, such as {@code weight}
 * @param count its number of elements, as a product of named sizes
 * @param trainable false for a buffer: state that is no parameter, such as a running mean
 */
public record Weight(String name, Formula count, boolean trainable) {

  public static Weight parameter(String name, Factor... sizes) {
    return new Weight(name, Formula.product(sizes), true);
  }

  public static Weight buffer(String name, Factor... sizes) {
    return new Weight(name, Formula.product(sizes), false);
  }

  /** A weight and its bias, or the weight alone. */
  static List<Weight> withBias(boolean bias, Weight weight, Factor biasSize) {
    return bias ? List.of(weight, parameter("bias", biasSize)) : List.of(weight);
  }
}
