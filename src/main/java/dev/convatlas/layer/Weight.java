package dev.convatlas.layer;

import dev.convatlas.source.Message;
import dev.convatlas.tensor.Formula;
import dev.convatlas.tensor.Formula.Factor;
import java.util.List;
import java.util.Optional;

/**
 * A tensor that a layer owns.
 *
 * @param name as PyTorch's state dict has it, such as {@code weight}
 * @param count its number of elements, as a product of named sizes
 * @param trainable false for a buffer: state that is no parameter, such as a running mean
 * @param missing why it has more elements than {@code count} says; empty when it has not
 */
public record Weight(String name, Formula count, boolean trainable, Optional<Message> missing) {

  public static Weight parameter(String name, Factor... sizes) {
    return new Weight(name, Formula.product(sizes), true, Optional.empty());
  }

  public static Weight buffer(String name, Factor... sizes) {
    return new Weight(name, Formula.product(sizes), false, Optional.empty());
  }

  /** Parameters whose number nobody has stated. */
  public static Weight unknown(String name, Message why) {
    return new Weight(name, Formula.ZERO, true, Optional.of(why));
  }

  /** A weight and its bias, or the weight alone. */
  static List<Weight> withBias(boolean bias, Weight weight, Factor biasSize) {
    return bias ? List.of(weight, parameter("bias", biasSize)) : List.of(weight);
  }
}
