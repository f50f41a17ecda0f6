package dev.convatlas.layer;

import dev.convatlas.source.Message;
import dev.convatlas.source.Refusal;
import dev.convatlas.tensor.Formula;
import dev.convatlas.tensor.Reading;
import dev.convatlas.tensor.Role;
import dev.convatlas.tensor.Shape;
import dev.convatlas.tensor.Work;
import java.math.BigDecimal;
import java.util.List;

/**
 * {@code layer_scale}: each channel times a learned factor. Channels may stand first or last.
 * Source: H. Touvron et al., <i>Going deeper with Image Transformers</i>, ICCV 2021, section 2.
 */
record LayerScale() implements Layer {

  static final LayerType TYPE =
      new LayerType(
          "layer_scale",
          "",
          Category.REGULARISATION,
          Arity.ONE,
          List.of(Argument.optional("init_value", Kinds.NUMBER, new BigDecimal("1e-6"), "1e-6")),
          "- layer_scale",
          arguments -> new LayerScale());

  @Override
  public Operation operation() {
    return Operation.ELEMENTWISE;
  }

  @Override
  public Shape output(List<Shape> inputs) {
    Shape input = inputs.get(0);
    if (input.indexOf(Role.CHANNEL).isEmpty()) {
      throw Refusal.of("shape.channels", "layer_scale", input.toString());
    }
    return input;
  }

  @Override
  public List<Weight> weights(List<Shape> inputs) {
    Shape input = inputs.get(0);
    return List.of(
        Weight.parameter("weight", Formula.factor("C", input.size(Maps.channelAxis(input)))));
  }

  @Override
  public Work work(List<Shape> inputs, Shape output) {
    return Work.of(Work.Kind.MULTIPLICATION, Maps.elements(output));
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
