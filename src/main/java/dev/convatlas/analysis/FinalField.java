package dev.convatlas.analysis;

import dev.convatlas.graph.Tensor;
import dev.convatlas.source.Message;
import dev.convatlas.tensor.Axis;
import dev.convatlas.tensor.AxisField;
import dev.convatlas.tensor.Role;
import dev.convatlas.tensor.Shape;
import java.util.BitSet;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** The receptive field of a model as one number. */
public final class FinalField {
  private FinalField() {}

  /**
   * Pixels that the widest position of the last map reads of the first input, on its widest axis;
   * the local field where there is a global one. A lower bound where the field of a later map is
   * unknown: each of its positions reads one of the last known map at least. Empty where no axis is
   * spatial, or where nothing reads the input.
   */
  public static Optional<Count> size(Analysis analysis) {
    for (String input : analysis.graph().inputs().keySet()) {
      Optional<Message> unknown = unknown(analysis, input);
      Map<Role, AxisField> fields = analysis.totals().fields().getOrDefault(input, Map.of());
      if (!fields.isEmpty() || unknown.isPresent()) {
        // The input itself has a field of one pixel.
        Count known =
            fields.entrySet().stream()
                .map(entry -> size(analysis, fields, entry.getKey(), entry.getValue()))
                .reduce(FinalField::wider)
                .orElse(Count.of(1));
        return Optional.of(new Count(known.value(), unknown.or(known::missing)));
      }
    }
    return Optional.empty();
  }

  /**
   * Why the field of a map is unknown that an output depends on; empty where none is.
   *
   * @param input whose pixels it reads
   */
  public static Optional<Message> unknown(Analysis analysis, String input) {
    for (Tensor output : analysis.graph().outputs().values()) {
      BitSet used = analysis.graph().ancestors(output);
      for (int i = used.nextSetBit(0); i >= 0; i = used.nextSetBit(i + 1)) {
        Row row = analysis.rows().get(i);
        Message why = row.field().unknown().get(input);
        if (why != null && isMap(row.node().output())) {
          return Optional.of(why);
        }
      }
    }
    return Optional.empty();
  }

  private static boolean isMap(Shape shape) {
    return shape.axes().stream().anyMatch(axis -> axis.role().isSpatial() && axis.size() > 1);
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
