package dev.convatlas.layer;

import dev.convatlas.tensor.Axis;
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
