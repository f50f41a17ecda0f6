package dev.convatlas.layer;

import dev.convatlas.source.Message;
import dev.convatlas.source.Refusal;
import dev.convatlas.tensor.Axis;
import dev.convatlas.tensor.Reading;
import dev.convatlas.tensor.Role;
import dev.convatlas.tensor.Shape;
import dev.convatlas.tensor.Work;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * {@code stack}: equal tensors side by side along a new axis. Source: PyTorch, {@code torch.stack}.
 *
 * @param dim where the new axis goes, counted with the batch as 0, from the end when negative
 */
record Stack(long dim) implements Layer {

  private static final Argument<Long> DIM = Dims.argument(1);

  static final LayerType TYPE =
      new LayerType(
          "stack",
          "torch.stack",
          Category.JOINING,
          Arity.SEVERAL,
          List.of(DIM),
          "- stack: {dim: 1}\n  from: [left, right]",
          arguments -> new Stack(arguments.get(DIM)));

  @Override
  public Operation operation() {
    return Operation.MOVEMENT;
  }

  @Override
  public Shape output(List<Shape> inputs) {
    Shape joined = inputs.get(0);
    for (Shape input : inputs) {
      if (!input.sizes().equals(joined.sizes())) {
        throw Refusal.of("shape.stack", Joins.shapes(inputs));
      }
      joined = Joins.roles(joined, input);
    }
    List<Axis> axes = new ArrayList<>(joined.axes());
    axes.add(Dims.place("stack", dim, joined), Axis.of(Role.NONE, inputs.size()));
    return new Shape(axes);
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
    return Collections.nCopies(inputs.size(), Reading.SAME);
  }

  @Override
  public List<Message> shapeRule(List<Shape> inputs, Shape output) {
    return List.of(Message.of("shape.formula", "dim " + dim, "tensors", inputs.size()));
  }
}
