package dev.convatlas.layer;

import dev.convatlas.source.Refusal;
import dev.convatlas.tensor.Axis;
import dev.convatlas.tensor.Role;
import dev.convatlas.tensor.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What layers of several inputs share. */
final class Joins {
  private Joins() {}

  /** The first shape, with the other's roles where it has none of its own; ranks are equal. */
  static Shape roles(Shape first, Shape other) {
    List<Axis> axes = new ArrayList<>();
    for (int i = 0; i < first.rank(); i++) {
      Axis axis = first.axis(i);
      Axis from = other.axis(i);
      boolean borrowed = axis.role() == Role.NONE && from.role() != Role.NONE;
      axes.add(borrowed ? from.withSize(axis.size()) : axis);
    }
    return new Shape(axes);
  }

  /**
   * Two shapes with axes of size 1 repeated and missing axes added in front. Source: PyTorch's
   * broadcasting semantics.
   *
   * @param all the layer's inputs, for the message
   */
  static Shape broadcast(String type, List<Shape> all, Shape a, Shape b) {
    int rank = Math.max(a.rank(), b.rank());
    List<Axis> axes = new ArrayList<>();
    for (int i = 0; i < rank; i++) {
      int inA = i - (rank - a.rank());
      int inB = i - (rank - b.rank());
      if (inA < 0 || inB < 0) {
        axes.add(inA < 0 ? b.axis(inB) : a.axis(inA));
        continue;
      }
      Axis left = a.axis(inA);
      Axis right = b.axis(inB);
      if (left.size() != right.size() && left.size() != 1 && right.size() != 1) {
        throw Refusal.of("shape.join", type, shapes(all), i + 1);
      }
      axes.add(wider(left, right));
    }
    return new Shape(axes);
  }

  private static Axis wider(Axis left, Axis right) {
    boolean first = left.size() >= right.size();
    Axis wide = first ? left : right;
    Axis other = first ? right : left;
    return wide.role() == Role.NONE ? other.withSize(wide.size()) : wide;
  }

  /** {@code 64×56×56, 64×28×28}. */
  static String shapes(List<Shape> inputs) {
    return inputs.stream().map(Shape::toString).collect(Collectors.joining(", "));
  }
}
