package dev.convatlas.drawing;

import dev.convatlas.analysis.Analysis;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The pictures of a model: the whole, then the inside of each kind of block that it folds. */
public final class Drawings {
  /** More boxes than this cannot be read, nor quickly laid out: then more is folded. */
  private static final int MOST_BOXES = 48;

  private static final int MOST_BLOCKS = 4;

  private final Flow flow;
  private final Analysis analysis;
  private final Tree root;
  private final List<Drawing> drawings = new ArrayList<>();

  /** Blocks to be opened beside the whole, by their type, in the order in which they come. */
  private final Map<String, List<Tree>> blocks = new LinkedHashMap<>();

  private Drawings(Analysis analysis) {
    this.flow = new Flow(analysis.graph());
    this.analysis = analysis;
    this.root = Tree.of(analysis.graph().nodes());
  }

  /** At least one for a model with at least one layer. */
  public static List<Drawing> of(Analysis analysis) {
    return new Drawings(analysis).drawings();
  }

  private List<Drawing> drawings() {
    add(root, View.Room.MODEL, new Representative(root, 0, true), 0);
    for (int i = 0; i < blocks.size() && i < MOST_BLOCKS; i++) {
      List<Tree> all = List.copyOf(blocks.values()).get(i);
      Representative block = Representative.of(all, flow);
      add(block.tree(), View.Room.BLOCK, block, root.blocks(block.tree().block()).size());
    }
    return List.copyOf(drawings);
  }

  private void add(Tree tree, View.Room room, Representative block, int all) {
    List<Unit> units = Condensing.of(flow, View.of(flow, tree, room), MOST_BOXES);
    drawings.add(
        new Assembly(flow, analysis, tree, units).drawing(block.alike(), block.sameShapes(), all));
    for (Unit unit : units) {
      Tree inside = unit.tree();
      if (inside != null && !inside.block().isEmpty() && !flow.isChain(inside.nodes())) {
        blocks.computeIfAbsent(inside.block(), this::branching);
      }
    }
  }

  /** All blocks of a type that are more than a row of layers. */
  private List<Tree> branching(String block) {
    return root.blocks(block).stream().filter(tree -> !flow.isChain(tree.nodes())).toList();
  }
}
