package dev.convatlas.layer;

import dev.convatlas.source.Refusal;
import dev.convatlas.tensor.Shape;
import java.util.ArrayList;
import java.util.List;

/** Axes as PyTorch numbers them: the batch is 0, negative numbers count from the end. */
final class Dims {
  private Dims() {}

  /** An axis; 1 is the first one behind the batch. */
  static Argument<Long> argument(long fallback) {
    return Argument.optional("dim", Kinds.INTEGER, fallback, Long.toString(fallback));
  }

  /** The index of the axis in a shape, which has no batch axis. */
  static int axis(String type, long dim, Shape shape) {
    return axis(type, dim, shape, shape.rank());
  }

  /** The indices of several axes, each named once, in the order in which they are written. */
  static List<Integer> axes(String type, List<Long> dims, Shape shape) {
    List<Integer> axes = new ArrayList<>();
    for (long dim : dims) {
      int axis = axis(type, dim, shape);
      if (axes.contains(axis)) {
        throw Refusal.of("shape.dim.twice", type, dims.toString(), dim);
      }
      axes.add(axis);
    }
    return axes;
  }

  /** Where a new axis goes in a shape that will have one more. */
  static int place(String type, long dim, Shape shape) {
    return axis(type, dim, shape, shape.rank() + 1);
  }

  private static int axis(String type, long dim, Shape shape, int rank) {
    long axis = dim < 0 ? rank + dim : dim - 1;
    if (axis < 0 || axis >= rank) {
      throw Refusal.of("shape.dim", type, dim, shape.toString(), rank);
    }
    return (int) axis;
  }

  /** An index along an axis, from the end when negative. */
  static long index(String type, long index, long size) {
    long found = index < 0 ? size + index : index;
    if (found < 0 || found >= size) {
      throw Refusal.of("shape.index", type, index, size);
    }
    return found;
  }
}
