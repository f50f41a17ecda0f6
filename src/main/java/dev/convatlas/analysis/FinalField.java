package dev.convatlas.analysis;

import dev.convatlas.source.Message;
import dev.convatlas.tensor.Axis;
import dev.convatlas.tensor.AxisField;
import dev.convatlas.tensor.Role;
import dev.convatlas.tensor.Shape;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** The receptive field of a model as one number. */
public final class FinalField {
  private FinalField() {}

  /**
   * Pixels that the widest position of the last map reads of the first input, on its widest axis;
   * the local field where there is a global one. Empty where it is unknown or where no axis is
   * spatial.
   */
  public static Optional<Count> size(Analysis analysis) {
    Optional<Map<Role, AxisField>> axes = analysis.totals().fields().values().stream().findFirst();
    return axes.flatMap(
        fields ->
            fields.entrySet().stream()
                .map(entry -> size(analysis, fields, entry.getKey(), entry.getValue()))
                .reduce(FinalField::wider));
  }

  private static Count wider(Count a, Count b) {
    Count wide = a.value() >= b.value() ? a : b;
    return new Count(wide.value(), a.missing().or(b::missing));
  }

  private static Count size(
      Analysis analysis, Map<Role, AxisField> fields, Role role, AxisField field) {
    long size = field.size(count(analysis, fields, role));
    return field.exact() ? Count.of(size) : Count.atLeast(size, Message.of("field.data"));
  }

  /** Indices along the axis of the tensor that has the field: its extent may depend on them. */
  private static long count(Analysis analysis, Map<Role, AxisField> fields, Role role) {
    for (int i = analysis.rows().size() - 1; i >= 0; i--) {
      Row row = analysis.rows().get(i);
      if (row.field().inputs().containsValue(fields)) {
        return sizeOf(row.node().output(), role).orElse(1);
      }
    }
    return 1;
  }

  /** Size of the axis of that role, also where it was flattened together with others. */
  public static OptionalLong sizeOf(Shape shape, Role role) {
    for (Axis axis : shape.axes()) {
      if (axis.role() == role) {
        return OptionalLong.of(axis.size());
      }
      for (Axis part : axis.parts()) {
        if (part.role() == role) {
          return OptionalLong.of(part.size());
        }
      }
    }
    return OptionalLong.empty();
  }
}
