package dev.convatlas.analysis.memory;

import dev.convatlas.analysis.Analysis;
import dev.convatlas.analysis.Count;
import dev.convatlas.analysis.Row;
import dev.convatlas.layer.Operation;
import dev.convatlas.layer.Weight;
import dev.convatlas.source.Message;
import dev.convatlas.tensor.Shape;
import dev.convatlas.tensor.Work;
import java.util.List;

/**
 * What one execution of a layer moves and does, for one sample: each element of its inputs and
 * weights read once, each element of its output written once, as with a cache that holds one layer.
 *
 * @param read elements of the inputs
 * @param weights elements of parameters and buffers, read again where they are shared
 * @param written elements of the output
 * @param operations a multiply-accumulate counted as two, everything else once
 */
public record Traffic(long read, Count weights, long written, Count operations) {

  public static final Traffic NONE = new Traffic(0, Count.ZERO, 0, Count.ZERO);

  /**
   * @throws ArithmeticException when a sum does not fit into 63 bits
   */
  public static Traffic of(Row row) {
    Operation operation = row.node().layer().operation();
    if (row.node().training() || operation == Operation.VIEW || operation == Operation.PARAMETER) {
      return NONE;
    }
    long read = 0;
    for (Shape input : row.node().shapes()) {
      read = Math.addExact(read, input.elements());
    }
    return new Traffic(read, weights(row), row.node().output().elements(), operations(row.work()));
  }

  /**
   * All layers of a model, one after the other.
   *
   * @throws ArithmeticException when a sum does not fit into 63 bits
   */
  public static Traffic of(Analysis analysis) {
    return analysis.rows().stream().map(Traffic::of).reduce(NONE, Traffic::plus);
  }

  /** Of a table that is looked up, the rows that are wanted. */
  private static Count weights(Row row) {
    if (row.node().layer().operation() == Operation.TABLE) {
      return Count.of(row.node().output().elements());
    }
    Count sum = Count.ZERO;
    for (Weight weight : row.node().applied().weights()) {
      sum = sum.plus(new Count(weight.count().value(), weight.missing()));
    }
    return sum;
  }

  private static Count operations(Work work) {
    long sum = work.count(Work.Kind.MULTIPLY_ACCUMULATE);
    for (Work.Kind kind : Work.Kind.values()) {
      sum = Math.addExact(sum, work.count(kind));
    }
    return new Count(sum, work.missing());
  }

  public Traffic plus(Traffic other) {
    return new Traffic(
        Math.addExact(read, other.read),
        weights.plus(other.weights),
        Math.addExact(written, other.written),
        operations.plus(other.operations));
  }

  /** All elements moved. */
  public Count elements() {
    return weights.plus(Count.of(Math.addExact(read, written)));
  }

  /** What the figures take for granted, to be printed beside them. */
  public static List<Message> assumptions() {
    return List.of(Message.of("traffic.once"), Message.of("traffic.operations"));
  }
}
