package dev.convatlas.layer;

import dev.convatlas.source.Message;
import dev.convatlas.tensor.Reading;
import dev.convatlas.tensor.Shape;
import dev.convatlas.tensor.Work;
import java.math.BigDecimal;
import java.util.List;

/**
 * {@code dropout}, {@code stochastic_depth}, {@code identity}: layers that pass their input on when
 * the network is evaluated.
 */
record Passing() implements Layer {

  private static final Argument<BigDecimal> P =
      Argument.optional("p", Kinds.PROBABILITY, new BigDecimal("0.5"), "0.5");

  static final LayerType IDENTITY = type("identity", "nn.Identity", Category.OTHER, "- identity");

  static final LayerType STOCHASTIC_DEPTH =
      type(
          "stochastic_depth",
          "torchvision.ops.StochasticDepth",
          Category.REGULARISATION,
          "- stochastic_depth: {p: 0.2, mode: row}",
          Argument.required("p", Kinds.PROBABILITY),
          Argument.optional("mode", Kinds.oneOf("row", "batch"), "row", "row"));

  /** {@code dropout}, and its kin that drop whole channels. */
  static LayerType dropout(String name, String torch) {
    return type(
        name, torch, Category.REGULARISATION, "- " + name + ": {p: 0.5}", P, Argument.INPLACE);
  }

  private static LayerType type(
      String name, String torch, Category category, String example, Argument<?>... arguments) {
    Passing layer = new Passing();
    return new LayerType(
        name, torch, category, Arity.ONE, List.of(arguments), example, written -> layer);
  }

  @Override
  public Operation operation() {
    return Operation.VIEW;
  }

  @Override
  public Shape output(List<Shape> inputs) {
    return inputs.get(0);
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
    return List.of(Message.of("shape.same"));
  }
}
