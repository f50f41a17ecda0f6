package dev.convatlas.drawing;

import dev.convatlas.graph.Tensor;
import java.util.ArrayList;
import java.util.List;

/**
 * What may become a box: something in the model, or several equal ones that follow each other.
 *
 * @param turns one or more; leaves stand alone
 */
record Item(List<Tree> turns) {
  Item {
    turns = List.copyOf(turns);
  }

  Tree first() {
    return turns.get(0);
  }

  boolean isRun() {
    return turns.size() > 1;
  }

  /** What stands in a part of the model, equal neighbours together. */
  static List<Item> in(Tree container, Flow flow) {
    List<Item> items = new ArrayList<>();
    List<Tree> run = new ArrayList<>();
    for (Tree child : container.children) {
      if (!run.isEmpty() && !continues(run, child, flow)) {
        items.add(new Item(run));
        run.clear();
      }
      run.add(child);
    }
    if (!run.isEmpty()) {
      items.add(new Item(run));
    }
    return items;
  }

  /** Whether the next one is built as those before, takes from the last only, and keeps the map. */
  private static boolean continues(List<Tree> run, Tree next, Flow flow) {
    Tree last = run.get(run.size() - 1);
    if (last.isLeaf() || next.isLeaf() || last.isWay() || !last.block().equals(next.block())) {
      return false;
    }
    if (flow.isChain(next.nodes())
        && !Labels.texts(last.nodes(), flow).equals(Labels.texts(next.nodes(), flow))) {
      return false;
    }
    if (next.block().isEmpty()
        && !last.signature(flow.graph.nodes()).equals(next.signature(flow.graph.nodes()))) {
      return false;
    }
    List<Integer> before = last.nodes();
    List<Integer> after = next.nodes();
    List<Integer> given = flow.given(before);
    List<Tensor> taken = flow.taken(after);
    List<Integer> results = flow.given(after);
    return given.size() == 1
        && results.size() == 1
        && taken.equals(List.of(new Tensor.Output(given.get(0))))
        && after.containsAll(flow.consumers(given.get(0)))
        && !flow.isOutput(given.get(0))
        && flow.extent(given.get(0)).equals(flow.extent(results.get(0)));
  }
}
