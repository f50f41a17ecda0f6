package dev.convatlas.convention;

import dev.convatlas.analysis.Analysis;
import dev.convatlas.analysis.Count;
import dev.convatlas.analysis.Row;
import dev.convatlas.layer.Operation;
import dev.convatlas.source.Message;
import dev.convatlas.tensor.Formula;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A named way to count operations: what one tool would print. Its rules are data, so that what it
 * counts and what its documentation says are one thing.
 */
public abstract class Convention {
  private final Map<Operation, Rule> rules = new ConcurrentHashMap<>();

  /** What the tool calls the things it counts. */
  public enum Unit {
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
  public abstract String name();

  public abstract Unit unit();

  /** Where the tool says how it counts; empty where the convention is no tool's. */
  public abstract String source();

  /**
   * Whether the tool sees modules only, and so leaves out a layer that PyTorch's code calls as a
   * function.
   */
  public abstract boolean modulesOnly();

  /** How layers of one kind are counted, as the tool's source says it. */
  abstract Rule stated(Operation operation);

  /** How layers of one kind are counted. */
  public final Rule rule(Operation operation) {
    return rules.computeIfAbsent(operation, this::stated);
  }

  /** One or two sentences on what the tool counts. */
  public final Message summary() {
    return Message.of("convention." + name());
  }

  /**
   * The rule that applies to a layer: none where it does not run in inference, or where the tool
   * does not see it.
   */
  public final Rule rule(Row row) {
    boolean seen = !row.node().training() && !(modulesOnly() && row.node().functional());
    return seen ? rule(row.node().layer().operation()) : Rule.nothing();
  }

  /**
   * Operations of one execution of a layer. Shared weights count at each use: every one of these
   * tools counts what is executed.
   *
   * @throws ArithmeticException when they do not fit into 63 bits
   */
  public final Count of(Row row) {
    return rule(row).count(row);
  }

  /** How the count of a layer came about. */
  public final Formula formula(Row row) {
    return rule(row).formula(row);
  }

  public final Count total(Analysis analysis) {
    Count sum = Count.ZERO;
    for (Row row : analysis.rows()) {
      sum = sum.plus(of(row));
    }
    return sum;
  }
}
