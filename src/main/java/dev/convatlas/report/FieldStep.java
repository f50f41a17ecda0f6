package dev.convatlas.report;

import dev.convatlas.analysis.Analysis;
import dev.convatlas.analysis.Row;
import dev.convatlas.graph.Node;
import dev.convatlas.graph.Tensor;
import dev.convatlas.tensor.AxisField;
import dev.convatlas.tensor.Progression;
import dev.convatlas.tensor.Reach;
import dev.convatlas.tensor.Reading;
import dev.convatlas.tensor.Role;
import java.util.Map;
import java.util.Optional;

/** How one window carries a receptive field on: {@code 11 = 7 + 2 · 2}. */
final class FieldStep {
  private FieldStep() {}

  /** Nothing where the layer has no plain window, or the field has more than one path. */
  static Optional<String> of(Row row, Analysis analysis) {
    Node node = row.node();
    if (node.inputs().size() != 1) {
      return Optional.empty();
    }
    Reading reading = node.layer().readings(node.shapes(), node.output()).get(0);
    for (Map.Entry<Role, AxisField> axis : Fields.of(row).entrySet()) {
      Optional<AxisField> before = before(node.inputs().get(0), axis.getKey(), analysis);
      if (before.isPresent()
          && reading.along(axis.getKey()) instanceof Reading.Through through
          && through.reach().phases().size() == 1) {
        return step(before.get(), through.reach(), axis.getValue());
      }
    }
    return Optional.empty();
  }

  private static Optional<String> step(AxisField before, Reach reach, AxisField after) {
    Reach.Taps taps = reach.phases().get(0);
    if (!before.isAligned()
        || !before.jump().orElseThrow().isWhole()
        || taps.last() == taps.first()) {
      return Optional.empty();
    }
    Progression path = before.paths().get(0);
    return Optional.of(
        after.paths().get(0).size()
            + " = "
            + path.size()
            + " + "
            + (taps.last() - taps.first())
            + " · "
            + path.jump());
  }

  private static Optional<AxisField> before(Tensor tensor, Role role, Analysis analysis) {
    if (tensor instanceof Tensor.Output output) {
      return Optional.ofNullable(Fields.of(analysis.rows().get(output.node())).get(role));
    }
    return Optional.of(AxisField.INPUT);
  }
}
