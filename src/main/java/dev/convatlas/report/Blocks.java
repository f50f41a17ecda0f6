package dev.convatlas.report;

import dev.convatlas.analysis.Row;
import dev.convatlas.graph.Node;
import dev.convatlas.graph.Scope;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Finds the blocks that a long table is folded by. */
final class Blocks {
  /** Deeper blocks are too small to fold. */
  private static final int DEEPEST = 2;

  private Blocks() {}

  /**
   * Layers that follow each other in one block.
   *
   * @param path of the block; empty for layers that stand in none
   * @param block its type; empty when it has none
   * @param heads whether it is a stage, whose layers follow in runs of their own
   */
  record Run(String path, String block, boolean heads, List<Row> rows) {
    Run {
      rows = List.copyOf(rows);
    }
  }

  static List<Run> of(List<Row> rows) {
    List<Run> runs = new ArrayList<>();
    int from = 0;
    while (from < rows.size()) {
      String stage = path(rows.get(from).node(), 1);
      int to = from;
      while (to < rows.size() && path(rows.get(to).node(), 1).equals(stage)) {
        to++;
      }
      runs.addAll(stage(stage, rows.subList(from, to)));
      from = to;
    }
    return runs;
  }

  /** A stage of several blocks gets a heading of its own. */
  private static List<Run> stage(String stage, List<Row> rows) {
    List<Run> runs = new ArrayList<>();
    int from = 0;
    while (from < rows.size()) {
      String block = path(rows.get(from).node(), DEEPEST);
      int to = from;
      while (to < rows.size() && path(rows.get(to).node(), DEEPEST).equals(block)) {
        to++;
      }
      runs.add(run(block, rows.subList(from, to)));
      from = to;
    }
    if (runs.size() < 2 || stage.isEmpty()) {
      return runs;
    }
    // Layers that stand in the stage itself, between its blocks, have no other heading than it.
    runs.replaceAll(run -> run.path().equals(stage) ? new Run("", "", false, run.rows()) : run);
    runs.add(0, new Run(stage, type(rows.get(0).node(), 1), true, rows));
    return runs;
  }

  /** A single layer needs no heading. */
  private static Run run(String block, List<Row> rows) {
    return rows.size() == 1
        ? new Run("", "", false, rows)
        : new Run(block, type(rows.get(0).node(), DEEPEST), false, rows);
  }

  /** Path of the enclosing block, no deeper than so many names; branches are no blocks. */
  private static String path(Node node, int deepest) {
    return node.scopes().stream()
        .limit(deepest)
        .takeWhile(Blocks::isBlock)
        .map(Scope::name)
        .collect(Collectors.joining("."));
  }

  private static String type(Node node, int deepest) {
    List<Scope> scopes = node.scopes().stream().limit(deepest).takeWhile(Blocks::isBlock).toList();
    return scopes.isEmpty() ? "" : scopes.get(scopes.size() - 1).block();
  }

  private static boolean isBlock(Scope scope) {
    return switch (scope.kind()) {
      case GROUP, BLOCK, ITERATION -> true;
      case JOIN, BRANCH -> false;
    };
  }
}
