package dev.convatlas.layer;

import dev.convatlas.source.Message;
import dev.convatlas.tensor.Formula;
import dev.convatlas.tensor.Formula.Factor;
import dev.convatlas.tensor.Reading;
import dev.convatlas.tensor.Shape;
import dev.convatlas.tensor.Work;
import java.util.List;

/**
 * {@code layer_norm2d}: mean and variance over the channels of a map, at each position. Source:
 * torchvision, {@code LayerNorm2d} of {@code models/convnext.py}.
 */
record LayerNorm2d() implements Layer {

  static final LayerType TYPE =
      new LayerType(
          "layer_norm2d",
          "",
          Category.NORMALISATION,
          Arity.ONE,
          List.of(Argument.EPS),
          "- layer_norm2d",
          arguments -> new LayerNorm2d());

  @Override
  public Operation operation() {
    return Operation.LAYER_NORM_2D;
  }

  @Override
  public Shape output(List<Shape> inputs) {
    return Maps.require("layer_norm2d", 2, inputs.get(0));
  }

  @Override
  public List<Weight> weights(List<Shape> inputs) {
    Factor channels = Formula.factor("C", Maps.channels(inputs.get(0)));
    return List.of(Weight.parameter("weight", channels), Weight.parameter("bias", channels));
  }

  @Override
  public Work work(List<Shape> inputs, Shape output) {
    Formula elements = Maps.elements(output);
    Formula positions = Formula.product(Maps.positions("", output));
    return Statistics.normalise(elements, positions, Maps.channels(output))
        .and(Work.Kind.MULTIPLICATION, elements)
        .and(Work.Kind.ADDITION, elements);
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
