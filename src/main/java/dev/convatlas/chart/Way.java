package dev.convatlas.chart;

import dev.convatlas.analysis.Analysis;
import dev.convatlas.analysis.FinalField;
import dev.convatlas.analysis.Row;
import dev.convatlas.graph.Tensor;
import dev.convatlas.tensor.AxisField;
import dev.convatlas.tensor.Role;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The operations between an input and the first output that reads most, one after the other. */
final class Way {
  private Way() {}

  /** From the input to the first output, back through the operand with the largest field. */
  static List<Row> of(Analysis analysis, String input, Role role) {
    List<Row> way = new ArrayList<>();
    Tensor at = analysis.graph().outputs().values().iterator().next();
    while (at instanceof Tensor.Output output) {
      Row row = analysis.rows().get(output.node());
      way.add(row);
      Optional<Tensor> next = Optional.empty();
      long most = -1;
      for (Tensor operand : row.node().inputs()) {
        long size = reach(analysis, operand, input, role);
        if (size > most) {
          most = size;
          next = Optional.of(operand);
        }
      }
      if (next.isEmpty()) {
        break;
      }
      at = next.get();
    }
    Collections.reverse(way);
    return way;
  }

  private static long reach(Analysis analysis, Tensor tensor, String input, Role role) {
    if (!(tensor instanceof Tensor.Output output)) {
      return tensor.equals(new Tensor.Input(input)) ? 1 : 0;
    }
    Row row = analysis.rows().get(output.node());
    return field(row, input, role).map(field -> size(row, field, role)).orElse(0L);
  }

  static Optional<AxisField> field(Row row, String input, Role role) {
    return Optional.ofNullable(row.field().inputs().getOrDefault(input, Map.of()).get(role));
  }

  static long size(Row row, AxisField field, Role role) {
    return field.size(FinalField.sizeOf(row.node().output(), role).orElse(1));
  }
}
