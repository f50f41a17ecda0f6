package dev.convatlas.layer;

import dev.convatlas.source.Message;
import dev.convatlas.source.Refusal;
import dev.convatlas.tensor.Reading;
import dev.convatlas.tensor.Shape;
import dev.convatlas.tensor.Work;
import java.util.List;

/**
 * {@code permute}: axes in another order; their roles go along. Source: PyTorch, {@code
 * torch.permute}.
 *
 * @param dims for each axis of the output the input's axis; the batch stays in front
 */
record Permute(List<Long> dims) implements Layer {

  private static final Argument<List<Long>> DIMS = Argument.required("dims", Kinds.INTEGERS);

  static final LayerType TYPE =
      new LayerType(
          "permute",
          "torch.permute",
          Category.SHAPING,
          Arity.ONE,
          List.of(DIMS),
          "- permute: {dims: [0, 2, 3, 1]}",
          arguments -> new Permute(arguments.get(DIMS)));

  Permute {
    if (dims.get(0) != 0) {
      throw Refusal.of("permute.batch", dims.toString());
    }
  }

  @Override
  public Operation operation() {
    return Operation.VIEW;
  }

  @Override
  public Shape output(List<Shape> inputs) {
    Shape input = inputs.get(0);
    if (dims.size() != input.rank() + 1) {
      throw Refusal.of(
          "permute.count", dims.toString(), dims.size(), input.rank() + 1, input.toString());
    }
    List<Integer> axes = Dims.axes("permute", dims.subList(1, dims.size()), input);
    return new Shape(axes.stream().map(input::axis).toList());
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
    return List.of(Message.of("shape.order", dims.toString()));
  }
}
