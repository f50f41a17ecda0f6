package dev.convatlas.graph;

import dev.convatlas.tensor.Shape;
import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Collections;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A model laid out.
 *
 * @param inputs shapes by name, in the order written, without the batch axis
 * @param nodes in the order of execution: a node takes outputs of earlier nodes only
 * @param outputs tensors by name, in the order written
 * @param sized whether the definition asks for the size of a spatial axis, so that another size of
 *     the inputs may make other layers of it
 */
public record Graph(
    Map<String, Shape> inputs, List<Node> nodes, Map<String, Tensor> outputs, boolean sized) {

  public Graph {
    inputs = Collections.unmodifiableMap(new LinkedHashMap<>(inputs));
    nodes = List.copyOf(nodes);
    outputs = Collections.unmodifiableMap(new LinkedHashMap<>(outputs));
  }

  public Shape shape(Tensor tensor) {
    return tensor instanceof Tensor.Output output
        ? nodes.get(output.node()).output()
        : inputs.get(((Tensor.Input) tensor).name());
  }

  /** Indices of the nodes that a tensor depends on, its own included. */
  public BitSet ancestors(Tensor wanted) {
    BitSet used = new BitSet();
    Deque<Tensor> open = new ArrayDeque<>(List.of(wanted));
    while (!open.isEmpty()) {
      if (open.pop() instanceof Tensor.Output output && !used.get(output.node())) {
        used.set(output.node());
        nodes.get(output.node()).inputs().forEach(open::push);
      }
    }
    return used;
  }
}
