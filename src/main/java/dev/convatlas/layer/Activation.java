package dev.convatlas.layer;

import dev.convatlas.source.Message;
import dev.convatlas.tensor.Formula;
import dev.convatlas.tensor.Reading;
import dev.convatlas.tensor.Shape;
import dev.convatlas.tensor.Work;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * A function applied to each element: {@code relu}, {@code gelu}, {@code hardswish}… Source: the
 * definitions in PyTorch's documentation of each module.
 *
 * @param perElement how many operations of each kind one element takes
 */
record Activation(Operation operation, Map<Work.Kind, Long> perElement) implements Layer {

  Activation {
    perElement = Map.copyOf(perElement);
  }

  /**
   * @param arguments that PyTorch has; none of them changes a figure
   */
  static LayerType type(
      String name,
      String torch,
      Operation operation,
      Map<Work.Kind, Long> perElement,
      Argument<?>... arguments) {
    Activation layer = new Activation(operation, perElement);
    return new LayerType(
        name,
        torch,
        Category.ACTIVATION,
        Arity.ONE,
        List.of(arguments),
        "- " + name,
        written -> layer);
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
    Formula elements = Maps.elements(output);
    Map<Work.Kind, Formula> counts = new EnumMap<>(Work.Kind.class);
    perElement.forEach((kind, times) -> counts.put(kind, Maps.repeated(elements, times)));
    return Work.of(counts);
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
