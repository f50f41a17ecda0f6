package dev.convatlas.layer;

import dev.convatlas.source.Message;
import dev.convatlas.tensor.Axis;
import dev.convatlas.tensor.Reading;
import dev.convatlas.tensor.Shape;
import dev.convatlas.tensor.Work;
import java.util.ArrayList;
import java.util.List;

/**
 * {@code select}: one index of an axis, which goes away. Source: PyTorch, {@code torch.select}.
 *
 * @param index from the end when negative
 */
record Select(long dim, long index) implements Layer {

  private static final Argument<Long> DIM = Dims.argument(1);
  private static final Argument<Long> INDEX = Argument.required("index", Kinds.INTEGER);

  static final LayerType TYPE =
      new LayerType(
          "select",
          "torch.select",
          Category.JOINING,
          Arity.ONE,
          List.of(DIM, INDEX),
          "- select: {dim: 1, index: 0}",
          arguments -> new Select(arguments.get(DIM), arguments.get(INDEX)));

  @Override
  public Operation operation() {
    return Operation.VIEW;
  }

  @Override
  public Shape output(List<Shape> inputs) {
    Shape input = inputs.get(0);
    int axis = Dims.axis("select", dim, input);
    Dims.index("select", index, input.size(axis));
    List<Axis> axes = new ArrayList<>(input.axes());
    axes.remove(axis);
    return new Shape(axes);
  }

  @Override
  public List<Weight> weights(List<Shape> inputs) {
    return List.of();
  }

  @Override
  public Work work(List<Shape> inputs, Shape output) {
    return Work.NONE;
  }

  @Override
  public List<Reading> readings(List<Shape> inputs, Shape output) {
    return List.of(Reading.SAME);
  }

  @Override
  public List<Message> shapeRule(List<Shape> inputs, Shape output) {
    return List.of(Message.of("shape.select", dim));
  }
}
