package dev.convatlas.catalog.comparison;

import dev.convatlas.analysis.Analysis;
import dev.convatlas.analysis.Row;
import dev.convatlas.catalog.alignment.LayerKey;
import dev.convatlas.convention.Convention;
import dev.convatlas.tensor.Shape;
import java.util.List;

/**
 * What a comparison keeps of a model's layers, in the order of execution.
 *
 * @param paths their names
 * @param keys what they are
 * @param operations of each, as the convention counts them
 */
public record LayerList(List<String> paths, List<LayerKey> keys, List<Long> operations) {

  public LayerList {
    paths = List.copyOf(paths);
    keys = List.copyOf(keys);
    operations = List.copyOf(operations);
  }

  public static LayerList of(Analysis analysis, Convention convention) {
    Shape input = analysis.graph().inputs().values().iterator().next();
    List<Row> rows = analysis.rows();
    return new LayerList(
        rows.stream().map(row -> row.node().path()).toList(),
        rows.stream().map(row -> LayerKey.of(row, input)).toList(),
        rows.stream().map(row -> convention.of(row).value()).toList());
  }
}
