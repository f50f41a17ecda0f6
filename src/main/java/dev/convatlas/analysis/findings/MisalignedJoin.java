package dev.convatlas.analysis.findings;

import dev.convatlas.analysis.Analysis;
import dev.convatlas.analysis.AxisName;
import dev.convatlas.analysis.Row;
import dev.convatlas.source.Message;
import dev.convatlas.tensor.AxisField;
import dev.convatlas.tensor.Field;
import dev.convatlas.tensor.Progression;
import dev.convatlas.tensor.Reading;
import dev.convatlas.tensor.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Branches that meet position by position although their positions look at different places of the
 * input: their fields have other centres, or move at another pace.
 */
final class MisalignedJoin implements Check {

  @Override
  public String name() {
    return "misaligned-join";
  }

  @Override
  public String source() {
    return "A. Araujo, W. Norris, J. Sim, Computing Receptive Fields of Convolutional Neural"
        + " Networks, Distill 2019: https://doi.org/10.23915/distill.00021";
  }

  @Override
  public List<Finding> find(Analysis analysis) {
    List<Finding> found = new ArrayList<>();
    for (int i = 0; i < analysis.rows().size(); i++) {
      int node = i;
      Row row = analysis.rows().get(i);
      if (row.node().inputs().size() > 1) {
        misaligned(analysis, row)
            .ifPresent(message -> found.add(new Finding(name(), List.of(node), message)));
      }
    }
    return found;
  }

  /** The first branch that does not meet the first one. */
  private static Optional<Message> misaligned(Analysis analysis, Row row) {
    List<Reading> readings = row.node().layer().readings(row.node().shapes(), row.node().output());
    List<Field> fields = row.node().inputs().stream().map(analysis::field).toList();
    for (Map.Entry<String, Map<Role, AxisField>> input : fields.get(0).inputs().entrySet()) {
      for (Map.Entry<Role, AxisField> axis : input.getValue().entrySet()) {
        for (int other = 1; other < fields.size(); other++) {
          Role role = axis.getKey();
          AxisField field =
              fields.get(other).inputs().getOrDefault(input.getKey(), Map.of()).get(role);
          if (field != null
              && readings.get(0).along(role) instanceof Reading.Same
              && readings.get(other).along(role) instanceof Reading.Same) {
            Optional<Message> message = compare(role, axis.getValue(), field);
            if (message.isPresent()) {
              return message;
            }
          }
        }
      }
    }
    return Optional.empty();
  }

  /** Of branches that met misaligned before, the join where they met has been reported. */
  private static Optional<Message> compare(Role role, AxisField a, AxisField b) {
    if (a.collapsed() || b.collapsed() || !a.isAligned() || !b.isAligned()) {
      return Optional.empty();
    }
    Progression left = a.paths().get(0);
    Progression right = b.paths().get(0);
    if (!left.jump().equals(right.jump())) {
      return Optional.of(
          Message.of(
              "finding.misaligned-join.jump",
              AxisName.of(role),
              left.jump().toString(),
              right.jump().toString()));
    }
    long apart = apart(left, right);
    return apart == 0
        ? Optional.empty()
        : Optional.of(
            Message.of(
                "finding.misaligned-join.seen",
                AxisName.of(role),
                apart % 2 == 0 ? Long.toString(apart / 2) : apart / 2 + ".5"));
  }

  /** Twice the largest distance between the centres of what the same index reads. */
  private static long apart(Progression left, Progression right) {
    long most = 0;
    long turn = Math.multiplyExact((long) left.phases().size(), right.phases().size());
    for (long i = 0; i < Math.min(turn, Progression.MOST_PHASES); i++) {
      Progression.Interval a = left.at(i);
      Progression.Interval b = right.at(i);
      if (!a.isEmpty() && !b.isEmpty()) {
        most = Math.max(most, Math.abs(a.low() + a.high() - b.low() - b.high()));
      }
    }
    return most;
  }
}
