package dev.convatlas.layer;

import static dev.convatlas.tensor.Work.Kind.ADDITION;
import static dev.convatlas.tensor.Work.Kind.DIVISION;
import static dev.convatlas.tensor.Work.Kind.MULTIPLICATION;
import static dev.convatlas.tensor.Work.Kind.TRANSCENDENTAL;

import dev.convatlas.source.Message;
import dev.convatlas.source.Refusal;
import dev.convatlas.tensor.Formula;
import dev.convatlas.tensor.Formula.Factor;
import dev.convatlas.tensor.Reading;
import dev.convatlas.tensor.Role;
import dev.convatlas.tensor.Shape;
import dev.convatlas.tensor.Work;
import java.util.List;

/**
 * {@code global_response_norm}: each channel scaled by its own share of the response. Channels may
 * stand first or last. Source: S. Woo et al., <i>ConvNeXt V2</i>, CVPR 2023, algorithm 1.
 */
record GlobalResponseNorm() implements Layer {

  static final LayerType TYPE =
      new LayerType(
          "global_response_norm",
          "",
          Category.NORMALISATION,
          Arity.ONE,
          List.of(Argument.EPS),
          "- global_response_norm",
          arguments -> new GlobalResponseNorm());

  @Override
  public Operation operation() {
    return Operation.OTHER_NORM;
  }

  @Override
  public Shape output(List<Shape> inputs) {
    Shape input = inputs.get(0);
    if (input.rank() < 2 || input.indexOf(Role.CHANNEL).isEmpty()) {
      throw Refusal.of("norm.map", "global_response_norm", input.toString());
    }
    return input;
  }

  private static long channels(Shape input) {
    return input.size(Maps.channelAxis(input));
  }

  @Override
  public List<Weight> weights(List<Shape> inputs) {
    Factor channels = Formula.factor("C", channels(inputs.get(0)));
    return List.of(Weight.parameter("weight", channels), Weight.parameter("bias", channels));
  }

  /** G = ‖x‖ of each channel, N = G / (mean G + ε), then γ · x · N + β + x. */
  @Override
  public Work work(List<Shape> inputs, Shape output) {
    Formula elements = Maps.elements(output);
    Formula channels = Formula.product(Formula.factor("C", channels(output)));
    return Work.of(MULTIPLICATION, Maps.repeated(elements, 3))
        .and(ADDITION, Statistics.sums(channels, elements.value() / channels.value()))
        .and(TRANSCENDENTAL, channels)
        .and(ADDITION, channels)
        .and(DIVISION, channels.plus(Formula.product()))
        .and(ADDITION, Maps.repeated(elements, 2));
  }

  @Override
  public List<Reading> readings(List<Shape> inputs, Shape output) {
    return List.of(Reading.EVERYTHING);
  }

  @Override
  public List<Message> shapeRule(List<Shape> inputs, Shape output) {
    return List.of(Message.of("shape.same"));
  }
}
