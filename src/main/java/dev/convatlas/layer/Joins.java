package dev.convatlas.layer;

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

  /** {@code 64×56×56, 64×28×28}. */
  static String shapes(List<Shape> inputs) {
    return inputs.stream().map(Shape::toString).collect(Collectors.joining(", "));
  }
}
