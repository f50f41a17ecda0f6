package dev.convatlas.layer;

import static dev.convatlas.tensor.Work.Kind.ADDITION;
import static dev.convatlas.tensor.Work.Kind.DIVISION;
import static dev.convatlas.tensor.Work.Kind.MULTIPLICATION;
import static dev.convatlas.tensor.Work.Kind.TRANSCENDENTAL;

import dev.convatlas.source.Message;
import dev.convatlas.source.Refusal;
import dev.convatlas.tensor.Formula;
import dev.convatlas.tensor.Reading;
import dev.convatlas.tensor.Shape;
import dev.convatlas.tensor.Work;
import java.math.BigDecimal;
import java.util.List;

/**
 * {@code local_response_norm}: divided by a power of the mean square of neighbouring channels.
 * Source: PyTorch, {@code torch.nn.LocalResponseNorm}.
 *
 * @param size neighbouring channels that share a mean
 */
record LocalResponseNorm(long size) implements Layer {

  private static final Argument<Long> SIZE = Argument.required("size", Kinds.POSITIVE);

  static final LayerType TYPE =
      new LayerType(
          "local_response_norm",
          "nn.LocalResponseNorm",
          Category.NORMALISATION,
          Arity.ONE,
          List.of(
              SIZE,
              Argument.optional("alpha", Kinds.NUMBER, new BigDecimal("1e-4"), "1e-4"),
              Argument.optional("beta", Kinds.NUMBER, new BigDecimal("0.75"), "0.75"),
              Argument.optional("k", Kinds.NUMBER, BigDecimal.ONE, "1")),
          "- local_response_norm: {size: 5}",
          arguments -> new LocalResponseNorm(arguments.get(SIZE)));

  @Override
  public Operation operation() {
    return Operation.OTHER_NORM;
  }

  @Override
  public Shape output(List<Shape> inputs) {
    Shape input = Maps.channelsFirst("local_response_norm", inputs.get(0));
    if (input.rank() < 2) {
      throw Refusal.of("norm.map", "local_response_norm", input.toString());
    }
    return input;
  }

  @Override
  public List<Weight> weights(List<Shape> inputs) {
    return List.of();
  }

  /** x / (k + α · mean)^β, the mean of squares taken over {@code size} channels, zeros included. */
  @Override
  public Work work(List<Shape> inputs, Shape output) {
    Formula elements = Maps.elements(output);
    return Work.of(MULTIPLICATION, Maps.repeated(elements, 2))
        .and(ADDITION, Statistics.sums(elements, size))
        .and(ADDITION, elements)
        .and(DIVISION, Maps.repeated(elements, 2))
        .and(TRANSCENDENTAL, elements);
  }

  @Override
  public List<Reading> readings(List<Shape> inputs, Shape output) {
    return List.of(Reading.SAME);
  }

  @Override
  public List<Message> shapeRule(List<Shape> inputs, Shape output) {
    return List.of(Message.of("shape.same"));
  }
}
