package dev.convatlas.drawing;

import dev.convatlas.graph.Tensor;
import dev.convatlas.tensor.Shape;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The one that stands for blocks that are built nearly alike.
 *
 * @param tree the first of those that are built as most are
 * @param alike how many are built like it
 * @param sameShapes whether those have its shapes
 */
record Representative(Tree tree, int alike, boolean sameShapes) {
  static Representative of(List<Tree> all, Flow flow) {
    Map<String, List<Tree>> alike = new LinkedHashMap<>();
    for (Tree tree : all) {
      alike
          .computeIfAbsent(tree.outline(flow.graph.nodes()), outline -> new ArrayList<>())
          .add(tree);
    }
    List<Tree> most = List.of();
    for (List<Tree> trees : alike.values()) {
      most = trees.size() > most.size() ? trees : most;
    }
    boolean sameShapes = most.stream().map(tree -> shapes(tree, flow)).distinct().count() == 1;
    return new Representative(most.get(0), most.size(), sameShapes);
  }

  /** Of all that goes in and comes out of its layers. */
  private static List<Shape> shapes(Tree tree, Flow flow) {
    return Stream.concat(
            flow.taken(tree.nodes()).stream(), tree.nodes().stream().map(Tensor.Output::new))
        .map(flow.graph::shape)
        .toList();
  }
}
