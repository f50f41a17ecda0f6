package dev.convatlas.layer;

import dev.convatlas.source.Message;
import dev.convatlas.source.Refusal;
import dev.convatlas.tensor.Axis;
import dev.convatlas.tensor.Reading;
import dev.convatlas.tensor.Role;
import dev.convatlas.tensor.Shape;
import dev.convatlas.tensor.Work;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * {@code flatten}: neighbouring axes become one. Spatial axes alone become positions, which keep
 * their field; together with channels they become features. Source: PyTorch, {@code
 * torch.nn.Flatten}.
 */
record Flatten(long start, long end) implements Layer {

  private static final Argument<Long> START =
      Argument.optional("start_dim", Kinds.INTEGER, 1L, "1");
  private static final Argument<Long> END = Argument.optional("end_dim", Kinds.INTEGER, -1L, "-1");

  static final LayerType TYPE =
      new LayerType(
          "flatten",
          "nn.Flatten",
          Category.SHAPING,
          Arity.ONE,
          List.of(START, END),
          "- flatten",
          arguments -> new Flatten(arguments.get(START), arguments.get(END)));

  @Override
  public Operation operation() {
    return Operation.MOVEMENT;
  }

  @Override
  public Shape output(List<Shape> inputs) {
    Shape input = inputs.get(0);
    int from = Dims.axis("flatten", start, input);
    int to = Dims.axis("flatten", end, input);
    if (to < from) {
      throw Refusal.of("flatten.order", start, end, input.toString());
    }
    List<Axis> merged = input.axes().subList(from, to + 1);
    List<Axis> axes = new ArrayList<>(input.axes().subList(0, from));
    axes.add(merged(merged));
    axes.addAll(input.axes().subList(to + 1, input.rank()));
    return new Shape(axes);
  }

  private static Axis merged(List<Axis> axes) {
    if (axes.size() == 1) {
      return axes.get(0);
    }
    long size = new Shape(axes).elements();
    boolean spatial = axes.stream().allMatch(axis -> axis.role().isSpatial());
    if (spatial) {
      return new Axis(Role.POSITIONS, size, axes);
    }
    boolean pooled = axes.stream().allMatch(a -> a.role() == Role.CHANNEL || a.size() == 1);
    return Axis.of(pooled ? Role.CHANNEL : Role.NONE, size);
  }

  @Override
  public List<Weight> weights(List<Shape> inputs) {
    return List.of();
  }

  @Override
  public Work work(List<Shape> inputs, Shape output) {
    return Work.NONE;
  }

  /** Features of a whole map belong to no position: whatever uses them sees all of it. */
  @Override
  public Reading reading(List<Shape> inputs, Shape output) {
    boolean mixed = output.axes().stream().anyMatch(axis -> axis.role() == Role.NONE);
    return mixed && !inputs.get(0).equals(output) ? Reading.EVERYTHING : Reading.SAME;
  }

  @Override
  public List<Message> shapeRule(List<Shape> inputs, Shape output) {
    return List.of(
        Message.of(
            "shape.formula",
            "n",
            inputs.get(0).sizes().stream().map(String::valueOf).collect(Collectors.joining(" · ")),
            output.elements()));
  }
}
