package dev.convatlas.layer;

import dev.convatlas.source.Message;
import dev.convatlas.tensor.Reading;
import dev.convatlas.tensor.Shape;
import dev.convatlas.tensor.Work;
import java.util.List;

/**
 * {@code dropout}, {@code stochastic_depth}, {@code identity}: layers that pass their input on when
 * the network is evaluated.
 */
record Passing() implements Layer {

  static LayerType type(
      String name, String torch, Category category, String example, Argument<?>... arguments) {
    Passing layer = new Passing();
    return new LayerType(
        name, torch, category, Arity.ONE, List.of(arguments), example, written -> layer);
  }

  @Override
  public Operation operation() {
    return Operation.MOVEMENT;
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
  public Reading reading(List<Shape> inputs, Shape output) {
    return Reading.SAME;
  }

  @Override
  public List<Message> shapeRule(List<Shape> inputs, Shape output) {
    return List.of(Message.of("shape.same"));
  }
}
