package dev.convatlas.chart;

import dev.convatlas.analysis.Analysis;
import dev.convatlas.analysis.Row;
import dev.convatlas.tensor.Axis;
import dev.convatlas.tensor.Role;
import dev.convatlas.tensor.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How a receptive field grows along the way from the first input with positions to the first
 * output, as charts of several models draw it.
 *
 * @param input pixels of the input along its first spatial axis
 * @param operations on the way
 * @param steps in the order of the way; at least one
 */
public record Growth(long input, int operations, List<Step> steps) {

  /**
   * What an operation's output sees.
   *
   * @param at place on the way, from 0
   * @param size pixels along the axis; of the local field where everything is seen
   */
  public record Step(int at, String path, long size, boolean global) {}

  public Growth {
    steps = List.copyOf(steps);
  }

  /** Empty where no operation has a field. */
  public static Optional<Growth> of(Analysis analysis) {
    for (Map.Entry<String, Shape> input : analysis.graph().inputs().entrySet()) {
      for (Axis axis : input.getValue().axes()) {
        if (axis.role().isSpatial()) {
          return along(analysis, input.getKey(), axis);
        }
      }
    }
    return Optional.empty();
  }

  private static Optional<Growth> along(Analysis analysis, String input, Axis axis) {
    if (analysis.graph().outputs().isEmpty()) {
      return Optional.empty();
    }
    Role role = axis.role();
    List<Row> way = Way.of(analysis, input, role);
    List<Step> steps = new ArrayList<>();
    for (int i = 0; i < way.size(); i++) {
      Row row = way.get(i);
      int at = i;
      Way.field(row, input, role)
          .map(field -> new Step(at, row.node().path(), Way.size(row, field, role), field.global()))
          .ifPresent(steps::add);
    }
    return steps.isEmpty()
        ? Optional.empty()
        : Optional.of(new Growth(axis.size(), way.size(), steps));
  }
}
