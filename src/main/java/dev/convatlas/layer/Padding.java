package dev.convatlas.layer;

import dev.convatlas.source.Message;
import dev.convatlas.source.Refusal;
import dev.convatlas.tensor.Window;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * The padding of a convolution: {@code int}, one for each axis, {@code valid}, {@code same}
 * (PyTorch's, for stride 1: the odd element at the high end) or {@code tf_same} (TensorFlow's,
 * which depends on the input's size).
 */
sealed interface Padding {

  /** Elements on both ends of each axis. */
  record Fixed(List<Long> axes) implements Padding {}

  /** The output is as large as the input; stride must be 1. */
  record Same() implements Padding {}

  /** The output has ⌈in / stride⌉ elements. */
  record TensorFlowSame() implements Padding {}

  static Argument<Padding> argument(int rank) {
    Kind<Padding> numbers = Kinds.spatial(rank, Kinds.NATURAL).map(Fixed::new);
    Kind<Padding> named = Kinds.oneOf("same", "valid", "tf_same").map(word -> named(rank, word));
    return Argument.optional(
        "padding",
        Kinds.either(Message.of("kind.padding", rank), List.of(numbers, named)),
        new Fixed(Collections.nCopies(rank, 0L)),
        "0");
  }

  private static Padding named(int rank, String word) {
    return switch (word) {
      case "same" -> new Same();
      case "tf_same" -> new TensorFlowSame();
      default -> new Fixed(Collections.nCopies(rank, 0L));
    };
  }

  /** Refuses what PyTorch refuses. */
  default void check(String type, List<Long> stride) {
    if (this instanceof Same && stride.stream().anyMatch(step -> step != 1)) {
      throw Refusal.of("padding.same.stride", type, new ArrayList<>(stride).toString());
    }
  }

  /** The window along one axis of an input of that size. */
  default Window window(int axis, long in, long kernel, long stride, long dilation, boolean ceil) {
    if (this instanceof Fixed fixed) {
      long padding = fixed.axes().get(axis);
      return new Window(kernel, stride, dilation, padding, padding, ceil);
    }
    return Window.same(in, kernel, stride, dilation);
  }
}
