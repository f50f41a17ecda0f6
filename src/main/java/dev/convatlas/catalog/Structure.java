package dev.convatlas.catalog;

import dev.convatlas.analysis.Analysis;
import dev.convatlas.analysis.Row;
import dev.convatlas.catalog.alignment.Stage;
import dev.convatlas.graph.Graph;
import dev.convatlas.graph.Node;
import dev.convatlas.graph.Tensor;
import dev.convatlas.tensor.Shape;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How a model is built, in numbers that can stand beside those of another. Layers that run only in
 * training count in the parameters of their stage and nowhere else.
 *
 * @param outputs shapes by name, without the batch axis
 * @param weighted executed layers that have trainable weights, their own or another's
 * @param depth layers with multiply-accumulates on the way from an input to an output that has most
 *     of them: what the number in ResNet-50 means
 * @param joins executed layers that take more than one tensor
 * @param stages sums by {@link Stage}, from the input's resolution to the head; those that hold
 *     nothing are absent
 * @param types executed layers by the name of their type, in alphabetical order
 * @param stated whether a figure contains what the author of a custom layer states
 */
public record Structure(
    Map<String, Shape> outputs,
    int weighted,
    int depth,
    int joins,
    Map<Integer, Sums> stages,
    Map<String, Integer> types,
    boolean stated) {

  /** What the layers of a stage hold and cost together, where known. */
  public record Sums(long params, long macs) {
    Sums plus(Row row) {
      return new Sums(
          Math.addExact(params, row.params().value()), Math.addExact(macs, row.macs().value()));
    }
  }

  public Structure {
    outputs = Collections.unmodifiableMap(new LinkedHashMap<>(outputs));
    stages = Collections.unmodifiableMap(new LinkedHashMap<>(stages));
    types = Collections.unmodifiableMap(new LinkedHashMap<>(types));
  }

  public static Structure of(Analysis analysis) {
    Graph graph = analysis.graph();
    Map<String, Shape> outputs = new LinkedHashMap<>();
    graph.outputs().forEach((name, tensor) -> outputs.put(name, graph.shape(tensor)));
    List<Row> executed = analysis.rows().stream().filter(row -> !row.node().training()).toList();
    Map<String, Integer> types = new TreeMap<>();
    executed.forEach(row -> types.merge(row.node().type(), 1, Integer::sum));
    return new Structure(
        outputs,
        (int) executed.stream().filter(Structure::isWeighted).count(),
        depth(analysis),
        (int) executed.stream().filter(row -> row.node().inputs().size() > 1).count(),
        stages(analysis),
        types,
        analysis.isStated());
  }

  private static boolean isWeighted(Row row) {
    Node node = row.node();
    return node.applied().weights().stream().anyMatch(weight -> weight.trainable());
  }

  private static int depth(Analysis analysis) {
    int[] depths = new int[analysis.rows().size()];
    int most = 0;
    for (int i = 0; i < depths.length; i++) {
      Row row = analysis.rows().get(i);
      for (Tensor tensor : row.node().inputs()) {
        if (tensor instanceof Tensor.Output output) {
          depths[i] = Math.max(depths[i], depths[output.node()]);
        }
      }
      depths[i] += row.macs().value() > 0 ? 1 : 0;
      most = Math.max(most, depths[i]);
    }
    return most;
  }

  private static Map<Integer, Sums> stages(Analysis analysis) {
    Map<Integer, Sums> sums = new TreeMap<>((a, b) -> Integer.compare(rank(a), rank(b)));
    Shape input = analysis.graph().inputs().values().iterator().next();
    for (Row row : analysis.rows()) {
      if (row.params().value() > 0 || row.macs().value() > 0) {
        int stage = Stage.of(input, row.node().output());
        sums.put(stage, sums.getOrDefault(stage, new Sums(0, 0)).plus(row));
      }
    }
    return sums;
  }

  private static int rank(int stage) {
    return stage == Stage.HEAD ? Integer.MAX_VALUE : stage;
  }
}
