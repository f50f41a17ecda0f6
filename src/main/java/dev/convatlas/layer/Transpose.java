package dev.convatlas.layer;

import dev.convatlas.source.Message;
import dev.convatlas.tensor.Reading;
import dev.convatlas.tensor.Shape;
import dev.convatlas.tensor.Work;
import java.util.List;

/**
 * {@code transpose}: two axes change places; their roles go along. Source: PyTorch, {@code
 * torch.transpose}.
 */
record Transpose(long first, long second) implements Layer {

  private static final Argument<Long> FIRST = Argument.required("dim0", Kinds.INTEGER);
  private static final Argument<Long> SECOND = Argument.required("dim1", Kinds.INTEGER);

  static final LayerType TYPE =
      new LayerType(
          "transpose",
          "torch.transpose",
          Category.SHAPING,
          Arity.ONE,
          List.of(FIRST, SECOND),
          "- transpose: {dim0: 1, dim1: 2}",
          arguments -> new Transpose(arguments.get(FIRST), arguments.get(SECOND)));

  @Override
  public Operation operation() {
    return Operation.VIEW;
  }

  @Override
  public Shape output(List<Shape> inputs) {
    Shape input = inputs.get(0);
    int a = Dims.axis("transpose", first, input);
    int b = Dims.axis("transpose", second, input);
    return input.with(a, input.axis(b)).with(b, input.axis(a));
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
    return List.of(Message.of("shape.swap", first, second));
  }
}
