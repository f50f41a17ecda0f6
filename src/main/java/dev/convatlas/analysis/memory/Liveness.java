package dev.convatlas.analysis.memory;

import dev.convatlas.graph.Graph;
import dev.convatlas.graph.Node;
import dev.convatlas.graph.Tensor;
import dev.convatlas.layer.Operation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Which pieces of memory activations take, and from when to when.
 *
 * <p>A tensor lives from the layer that makes it to the last layer that reads it; the model's
 * outputs live to the end, and its inputs from the beginning. A layer that only names its input
 * anew (flatten, slice, dropout in evaluation) takes no memory, and keeps its input alive. A
 * parameter that stands by itself is a weight, no activation. Layers that run only in training are
 * left out unless asked for.
 *
 * @param pieces in the order in which they are written, model inputs first
 * @param executed indices of the nodes that run, in order
 */
public record Liveness(List<Piece> pieces, List<Integer> executed) {

  /**
   * One piece of memory.
   *
   * @param tensors that lie in it, in the order in which they are made
   * @param first node during which it is written; −1 for an input of the model
   * @param last node during which it is read last
   */
  public record Piece(List<Tensor> tensors, long elements, int first, int last) {
    public Piece {
      tensors = List.copyOf(tensors);
    }

    /** Whether it exists while the node runs. */
    public boolean isLiveAt(int node) {
      return first <= node && node <= last;
    }

    public boolean isInput() {
      return first < 0;
    }
  }

  public Liveness {
    pieces = List.copyOf(pieces);
    executed = List.copyOf(executed);
  }

  /**
   * @param inPlace whether element-wise activations overwrite their input where nothing else reads
   *     it
   * @param training whether layers that run only in training run
   */
  public static Liveness of(Graph graph, boolean inPlace, boolean training) {
    return new Assignment(graph, inPlace, training).liveness();
  }

  /** Gives each tensor its piece, node by node. */
  private static final class Assignment {
    private final Graph graph;
    private final boolean inPlace;
    private final List<Integer> executed = new ArrayList<>();
    private final List<String> inputs;
    private final int[] lastUse;
    private final int[] pieceOf;
    private final List<Piece> pieces = new ArrayList<>();

    Assignment(Graph graph, boolean inPlace, boolean training) {
      this.graph = graph;
      this.inPlace = inPlace;
      this.inputs = List.copyOf(graph.inputs().keySet());
      this.lastUse = new int[graph.nodes().size() + inputs.size()];
      this.pieceOf = new int[lastUse.length];
      Arrays.fill(lastUse, -1);
      Arrays.fill(pieceOf, -1);
      for (int i = 0; i < graph.nodes().size(); i++) {
        Node node = graph.nodes().get(i);
        if (training || !node.training()) {
          executed.add(i);
          for (Tensor input : node.inputs()) {
            lastUse[index(input)] = i;
          }
        }
      }
      for (Tensor output : graph.outputs().values()) {
        lastUse[index(output)] = Integer.MAX_VALUE;
      }
    }

    /** A number for each tensor: that of its node, the model's inputs behind them. */
    private int index(Tensor tensor) {
      return tensor instanceof Tensor.Output output
          ? output.node()
          : graph.nodes().size() + inputs.indexOf(((Tensor.Input) tensor).name());
    }

    Liveness liveness() {
      graph
          .inputs()
          .forEach(
              (name, shape) -> {
                Tensor input = new Tensor.Input(name);
                add(input, shape.elements(), -1, lastUse[index(input)]);
              });
      for (int i : executed) {
        place(i, graph.nodes().get(i));
      }
      return new Liveness(pieces, executed);
    }

    private void place(int index, Node node) {
      Tensor output = new Tensor.Output(index);
      Operation operation = node.layer().operation();
      int last = Math.max(index, lastUse[index]);
      if (operation == Operation.PARAMETER) {
        add(output, 0, index, last);
        return;
      }
      int shared = node.inputs().isEmpty() ? -1 : pieceOf[index(node.inputs().get(0))];
      if (shared >= 0 && (operation == Operation.VIEW || overwrites(index, node, shared))) {
        share(shared, output, last);
      } else {
        add(output, node.output().elements(), index, last);
      }
    }

    private boolean overwrites(int index, Node node, int piece) {
      Piece input = pieces.get(piece);
      return inPlace
          && (node.layer().operation() == Operation.RECTIFIER
              || node.layer().operation() == Operation.OTHER_ACTIVATION)
          && node.output().elements() == input.elements()
          && !input.isInput()
          && input.last() <= index;
    }

    private void add(Tensor tensor, long elements, int first, int last) {
      pieceOf[index(tensor)] = pieces.size();
      pieces.add(new Piece(List.of(tensor), elements, first, last));
    }

    private void share(int index, Tensor tensor, int last) {
      Piece piece = pieces.get(index);
      List<Tensor> tensors = new ArrayList<>(piece.tensors());
      tensors.add(tensor);
      pieces.set(
          index, new Piece(tensors, piece.elements(), piece.first(), Math.max(piece.last(), last)));
      pieceOf[index(tensor)] = index;
    }
  }
}
