package dev.convatlas.graph;

import dev.convatlas.source.SourceSpan;
import dev.convatlas.tensor.Shape;
import dev.convatlas.yaml.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What blocks gave that have run. A block sees nothing but its arguments and its input, so on an
 * input of the same shape it gives the same layers again, elsewhere.
 */
final class Repeats {
  private final Map<Call, Run> known = new HashMap<>();

  /**
   * All that a block's layers follow from.
   *
   * @param around names of the blocks around it, which it must not use
   */
  record Call(
      String block,
      Map<String, Value> arguments,
      Shape input,
      boolean training,
      boolean functional,
      int depth,
      List<String> around) {}

  /**
   * One run of a block.
   *
   * @param place inside it
   * @param first index of its first node
   */
  record Run(Place place, Tensor output, int first, Budget.Cost cost) {
    int end() {
      return first + (int) cost.layers();
    }
  }

  /** Nothing for a block of several inputs: they may be one tensor here and two there. */
  static Optional<Call> call(Place inside, List<Tensor> taken, Optional<Shape> input) {
    Frame frame = inside.frame();
    return taken.size() == 1
        ? input.map(
            shape ->
                new Call(
                    frame.block().orElseThrow().name(),
                    frame.arguments(),
                    shape,
                    inside.training(),
                    inside.functional(),
                    inside.depth(),
                    frame.outer().blocks()))
        : Optional.empty();
  }

  Optional<Run> find(Call call) {
    return Optional.ofNullable(known.get(call));
  }

  void add(Call call, Run run) {
    known.put(call, run);
  }

  /** From the tensors of a run to those of its repetition. */
  record Move(Tensor input, Tensor other, int shift) {
    Tensor of(Tensor tensor) {
      if (tensor.equals(input)) {
        return other;
      }
      return new Tensor.Output(((Tensor.Output) tensor).node() + shift);
    }
  }

  /**
   * The nodes of a run as they are in another place.
   *
   * @param nodes of the run
   */
  static List<Node> nodes(List<Node> nodes, Place from, Place to, Move move) {
    String path = to.area().path("");
    int prefix = from.area().path("").length();
    IdentityHashMap<List<Scope>, List<Scope>> scopes = new IdentityHashMap<>();
    IdentityHashMap<List<SourceSpan>, List<SourceSpan>> uses = new IdentityHashMap<>();
    List<Node> moved = new ArrayList<>();
    for (Node node : nodes) {
      moved.add(
          new Node(
              path + node.path().substring(prefix),
              scopes.computeIfAbsent(
                  node.scopes(),
                  all -> joined(to.area().scopes(), rest(all, from.area().scopes().size()))),
              node.applied(),
              node.inputs().stream().map(move::of).toList(),
              node.span(),
              uses.computeIfAbsent(
                  node.usedAt(),
                  all ->
                      joined(
                          all.subList(0, all.size() - from.frame().uses().size()),
                          to.frame().uses())),
              node.weightsOf(),
              node.training(),
              node.functional(),
              node.note()));
    }
    return moved;
  }

  private static <T> List<T> rest(List<T> all, int from) {
    return all.subList(from, all.size());
  }

  private static <T> List<T> joined(List<T> first, List<T> second) {
    List<T> all = new ArrayList<>(first);
    all.addAll(second);
    return List.copyOf(all);
  }
}
