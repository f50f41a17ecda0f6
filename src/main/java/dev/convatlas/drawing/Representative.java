package dev.convatlas.drawing;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The one that stands for blocks that are built nearly alike.
 *
 * @param tree the first of those that are built as most are
 * @param alike how many are built like it
 */
record Representative(Tree tree, int alike) {
  static Representative of(List<Tree> all, Flow flow) {
    Map<String, Integer> counts = new LinkedHashMap<>();
    for (Tree tree : all) {
      counts.merge(tree.outline(flow.graph.nodes()), 1, Integer::sum);
    }
    int most = counts.values().stream().max(Integer::compare).orElseThrow();
    return all.stream()
        .filter(tree -> counts.get(tree.outline(flow.graph.nodes())) == most)
        .findFirst()
        .map(tree -> new Representative(tree, most))
        .orElseThrow();
  }
}
