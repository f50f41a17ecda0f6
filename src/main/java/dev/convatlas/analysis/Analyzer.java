package dev.convatlas.analysis;

import dev.convatlas.graph.Graph;
import dev.convatlas.graph.Node;
import dev.convatlas.graph.Tensor;
import dev.convatlas.layer.Weight;
import dev.convatlas.source.Checked;
import dev.convatlas.source.Diagnostic;
import dev.convatlas.source.Message;
import dev.convatlas.tensor.AxisField;
import dev.convatlas.tensor.Field;
import dev.convatlas.tensor.Role;
import dev.convatlas.tensor.Work;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Computes the figures of every node of a graph, in the order of execution, and their totals. */
public final class Analyzer {
  private final Graph graph;
  private final List<Row> rows = new ArrayList<>();
  private Count params = Count.ZERO;
  private Count paramsInference = Count.ZERO;
  private Count buffers = Count.ZERO;
  private Count macs = Count.ZERO;
  private Count activations = Count.ZERO;
  private int layers;

  /** What is being computed, for the message of an overflow. */
  private String figure = "";

  private Analyzer(Graph graph) {
    this.graph = graph;
  }

  /**
   * @return nothing where a count does not fit into 63 bits; the error names the layer
   */
  public static Checked<Analysis> analyse(Graph graph) {
    Analyzer analyzer = new Analyzer(graph);
    for (Node node : graph.nodes()) {
      try {
        analyzer.add(analyzer.row(node));
      } catch (ArithmeticException overflow) {
        Message figure = Message.of(analyzer.figure);
        Diagnostic error = Diagnostic.error(node.span(), Message.of("graph.overflow", figure));
        return new Checked<>(Optional.empty(), List.of(node.located(error)));
      }
    }
    Analysis analysis = new Analysis(graph, analyzer.rows, analyzer.totals());
    return new Checked<>(Optional.of(analysis), List.of());
  }

  private Row row(Node node) {
    figure = "figure.params";
    List<Weight> weights = node.weightsOf().isPresent() ? List.of() : node.applied().weights();
    Count parameters = count(weights, true);
    Count others = count(weights, false);
    figure = "figure.work";
    Work work = node.training() ? Work.NONE : node.applied().work();
    for (Work.Kind kind : Work.Kind.values()) {
      work.count(kind);
    }
    Count macs = new Count(work.count(Work.Kind.MULTIPLY_ACCUMULATE), work.missing());
    return new Row(
        node, weights, parameters, others, work, macs, field(node), node.output().elements());
  }

  private Field field(Node node) {
    figure = "figure.field";
    List<Field> fields = new ArrayList<>();
    for (Tensor tensor : node.inputs()) {
      fields.add(field(tensor));
    }
    return Field.after(node.applied().readings(), fields, node.output());
  }

  private Field field(Tensor tensor) {
    return tensor instanceof Tensor.Output output
        ? rows.get(output.node()).field()
        : Field.input(((Tensor.Input) tensor).name(), graph.shape(tensor));
  }

  private static Count count(List<Weight> weights, boolean trainable) {
    Count sum = Count.ZERO;
    for (Weight weight : weights) {
      if (weight.trainable() == trainable) {
        sum = sum.plus(new Count(weight.count().value(), weight.missing()));
      }
    }
    return sum;
  }

  private void add(Row row) {
    figure = "figure.total";
    rows.add(row);
    params = params.plus(row.params());
    buffers = buffers.plus(row.buffers());
    if (!row.node().training()) {
      paramsInference = paramsInference.plus(row.params());
      macs = macs.plus(row.macs());
      activations = activations.plus(Count.of(row.activations()));
      layers++;
    }
  }

  private Totals totals() {
    return new Totals(params, paramsInference, buffers, macs, activations, layers, fields());
  }

  /**
   * For each input, the field of the last node that still has one on the way to the first output
   * that depends on it.
   */
  private Map<String, Map<Role, AxisField>> fields() {
    Map<String, Map<Role, AxisField>> last = new LinkedHashMap<>();
    for (Tensor output : graph.outputs().values()) {
      BitSet used = graph.ancestors(output);
      for (String input : graph.inputs().keySet()) {
        for (int i = used.length() - 1; i >= 0 && !last.containsKey(input); i--) {
          Map<Role, AxisField> axes = rows.get(i).field().inputs().get(input);
          if (used.get(i) && axes != null) {
            last.put(input, axes);
          }
        }
      }
    }
    return last;
  }
}
