package dev.convatlas.graph;

import dev.convatlas.layer.Operation;
import dev.convatlas.source.Checked;
import dev.convatlas.source.Diagnostic;
import dev.convatlas.source.Refusal;
import dev.convatlas.tensor.Axis;
import dev.convatlas.tensor.Role;
import dev.convatlas.tensor.Shape;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * Runs the layers of a graph again on inputs of other sizes, without a look at the definition: some
 * twenty times faster than laying it out. Where that might give another result it gives none.
 */
final class Replay {
  private final Graph graph;
  private final Map<String, Shape> inputs;
  private final List<Node> nodes = new ArrayList<>();

  /** By the layer as it was, as it is on the last inputs that it had here. */
  private final IdentityHashMap<Applied, Applied> known = new IdentityHashMap<>();

  /** For each node of the graph its index here; −1 for one that is left out. */
  private final int[] places;

  private Replay(Graph graph, Map<String, Shape> inputs) {
    this.graph = graph;
    this.inputs = inputs;
    this.places = new int[graph.nodes().size()];
  }

  /** Only the definition can tell. */
  private static final class Unsure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Unsure() {
      super(null, null, false, false);
    }
  }

  /**
   * @param inputs all of them
   * @return without the layers that run only in training; empty where only the definition can tell
   */
  static Optional<Checked<Graph>> of(Graph graph, Map<String, Shape> inputs) {
    if (graph.sized()) {
      return Optional.empty();
    }
    try {
      return Optional.of(new Replay(graph, inputs).run());
    } catch (Unsure | ArithmeticException unsure) {
      return Optional.empty();
    }
  }

  private Checked<Graph> run() {
    for (int i = 0; i < places.length; i++) {
      Node node = graph.nodes().get(i);
      places[i] = node.training() ? -1 : nodes.size();
      if (!node.training()) {
        try {
          nodes.add(again(node));
        } catch (Refusal refusal) {
          Diagnostic error = Diagnostic.error(node.span(), refusal.message());
          return new Checked<>(Optional.empty(), List.of(error));
        }
      }
    }
    Map<String, Tensor> outputs = new LinkedHashMap<>();
    graph.outputs().forEach((name, tensor) -> outputs.put(name, moved(tensor)));
    return new Checked<>(Optional.of(new Graph(inputs, nodes, outputs, false)), List.of());
  }

  private Node again(Node node) {
    List<Tensor> tensors = new ArrayList<>();
    List<Shape> shapes = new ArrayList<>();
    for (Tensor input : node.inputs()) {
      Tensor moved = moved(input);
      tensors.add(moved);
      shapes.add(shape(moved));
    }
    Applied applied = known.get(node.applied());
    if (applied == null || !applied.shapes().equals(shapes)) {
      applied = applied(node, shapes);
      known.put(node.applied(), applied);
    }
    OptionalInt owner = node.weightsOf();
    if (owner.isPresent()) {
      owner = OptionalInt.of(placed(owner.getAsInt()));
      Node first = nodes.get(owner.getAsInt());
      if (!weights(first.applied()).equals(weights(applied))) {
        throw new Unsure();
      }
    }
    return node.resized(applied, tensors, owner);
  }

  private static Applied applied(Node node, List<Shape> shapes) {
    if (isSum(node) && !areEqual(shapes)) {
      // A residual takes nothing else, though a sum of its own would.
      throw new Unsure();
    }
    Shape output = node.layer().output(shapes);
    output.elements();
    if (!channels(output).equals(channels(node.output()))) {
      // Expressions may ask for them.
      throw new Unsure();
    }
    return node.applied().on(shapes, output);
  }

  private int placed(int node) {
    if (places[node] < 0) {
      throw new Unsure();
    }
    return places[node];
  }

  private Tensor moved(Tensor tensor) {
    if (tensor instanceof Tensor.Output output) {
      int place = placed(output.node());
      return place == output.node() ? tensor : new Tensor.Output(place);
    }
    return tensor;
  }

  private Shape shape(Tensor tensor) {
    return tensor instanceof Tensor.Output output
        ? nodes.get(output.node()).output()
        : inputs.get(((Tensor.Input) tensor).name());
  }

  private static boolean isSum(Node node) {
    return node.layer().operation() == Operation.ELEMENTWISE && areEqual(node.shapes());
  }

  private static boolean areEqual(List<Shape> shapes) {
    return shapes.stream().map(Shape::sizes).distinct().count() < 2;
  }

  private static OptionalLong channels(Shape shape) {
    return shape.axes().stream()
        .filter(axis -> axis.role() == Role.CHANNEL)
        .mapToLong(Axis::size)
        .findFirst();
  }

  private static List<Long> weights(Applied applied) {
    return applied.weights().stream().map(weight -> weight.count().value()).toList();
  }
}
