package dev.convatlas.convention;

import dev.convatlas.analysis.Analysis;
import dev.convatlas.analysis.Count;
import dev.convatlas.analysis.Row;
import dev.convatlas.layer.Operation;
import dev.convatlas.source.Message;
import dev.convatlas.tensor.Formula;

/**
 * A named way to count operations: what one tool would print. Its rules are data, so that what it
 * counts and what its documentation says are one thing.
 */
public interface Convention {

  /** What the tool calls the things it counts. */
  enum Unit {
    MACS("MACs"),
    FLOPS("FLOPs");

    private final String text;

    Unit(String text) {
      this.text = text;
    }

    public String text() {
      return text;
    }
  }

  /** As model files, addresses and data files write it, such as {@code thop-0.1.1}. */
  String name();

  Unit unit();

  /** Where the tool says how it counts; empty where the convention is no tool's. */
  String source();

  /**
   * Whether the tool sees modules only, and so leaves out a layer that PyTorch's code calls as a
   * function.
   */
  boolean modulesOnly();

  /** How layers of one kind are counted. */
  Rule rule(Operation operation);

  /** One or two sentences on what the tool counts. */
  default Message summary() {
    return Message.of("convention." + name());
  }

  /**
   * The rule that applies to a layer: none where it does not run in inference, or where the tool
   * does not see it.
   */
  default Rule rule(Row row) {
    boolean seen = !row.node().training() && !(modulesOnly() && row.node().functional());
    return seen ? rule(row.node().layer().operation()) : Rule.nothing();
  }

  /**
   * Operations of one execution of a layer. Shared weights count at each use: every one of these
   * tools counts what is executed.
   *
   * @throws ArithmeticException when they do not fit into 63 bits
   */
  default Count of(Row row) {
    return rule(row).count(row);
  }

  /** How the count of a layer came about. */
  default Formula formula(Row row) {
    return rule(row).formula(row);
  }

  default Count total(Analysis analysis) {
    return analysis.rows().stream().map(this::of).reduce(Count.ZERO, Count::plus);
  }
}
