package dev.convatlas.convention;

import dev.convatlas.analysis.Analysis;
import dev.convatlas.analysis.Count;
import dev.convatlas.analysis.Row;
import dev.convatlas.layer.Operation;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Why two conventions give different totals for one model: the difference, kind by kind. {@code
 * start} and all the steps together are exactly {@code end}.
 *
 * @param steps kinds that the two count differently, the largest difference first
 */
public record Waterfall(Convention from, Convention to, Count start, List<Step> steps, Count end) {

  /**
   * What one kind of layer adds.
   *
   * @param layers that the two count differently
   * @param difference operations more in the second convention; negative when fewer
   */
  public record Step(Operation operation, int layers, long difference) {

    private Step plus(long more) {
      return new Step(operation, layers + 1, Math.addExact(difference, more));
    }
  }

  public Waterfall {
    steps = List.copyOf(steps);
  }

  /**
   * @throws ArithmeticException when a total does not fit into 63 bits
   */
  public static Waterfall between(Analysis analysis, Convention from, Convention to) {
    List<Row> rows = analysis.rows();
    return between(
        rows, from, rows.stream().map(from::of).toList(), to, rows.stream().map(to::of).toList());
  }

  /**
   * The same with what the two count of each row.
   *
   * @throws ArithmeticException when a total does not fit into 63 bits
   */
  public static Waterfall between(
      List<Row> rows, Convention from, List<Count> before, Convention to, List<Count> after) {
    Map<Operation, Step> steps = new EnumMap<>(Operation.class);
    for (int i = 0; i < rows.size(); i++) {
      long difference = Math.subtractExact(after.get(i).value(), before.get(i).value());
      if (difference != 0) {
        Operation operation = rows.get(i).node().layer().operation();
        steps.merge(
            operation,
            new Step(operation, 1, difference),
            (step, one) -> step.plus(one.difference()));
      }
    }
    return new Waterfall(
        from,
        to,
        before.stream().reduce(Count.ZERO, Count::plus),
        steps.values().stream()
            .filter(step -> step.difference() != 0)
            .sorted(
                Comparator.comparingLong((Step step) -> Math.abs(step.difference()))
                    .reversed()
                    .thenComparing(Step::operation))
            .toList(),
        after.stream().reduce(Count.ZERO, Count::plus));
  }
}
