package dev.convatlas.drawing;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Chooses the one that stands for blocks that are built nearly alike. */
final class Representative {
  private Representative() {}

  /** The first of those that are built as most are. */
  static Tree of(List<Tree> alike, Flow flow) {
    Map<String, Integer> counts = new LinkedHashMap<>();
    for (Tree tree : alike) {
      counts.merge(tree.signature(flow.graph.nodes()), 1, Integer::sum);
    }
    int most = counts.values().stream().max(Integer::compare).orElseThrow();
    return alike.stream()
        .filter(tree -> counts.get(tree.signature(flow.graph.nodes())) == most)
        .findFirst()
        .orElseThrow();
  }
}
