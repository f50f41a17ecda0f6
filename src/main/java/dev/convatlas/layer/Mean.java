package dev.convatlas.layer;

import dev.convatlas.source.Message;
import dev.convatlas.tensor.Axis;
import dev.convatlas.tensor.Formula;
import dev.convatlas.tensor.Reading;
import dev.convatlas.tensor.Shape;
import dev.convatlas.tensor.Work;
import java.util.ArrayList;
import java.util.List;

/**
 * {@code mean}: over some axes, which go away or stay with size 1. Source: PyTorch, {@code
 * torch.mean}.
 */
record Mean(List<Long> dims, boolean keep) implements Layer {

  private static final Argument<List<Long>> DIM =
      Argument.required("dim", Kinds.oneOrMore(Kinds.INTEGER));
  private static final Argument<Boolean> KEEP = Argument.flag("keepdim", false);

  static final LayerType TYPE =
      new LayerType(
          "mean",
          "torch.mean",
          Category.POOLING,
          Arity.ONE,
          List.of(DIM, KEEP),
          "- mean: {dim: [2, 3]}",
          arguments -> new Mean(arguments.get(DIM), arguments.get(KEEP)));

  @Override
  public Operation operation() {
    return Operation.MEAN;
  }

  @Override
  public Shape output(List<Shape> inputs) {
    Shape input = inputs.get(0);
    List<Integer> gone = axes(input);
    List<Axis> axes = new ArrayList<>();
    for (int i = 0; i < input.rank(); i++) {
      if (!gone.contains(i)) {
        axes.add(input.axis(i));
      } else if (keep) {
        axes.add(input.axis(i).withSize(1));
      }
    }
    return new Shape(axes);
  }

  private List<Integer> axes(Shape input) {
    return Dims.axes("mean", dims, input);
  }

  @Override
  public List<Weight> weights(List<Shape> inputs) {
    return List.of();
  }

  @Override
  public Work work(List<Shape> inputs, Shape output) {
    Formula means = Maps.elements(output);
    long size = inputs.get(0).elements() / output.elements();
    return Work.of(Work.Kind.ADDITION, Statistics.sums(means, size)).and(Work.Kind.DIVISION, means);
  }

  @Override
  public List<Reading> readings(List<Shape> inputs, Shape output) {
    Shape input = inputs.get(0);
    return List.of(Readings.over(input, axes(input), new Reading.Collapse()));
  }

  @Override
  public List<Message> shapeRule(List<Shape> inputs, Shape output) {
    return List.of(Message.of(keep ? "shape.mean.kept" : "shape.mean", dims.toString()));
  }
}
