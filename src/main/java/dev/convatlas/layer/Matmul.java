package dev.convatlas.layer;

import dev.convatlas.source.Message;
import dev.convatlas.source.Refusal;
import dev.convatlas.tensor.Axis;
import dev.convatlas.tensor.Formula;
import dev.convatlas.tensor.Formula.Factor;
import dev.convatlas.tensor.Reading;
import dev.convatlas.tensor.Role;
import dev.convatlas.tensor.Shape;
import dev.convatlas.tensor.Work;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * {@code matmul}: … × n × k times … × k × m, matrix by matrix over the axes in front, which are
 * repeated where they are 1. Source: PyTorch, {@code torch.matmul}.
 */
record Matmul() implements Layer {

  static final LayerType TYPE =
      new LayerType(
          "matmul",
          "torch.matmul",
          Category.LINEAR,
          Arity.TWO,
          List.of(),
          "- matmul: {}\n  from: [query, key]",
          arguments -> new Matmul());

  @Override
  public Operation operation() {
    return Operation.MATRIX_PRODUCT;
  }

  @Override
  public Shape output(List<Shape> inputs) {
    Shape left = inputs.get(0);
    Shape right = inputs.get(1);
    if (left.rank() < 2 || right.rank() < 2) {
      throw Refusal.of("matmul.rank", Joins.shapes(inputs));
    }
    if (left.size(left.rank() - 1) != right.size(right.rank() - 2)) {
      throw Refusal.of(
          "matmul.inner",
          left.toString(),
          right.toString(),
          left.size(left.rank() - 1),
          right.size(right.rank() - 2));
    }
    List<Axis> axes =
        new ArrayList<>(Joins.broadcast("matmul", inputs, outer(left), outer(right)).axes());
    axes.add(left.axis(left.rank() - 2));
    Axis column = right.axis(right.rank() - 1);
    axes.add(columnIsPlace(left, right) ? column : Axis.of(Role.NONE, column.size()));
    return new Shape(axes);
  }

  /** The axes that count matrices. */
  private static Shape outer(Shape input) {
    return new Shape(input.axes().subList(0, input.rank() - 2));
  }

  /**
   * Whether columns keep their role. Where rows stand for places along the same axis (scores of
   * queries and keys) only the rows keep it: one index cannot be at two places.
   */
  private static boolean columnIsPlace(Shape left, Shape right) {
    return Collections.disjoint(
        Readings.roles(left.axis(left.rank() - 2)), Readings.roles(right.axis(right.rank() - 1)));
  }

  @Override
  public List<Weight> weights(List<Shape> inputs) {
    return List.of();
  }

  @Override
  public Work work(List<Shape> inputs, Shape output) {
    Shape left = inputs.get(0);
    List<Factor> macs =
        new ArrayList<>(
            Maps.sizes(output, Maps.others(output, List.of(output.rank() - 2, output.rank() - 1))));
    macs.add(Formula.factor("n", output.size(output.rank() - 2)));
    macs.add(Formula.factor("k", left.size(left.rank() - 1)));
    macs.add(Formula.factor("m", output.size(output.rank() - 1)));
    return Work.of(Work.Kind.MULTIPLY_ACCUMULATE, Formula.product(macs));
  }

  /** Sums run over the axis k, of which every output reads all. */
  @Override
  public List<Reading> readings(List<Shape> inputs, Shape output) {
    Shape left = inputs.get(0);
    Shape right = inputs.get(1);
    List<Integer> summed = new ArrayList<>(List.of(right.rank() - 2));
    if (!columnIsPlace(left, right)) {
      summed.add(right.rank() - 1);
    }
    Reading.AxisReading all = new Reading.Collapse();
    return List.of(
        Readings.over(left, List.of(left.rank() - 1), all), Readings.over(right, summed, all));
  }

  @Override
  public List<Message> shapeRule(List<Shape> inputs, Shape output) {
    return List.of(
        Message.of(
            "shape.matmul",
            output.size(output.rank() - 2),
            output.size(output.rank() - 1),
            inputs.get(0).size(inputs.get(0).rank() - 1)));
  }
}
