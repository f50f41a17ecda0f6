package dev.convatlas.layer;

import dev.convatlas.source.Message;
import dev.convatlas.tensor.Reading;
import dev.convatlas.tensor.Shape;
import dev.convatlas.tensor.Work;
import java.util.List;

/**
 * {@code reshape}: the same elements in the same order under other axes. Source: PyTorch, {@code
 * torch.reshape}.
 *
 * @param sizes of the output without the batch axis; one of them may be −1
 */
record Reshape(List<Long> sizes) implements Layer {

  private static final Argument<List<Long>> SHAPE = Argument.required("shape", Kinds.INTEGERS);

  static final LayerType TYPE =
      new LayerType(
          "reshape",
          "torch.reshape",
          Category.SHAPING,
          Arity.ONE,
          List.of(SHAPE),
          "- reshape: {shape: [256, 7, 7]}",
          arguments -> new Reshape(arguments.get(SHAPE)));

  Reshape {
    Sizes.check("reshape", sizes);
  }

  @Override
  public Operation operation() {
    return Operation.VIEW;
  }

  @Override
  public Shape output(List<Shape> inputs) {
    return regrouped(inputs.get(0)).output();
  }

  private Regrouping regrouped(Shape input) {
    return Regrouping.of(input, Sizes.complete("reshape", sizes, input.elements()));
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
    return List.of(regrouped(inputs.get(0)).reading());
  }

  @Override
  public List<Message> shapeRule(List<Shape> inputs, Shape output) {
    return List.of(
        Message.of(
            "shape.split", Sizes.product(inputs.get(0).sizes()), Sizes.product(output.sizes())));
  }
}
