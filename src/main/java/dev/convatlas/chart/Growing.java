package dev.convatlas.chart;

import dev.convatlas.analysis.Analysis;
import dev.convatlas.analysis.FinalField;
import dev.convatlas.analysis.Row;
import dev.convatlas.tensor.AxisField;
import dev.convatlas.tensor.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Where the receptive field grows on the way from an input to the final field. */
public final class Growing {
  private Growing() {}

  /**
   * A layer at which the field changes.
   *
   * @param more pixels more than before it
   * @param size pixels after it
   */
  public record Step(String layer, long more, long size) {}

  /**
   * Along the first input's axis of the widest final field; a field of one pixel, the input's own,
   * comes before the first step. None where no axis is spatial.
   */
  public static List<Step> of(Analysis analysis) {
    Optional<Map.Entry<String, Map<Role, AxisField>>> last =
        analysis.totals().fields().entrySet().stream().findFirst();
    if (last.isEmpty() || analysis.graph().outputs().isEmpty()) {
      return List.of();
    }
    String input = last.get().getKey();
    long wanted = FinalField.size(analysis).orElseThrow().value();
    for (Role role : last.get().getValue().keySet()) {
      List<Step> steps = steps(Way.of(analysis, input, role), input, role);
      if (!steps.isEmpty() && steps.get(steps.size() - 1).size() == wanted) {
        return steps;
      }
    }
    return List.of();
  }

  private static List<Step> steps(List<Row> way, String input, Role role) {
    List<Step> steps = new ArrayList<>();
    long before = 1;
    for (Row row : way) {
      Optional<AxisField> field = Way.field(row, input, role);
      if (field.isPresent()) {
        long size = Way.size(row, field.get(), role);
        if (size != before) {
          steps.add(new Step(row.node().path(), size - before, size));
        }
        before = size;
      }
    }
    return steps;
  }
}
