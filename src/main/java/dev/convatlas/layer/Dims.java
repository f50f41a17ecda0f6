package dev.convatlas.layer;

import dev.convatlas.source.Refusal;
import dev.convatlas.tensor.Shape;

/** Axes as PyTorch numbers them: the batch is 0, negative numbers count from the end. */
final class Dims {
  private Dims() {}

  /** The index of the axis in a shape, which has no batch axis. */
  static int axis(String type, long dim, Shape shape) {
    long axis = dim < 0 ? shape.rank() + dim : dim - 1;
    if (axis < 0 || axis >= shape.rank() || dim == 0) {
      throw Refusal.of("shape.dim", type, dim, shape.toString(), shape.rank());
    }
    return (int) axis;
  }
}
