package dev.convatlas.analysis;

import dev.convatlas.graph.Graph;
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
}
