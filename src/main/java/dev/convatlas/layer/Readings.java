package dev.convatlas.layer;

import dev.convatlas.source.Message;
import dev.convatlas.tensor.Axis;
import dev.convatlas.tensor.Reach;
import dev.convatlas.tensor.Reading;
import dev.convatlas.tensor.Role;
import dev.convatlas.tensor.Shape;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** What layers read that treat some axes apart from the others. */
final class Readings {
  private Readings() {}

  /** Along some axes of the tensor so, along every other one position by position. */
  static Reading over(Shape input, List<Integer> axes, Reading.AxisReading reading) {
    Map<Role, Reading.AxisReading> roles = new EnumMap<>(Role.class);
    for (int axis : axes) {
      for (Role role : roles(input.axis(axis))) {
        roles.put(role, reading);
      }
    }
    return Reading.of(roles);
  }

  /**
   * What is read along an axis of the tensor, entered for each place that the axis stands for. A
   * window over flattened positions mixes them: they cannot be followed through it.
   */
  static void put(
      Map<Role, Reading.AxisReading> into, String type, Axis axis, Reading.AxisReading reading) {
    Reading.AxisReading read =
        axis.role() == Role.POSITIONS && moves(reading)
            ? new Reading.Unknown(Message.of("field.positions", type))
            : reading;
    roles(axis).forEach(role -> into.put(role, read));
  }

  private static boolean moves(Reading.AxisReading reading) {
    return reading instanceof Reading.Through through
        ? !through.reach().equals(Reach.SAME)
        : reading instanceof Reading.AtLeast;
  }

  /** Sees all of some axes; positions stay. */
  static Reading everything(Shape input, List<Integer> axes) {
    return over(input, axes, new Reading.Everything());
  }

  /** The spatial axes that an axis stands for; a row of tokens may stand for any of them. */
  static List<Role> roles(Axis axis) {
    if (axis.role() == Role.POSITIONS) {
      return axis.parts().isEmpty()
          ? Arrays.stream(Role.values()).filter(Role::isSpatial).toList()
          : axis.parts().stream().map(Axis::role).toList();
    }
    return axis.role().isSpatial() ? List.of(axis.role()) : List.of();
  }
}
