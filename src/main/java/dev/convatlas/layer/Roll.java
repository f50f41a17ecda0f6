package dev.convatlas.layer;

import dev.convatlas.source.Message;
import dev.convatlas.source.Refusal;
import dev.convatlas.tensor.Axis;
import dev.convatlas.tensor.Reach;
import dev.convatlas.tensor.Reading;
import dev.convatlas.tensor.Role;
import dev.convatlas.tensor.Shape;
import dev.convatlas.tensor.Work;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * {@code roll}: positions moved along axes, those that leave at one end coming back at the other.
 * Source: PyTorch, {@code torch.roll}.
 */
record Roll(List<Long> shifts, List<Long> dims) implements Layer {

  private static final Argument<List<Long>> SHIFTS =
      Argument.required("shifts", Kinds.oneOrMore(Kinds.INTEGER));
  private static final Argument<List<Long>> DIMS =
      Argument.required("dims", Kinds.oneOrMore(Kinds.INTEGER));

  static final LayerType TYPE =
      new LayerType(
          "roll",
          "torch.roll",
          Category.SHAPING,
          Arity.ONE,
          List.of(SHIFTS, DIMS),
          "- roll: {shifts: [-3, -3], dims: [2, 3]}",
          arguments -> new Roll(arguments.get(SHIFTS), arguments.get(DIMS)));

  @Override
  public Operation operation() {
    return Operation.MOVEMENT;
  }

  @Override
  public Shape output(List<Shape> inputs) {
    if (shifts.size() != dims.size()) {
      throw Refusal.of("roll.count", shifts.toString(), dims.toString());
    }
    Dims.axes("roll", dims, inputs.get(0));
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
    Shape input = inputs.get(0);
    Map<Role, Reading.AxisReading> readings = new EnumMap<>(Role.class);
    for (int i = 0; i < dims.size(); i++) {
      Axis axis = input.axis(Dims.axis("roll", dims.get(i), input));
      Readings.put(
          readings, "roll", axis, Reading.through(Reach.rolled(axis.size(), shifts.get(i))));
    }
    return List.of(Reading.of(readings));
  }

  @Override
  public List<Message> shapeRule(List<Shape> inputs, Shape output) {
    return List.of(Message.of("shape.same"));
  }
}
