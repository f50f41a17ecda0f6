package dev.convatlas.layer;

import dev.convatlas.source.Message;
import dev.convatlas.tensor.Axis;
import dev.convatlas.tensor.Formula;
import dev.convatlas.tensor.Formula.Factor;
import dev.convatlas.tensor.Reading;
import dev.convatlas.tensor.Role;
import dev.convatlas.tensor.Shape;
import dev.convatlas.tensor.Work;
import java.util.ArrayList;
import java.util.List;

/**
 * {@code parameter}: a tensor that is learned and takes no input, such as a class token or a table
 * of positions. Its axes stand for nothing until it is joined with another tensor. Source: PyTorch,
 * {@code torch.nn.Parameter}.
 *
 * @param sizes without the batch axis
 * @param buffer whether it is state that is not learned, PyTorch's {@code register_buffer}
 */
record Parameter(List<Long> sizes, boolean buffer) implements Layer {

  private static final Argument<List<Long>> SHAPE = Argument.required("shape", Kinds.POSITIVES);
  private static final Argument<Boolean> BUFFER = Argument.flag("buffer", false);

  static final LayerType TYPE =
      new LayerType(
          "parameter",
          "nn.Parameter",
          Category.OTHER,
          Arity.NONE,
          List.of(SHAPE, BUFFER),
          "- parameter: {shape: [1, 768]}\n  name: class_token",
          arguments -> new Parameter(arguments.get(SHAPE), arguments.get(BUFFER)));

  @Override
  public Operation operation() {
    return Operation.PARAMETER;
  }

  @Override
  public Shape output(List<Shape> inputs) {
    return new Shape(sizes.stream().map(size -> Axis.of(Role.NONE, size)).toList());
  }

  @Override
  public List<Weight> weights(List<Shape> inputs) {
    List<Factor> factors = new ArrayList<>();
    for (int i = 0; i < sizes.size(); i++) {
      factors.add(Formula.factor("n_" + i, sizes.get(i)));
    }
    Factor[] all = factors.toArray(Factor[]::new);
    return List.of(buffer ? Weight.buffer("weight", all) : Weight.parameter("weight", all));
  }

  @Override
  public Work work(List<Shape> inputs, Shape output) {
    return Work.NONE;
  }

  @Override
  public List<Reading> readings(List<Shape> inputs, Shape output) {
    return List.of();
  }

  @Override
  public List<Message> shapeRule(List<Shape> inputs, Shape output) {
    return List.of(Message.of("shape.stated"));
  }
}
