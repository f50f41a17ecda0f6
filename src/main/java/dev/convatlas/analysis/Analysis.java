package dev.convatlas.analysis;

import dev.convatlas.graph.Graph;
import dev.convatlas.graph.Tensor;
import dev.convatlas.layer.Operation;
import dev.convatlas.tensor.Field;
import java.util.List;

/**
 * Everything computed of one model.
 *
 * @param rows one for each node of the graph, in the order of execution
 */
public record Analysis(Graph graph, List<Row> rows, Totals totals) {

  public Analysis {
    rows = List.copyOf(rows);
  }

  /** Whether a figure contains what the author of a custom layer states. */
  public boolean isStated() {
    return rows.stream().anyMatch(row -> row.node().layer().operation() == Operation.CUSTOM);
  }

  /** The receptive field of a tensor of the graph. */
  public Field field(Tensor tensor) {
    return tensor instanceof Tensor.Output output
        ? rows.get(output.node()).field()
        : Field.input(((Tensor.Input) tensor).name(), graph.shape(tensor));
  }
}
