package dev.convatlas.drawing;

import dev.convatlas.analysis.Analysis;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The pictures of a model: the whole, then the inside of each kind of block that it folds. */
public final class Drawings {
  /** More boxes than this cannot be read, nor quickly laid out. */
  private static final int MOST_BOXES = 90;

  private static final int MOST_BLOCKS = 4;

  private Drawings() {}

  /** None when nothing of the model folds and it is too large to be seen at a glance. */
  public static List<Drawing> of(Analysis analysis) {
    Flow flow = new Flow(analysis.graph());
    Tree root = Tree.of(analysis.graph().nodes());
    List<Drawing> drawings = new ArrayList<>();
    Map<String, Tree> blocks = new LinkedHashMap<>();
    add(flow, analysis, root, View.Room.MODEL, drawings, blocks);
    for (int i = 0; i < blocks.size() && i < MOST_BLOCKS && !drawings.isEmpty(); i++) {
      Tree block = List.copyOf(blocks.values()).get(i);
      add(flow, analysis, block, View.Room.BLOCK, drawings, blocks);
    }
    return List.copyOf(drawings);
  }

  private static void add(
      Flow flow,
      Analysis analysis,
      Tree tree,
      View.Room room,
      List<Drawing> into,
      Map<String, Tree> blocks) {
    List<Unit> units = View.of(flow, tree, room);
    if (units.size() > MOST_BOXES) {
      return;
    }
    into.add(new Assembly(flow, analysis, tree, units).drawing());
    Map<String, List<Tree>> closed = new LinkedHashMap<>();
    for (Unit unit : units) {
      Tree inside = unit.tree();
      if (inside != null && !inside.block().isEmpty() && !flow.isChain(inside.nodes())) {
        closed.computeIfAbsent(inside.block(), name -> new ArrayList<>()).add(inside);
      }
    }
    closed.forEach((name, trees) -> blocks.putIfAbsent(name, Representative.of(trees, flow)));
  }
}
