package dev.convatlas.layer;

import dev.convatlas.source.Message;
import dev.convatlas.source.Refusal;
import dev.convatlas.tensor.Formula;
import dev.convatlas.tensor.Reading;
import dev.convatlas.tensor.Shape;
import dev.convatlas.tensor.Work;
import java.math.BigDecimal;
import java.util.List;

/**
 * {@code prelu}: max(0, x) + a · min(0, x) with a learned a. Source: PyTorch, {@code
 * torch.nn.PReLU}.
 *
 * @param parameters 1, or one for each channel
 */
record Prelu(long parameters) implements Layer {

  private static final Argument<Long> PARAMETERS =
      Argument.optional("num_parameters", Kinds.POSITIVE, 1L, "1");

  static final LayerType TYPE =
      new LayerType(
          "prelu",
          "nn.PReLU",
          Category.ACTIVATION,
          Arity.ONE,
          List.of(
              PARAMETERS, Argument.optional("init", Kinds.NUMBER, new BigDecimal("0.25"), "0.25")),
          "- prelu",
          arguments -> new Prelu(arguments.get(PARAMETERS)));

  @Override
  public Operation operation() {
    return Operation.PRELU;
  }

  @Override
  public Shape output(List<Shape> inputs) {
    if (parameters == 1) {
      return inputs.get(0);
    }
    Shape input = Maps.channelsFirst("prelu", inputs.get(0));
    if ((input.rank() == 0 || Maps.channels(input) != parameters)) {
      throw Refusal.of("prelu.parameters", parameters, input.toString());
    }
    return input;
  }

  @Override
  public List<Weight> weights(List<Shape> inputs) {
    return List.of(Weight.parameter("weight", Formula.factor("num_parameters", parameters)));
  }

  @Override
  public Work work(List<Shape> inputs, Shape output) {
    Formula elements = Maps.elements(output);
    return Work.of(Work.Kind.COMPARISON, elements).and(Work.Kind.MULTIPLICATION, elements);
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
