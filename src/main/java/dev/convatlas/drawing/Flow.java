package dev.convatlas.drawing;

import dev.convatlas.graph.Graph;
import dev.convatlas.graph.Node;
import dev.convatlas.graph.Tensor;
import dev.convatlas.layer.Category;
import dev.convatlas.layer.LayerType;
import dev.convatlas.layer.LayerTypes;
import dev.convatlas.tensor.Axis;
import dev.convatlas.tensor.Role;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Who takes what from whom in a graph. */
final class Flow {
  final Graph graph;
  private final List<List<Integer>> consumers = new ArrayList<>();
  private final Set<Integer> outputs = new HashSet<>();

  Flow(Graph graph) {
    this.graph = graph;
    graph.nodes().forEach(node -> consumers.add(new ArrayList<>()));
    for (int i = 0; i < graph.nodes().size(); i++) {
      for (Tensor tensor : graph.nodes().get(i).inputs()) {
        if (tensor instanceof Tensor.Output output) {
          consumers.get(output.node()).add(i);
        }
      }
    }
    for (Tensor tensor : graph.outputs().values()) {
      if (tensor instanceof Tensor.Output output) {
        outputs.add(output.node());
      }
    }
  }

  Node node(int index) {
    return graph.nodes().get(index);
  }

  List<Integer> consumers(int node) {
    return consumers.get(node);
  }

  boolean isOutput(int node) {
    return outputs.contains(node);
  }

  static Category category(Node node) {
    return LayerTypes.named(node.type()).map(LayerType::category).orElse(Category.OTHER);
  }

  /** Whether the layer goes into the box of the one before it. */
  boolean isMinor(int index) {
    return node(index).inputs().size() == 1
        && switch (category(node(index))) {
          case NORMALISATION, ACTIVATION, SHAPING, JOINING, REGULARISATION -> true;
          case CONVOLUTION, LINEAR, POOLING, RESAMPLING, ATTENTION, RECURRENT, OTHER -> false;
        };
  }

  long majors(List<Integer> nodes) {
    return nodes.stream().filter(node -> !isMinor(node)).count();
  }

  /** Whether each of the layers takes the output of the one before it, and nobody else does. */
  boolean isChain(List<Integer> nodes) {
    for (int i = 1; i < nodes.size(); i++) {
      if (!follows(nodes.get(i - 1), nodes.get(i))) {
        return false;
      }
    }
    return true;
  }

  private boolean follows(int before, int after) {
    return node(after).inputs().equals(List.of(new Tensor.Output(before)))
        && consumers(before).size() == 1
        && !isOutput(before);
  }

  /** Tensors from elsewhere, in the order in which they are taken. */
  List<Tensor> taken(List<Integer> nodes) {
    Set<Integer> own = new HashSet<>(nodes);
    return nodes.stream()
        .flatMap(node -> node(node).inputs().stream())
        .filter(tensor -> !(tensor instanceof Tensor.Output out && own.contains(out.node())))
        .distinct()
        .toList();
  }

  /** Nodes whose output goes elsewhere. */
  List<Integer> given(List<Integer> nodes) {
    Set<Integer> own = new HashSet<>(nodes);
    return nodes.stream()
        .filter(node -> isOutput(node) || !own.containsAll(consumers(node)))
        .toList();
  }

  /** Sizes of all axes but the channels: what stays the same within a stage. */
  List<Long> extent(int node) {
    return node(node).output().axes().stream()
        .filter(axis -> axis.role() != Role.CHANNEL)
        .map(Axis::size)
        .toList();
  }
}
