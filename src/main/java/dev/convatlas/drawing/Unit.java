package dev.convatlas.drawing;

import java.util.ArrayList;
import java.util.List;

/**
 * A box in the making.
 *
 * @param nodes indices of its layers; of a run all of them
 * @param turn the layers that the box names: those of one turn
 * @param title its own name; empty to be named after its layers
 * @param block type of block, or empty
 * @param tree what a panel of its own would show; null where there is nothing more to see
 * @param frame the opened part of the model that it stands in; null at the root
 * @param merges whether small layers behind it may join it
 */
record Unit(
    List<Integer> nodes,
    List<Integer> turn,
    String title,
    String block,
    int repeat,
    Tree tree,
    Tree frame,
    boolean merges) {
  Unit {
    nodes = List.copyOf(nodes);
    turn = List.copyOf(turn);
  }

  int last() {
    return nodes.get(nodes.size() - 1);
  }

  /**
   * @param renamed whether the other may give its name
   */
  Unit with(Unit other, boolean renamed) {
    List<Integer> both = new ArrayList<>(nodes);
    both.addAll(other.nodes);
    List<Integer> named = new ArrayList<>(turn);
    named.addAll(other.turn);
    return new Unit(
        both,
        named,
        title.isEmpty() && renamed ? other.title : title,
        block,
        repeat,
        tree,
        frame,
        true);
  }
}
