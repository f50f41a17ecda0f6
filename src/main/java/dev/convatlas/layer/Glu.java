package dev.convatlas.layer;

import dev.convatlas.source.Message;
import dev.convatlas.source.Refusal;
import dev.convatlas.tensor.Formula;
import dev.convatlas.tensor.Reading;
import dev.convatlas.tensor.Shape;
import dev.convatlas.tensor.Work;
import java.util.List;

/**
 * {@code glu}: one half of an axis times the sigmoid of the other. Source: PyTorch, {@code
 * torch.nn.GLU}.
 *
 * @param dim counted with the batch as 0, from the end when negative
 */
record Glu(long dim) implements Layer {

  private static final Argument<Long> DIM = Dims.argument(-1);

  static final LayerType TYPE =
      new LayerType(
          "glu",
          "nn.GLU",
          Category.ACTIVATION,
          Arity.ONE,
          List.of(DIM),
          "- glu: {dim: 1}",
          arguments -> new Glu(arguments.get(DIM)));

  @Override
  public Operation operation() {
    return Operation.OTHER_ACTIVATION;
  }

  @Override
  public Shape output(List<Shape> inputs) {
    Shape input = inputs.get(0);
    int axis = Dims.axis("glu", dim, input);
    if (input.size(axis) % 2 != 0) {
      throw Refusal.of("glu.odd", dim, input.size(axis));
    }
    return input.withSize(axis, input.size(axis) / 2);
  }

  @Override
  public List<Weight> weights(List<Shape> inputs) {
    return List.of();
  }

  /** a / (1 + exp(−b)). */
  @Override
  public Work work(List<Shape> inputs, Shape output) {
    Formula elements = Maps.elements(output);
    return Work.of(Work.Kind.TRANSCENDENTAL, elements)
        .and(Work.Kind.ADDITION, elements)
        .and(Work.Kind.DIVISION, elements);
  }

  /** Halves of a spatial axis lie apart: what meets there is not one place. */
  @Override
  public List<Reading> readings(List<Shape> inputs, Shape output) {
    Shape input = inputs.get(0);
    Reading.AxisReading unknown = new Reading.Unknown(Message.of("field.positions", "glu"));
    return List.of(Readings.over(input, List.of(Dims.axis("glu", dim, input)), unknown));
  }

  @Override
  public List<Message> shapeRule(List<Shape> inputs, Shape output) {
    int axis = Dims.axis("glu", dim, inputs.get(0));
    return List.of(
        Message.of(
            "shape.formula", "dim " + dim, inputs.get(0).size(axis) + " / 2", output.size(axis)));
  }
}
