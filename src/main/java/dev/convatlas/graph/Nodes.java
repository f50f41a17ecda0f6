package dev.convatlas.graph;

import dev.convatlas.definition.Item.Call;
import dev.convatlas.definition.Limited;
import dev.convatlas.layer.Arity;
import dev.convatlas.layer.Layer;
import dev.convatlas.layer.LayerType;
import dev.convatlas.layer.LayerTypes;
import dev.convatlas.layer.Weight;
import dev.convatlas.source.Diagnostic;
import dev.convatlas.source.Diagnostic.Note;
import dev.convatlas.source.Limit;
import dev.convatlas.source.Limits;
import dev.convatlas.source.Message;
import dev.convatlas.source.Refusal;
import dev.convatlas.source.SourceSpan;
import dev.convatlas.tensor.Shape;
import dev.convatlas.yaml.Value.Mapping;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;

/** The nodes of a model that is being laid out. */
final class Nodes {

  /** The output of something that an error has stopped. */
  static final Tensor UNKNOWN = new Tensor.Output(-1);

  private final Map<String, Shape> inputs;
  private final Limits limits;
  private final Reports reports;
  private final List<Node> list = new ArrayList<>();

  Nodes(Map<String, Shape> inputs, Limits limits, Reports reports) {
    this.inputs = inputs;
    this.limits = limits;
    this.reports = reports;
  }

  int size() {
    return list.size();
  }

  List<Node> list() {
    return list;
  }

  Optional<Shape> shape(Tensor tensor) {
    if (tensor.equals(UNKNOWN)) {
      return Optional.empty();
    }
    return Optional.of(
        tensor instanceof Tensor.Output output
            ? list.get(output.node()).output()
            : inputs.get(((Tensor.Input) tensor).name()));
  }

  /**
   * Adds a layer.
   *
   * @param chained whether it takes the previous output because it says nothing else: a layer that
   *     takes nothing then leaves it alone
   */
  Tensor add(
      Call call,
      String type,
      Mapping arguments,
      Place place,
      List<Tensor> taken,
      boolean chained,
      String note) {
    LayerType layerType = LayerTypes.named(type).orElseThrow();
    String path = place.path();
    Optional<Layer> layer =
        reports.collect(
            place,
            problems -> layerType.read(call.span(), arguments, problems),
            diagnostic -> Hints.argument(diagnostic, place));
    List<Tensor> tensors = layerType.arity() == Arity.NONE && chained ? List.of() : taken;
    if (!layerType.arity().accepts(tensors.size())) {
      arity(place, call.span(), type, layerType.arity(), tensors.size(), chained);
      return UNKNOWN;
    }
    List<Shape> shapes = tensors.stream().map(this::shape).flatMap(Optional::stream).toList();
    if (layer.isEmpty() || shapes.size() != tensors.size()) {
      return UNKNOWN;
    }
    if (list.size() >= limits.get(Limit.LAYERS)) {
      throw Limited.by(Limit.LAYERS, limits, call.span());
    }
    Optional<Shape> output = output(call, place, layer.get(), shapes);
    if (output.isEmpty()) {
      return UNKNOWN;
    }
    list.add(
        new Node(
            path,
            place.area().scopes(),
            new Applied(type, layer.get(), arguments, shapes, output.get()),
            tensors,
            call.span(),
            place.frame().uses(),
            OptionalInt.empty(),
            place.training(),
            place.functional(),
            note));
    return new Tensor.Output(list.size() - 1);
  }

  /** Adds what a block gave before, on another input and in another place. */
  Tensor repeat(Repeats.Run run, Place inside, Tensor input) {
    Tensor before = run.place().frame().first();
    Repeats.Move move = new Repeats.Move(before, input, list.size() - run.first());
    List<Node> nodes = list.subList(run.first(), run.end());
    list.addAll(Repeats.nodes(nodes, run.place(), inside, move));
    inside.area().repeating(run.place().area(), move);
    return move.of(run.output());
  }

  /**
   * Reports a number of inputs that something does not take.
   *
   * @param chained whether nothing is written that says which they are
   */
  void arity(Place place, SourceSpan span, String type, Arity arity, int found, boolean chained) {
    Message expected =
        arity.most() == 0
            ? Message.of("arity.none")
            : arity.most() == Integer.MAX_VALUE
                ? Message.of("arity.least", arity.least())
                : arity.least() == arity.most()
                    ? Message.of("arity.exactly", arity.least())
                    : Message.of("arity.between", arity.least(), arity.most());
    Diagnostic error = Diagnostic.error(span, Message.of("graph.arity", type, expected, found));
    if (chained && found == 0) {
      error = error.with(Note.of("graph.inputs", String.join(", ", inputs.keySet())));
    } else if (chained && found < arity.least()) {
      error = error.with(Note.of("graph.from"));
    }
    reports.add(place, error);
  }

  private Optional<Shape> output(Call call, Place place, Layer layer, List<Shape> shapes) {
    try {
      Shape output = layer.output(shapes);
      try {
        output.elements();
        return Optional.of(output);
      } catch (ArithmeticException overflow) {
        reports.error(place, call.span(), "graph.overflow.output", output.toString());
      }
    } catch (Refusal refusal) {
      reports.add(place, Diagnostic.error(call.span(), refusal.message()));
    } catch (ArithmeticException overflow) {
      reports.error(place, call.span(), "graph.overflow.shape");
    }
    return Optional.empty();
  }

  /** Reports two sides of a residual that cannot be added. */
  boolean haveEqualShapes(Place place, SourceSpan span, Tensor body, Tensor shortcut) {
    Optional<Shape> left = shape(body);
    Optional<Shape> right = shape(shortcut);
    if (left.isEmpty() || right.isEmpty()) {
      return false;
    }
    boolean equal = left.get().sizes().equals(right.get().sizes());
    if (!equal) {
      reports.error(place, span, "residual.shapes", left.get().toString(), right.get().toString());
    }
    return equal;
  }

  /** Gives the nodes from an index on the weights of those that ran before. */
  void share(Place place, SourceSpan span, Area.Entry original, int first) {
    int count = original.end() - original.first();
    if (list.size() - first != count) {
      // Something inside failed, or a condition saw other shapes.
      if (list.size() > first) {
        reports.error(place, span, "share.layers", count, list.size() - first);
      }
      return;
    }
    for (int i = 0; i < count; i++) {
      int of = original.first() + i;
      Node before = list.get(of);
      Node node = list.get(first + i);
      String weights = weights(before);
      if (!node.type().equals(before.type()) || !weights.equals(weights(node))) {
        reports.error(
            place, span, "share.weights", node.path(), weights(node), before.path(), weights);
        return;
      }
      list.set(first + i, node.sharing(before.weightsOf().orElse(of)));
    }
  }

  private static String weights(Node node) {
    return node.applied().weights().stream()
        .map(Nodes::weight)
        .collect(Collectors.joining(", ", "(", ")"));
  }

  private static String weight(Weight weight) {
    return weight.name() + " " + weight.count().values();
  }
}
