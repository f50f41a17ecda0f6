package dev.convatlas.layer;

import dev.convatlas.source.Message;
import dev.convatlas.tensor.Formula;
import dev.convatlas.tensor.Reading;
import dev.convatlas.tensor.Shape;
import dev.convatlas.tensor.Work;
import java.util.List;
import java.util.stream.IntStream;

/**
 * {@code add}, {@code mul}, {@code max}: several tensors joined element by element. An axis of size
 * 1 is repeated, and missing axes are added on the left. Source: PyTorch's broadcasting semantics.
 */
record Elementwise(String type, Work.Kind kind) implements Layer {

  static LayerType type(String name, Work.Kind kind, String example) {
    Elementwise layer = new Elementwise(name, kind);
    return new LayerType(
        name,
        "torch." + (name.equals("max") ? "maximum" : name),
        Category.JOINING,
        Arity.SEVERAL,
        List.of(),
        example,
        arguments -> layer);
  }

  @Override
  public Operation operation() {
    return Operation.ELEMENTWISE;
  }

  @Override
  public Shape output(List<Shape> inputs) {
    Shape joined = inputs.get(0);
    for (Shape input : inputs.subList(1, inputs.size())) {
      joined = Joins.broadcast(type, inputs, joined, input);
    }
    return joined;
  }

  @Override
  public List<Weight> weights(List<Shape> inputs) {
    return List.of();
  }

  @Override
  public Work work(List<Shape> inputs, Shape output) {
    int joins = inputs.size() - 1;
    if (joins == 0) {
      return Work.NONE;
    }
    Formula elements = Maps.elements(output);
    return Work.of(
        kind, joins == 1 ? elements : elements.times(Formula.factor("(inputs − 1)", joins)));
  }

  /** Each position reads its own; an axis that is repeated gives its one index to all. */
  @Override
  public List<Reading> readings(List<Shape> inputs, Shape output) {
    return inputs.stream().map(input -> reading(input, output)).toList();
  }

  private static Reading reading(Shape input, Shape output) {
    int missing = output.rank() - input.rank();
    List<Integer> repeated =
        IntStream.range(0, input.rank())
            .filter(i -> input.size(i) < output.size(i + missing))
            .boxed()
            .toList();
    return Readings.over(input, repeated, new Reading.Collapse());
  }

  @Override
  public List<Message> shapeRule(List<Shape> inputs, Shape output) {
    return List.of(Message.of("shape.broadcast"));
  }
}
