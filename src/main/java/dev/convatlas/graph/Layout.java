package dev.convatlas.graph;

import dev.convatlas.definition.Block;
import dev.convatlas.definition.Expressions;
import dev.convatlas.definition.Item;
import dev.convatlas.definition.Item.Call;
import dev.convatlas.definition.Item.Group;
import dev.convatlas.definition.Item.Loop;
import dev.convatlas.definition.Item.Modifiers;
import dev.convatlas.definition.Item.Parallel;
import dev.convatlas.definition.Item.Residual;
import dev.convatlas.definition.Item.Share;
import dev.convatlas.definition.Limited;
import dev.convatlas.definition.Loops;
import dev.convatlas.definition.ModelDefinition;
import dev.convatlas.source.Limit;
import dev.convatlas.source.Limits;
import dev.convatlas.source.Problems;
import dev.convatlas.source.SourceSpan;
import dev.convatlas.tensor.Shape;
import dev.convatlas.yaml.Value;
import dev.convatlas.yaml.Value.Mapping;
import dev.convatlas.yaml.Value.Scalar;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Runs the items of one model in order. Where something is wrong, what depends on it is passed over
 * in silence and the rest goes on, so that one run reports all that is wrong.
 */
final class Layout {
  private final ModelDefinition model;
  private final Map<String, Shape> inputs;
  private final boolean training;
  private final Limits limits;
  private final Reports reports;
  private final Evaluation evaluation;
  private final Nodes nodes;
  private final Branches branches;
  private long steps;

  /**
   * @param training whether items that run only in training are laid out too
   */
  Layout(
      ModelDefinition model,
      Map<String, Shape> inputs,
      boolean training,
      Expressions expressions,
      Limits limits,
      Problems problems) {
    this.model = model;
    this.inputs = inputs;
    this.training = training;
    this.limits = limits;
    this.reports = new Reports(problems);
    this.nodes = new Nodes(inputs, limits, reports);
    this.evaluation = new Evaluation(expressions, nodes::shape, reports);
    this.branches = new Branches(this, evaluation, nodes, reports);
  }

  /** Nothing when the model has no layer; what else is wrong is in the problems. */
  Optional<Graph> graph() {
    Map<String, Tensor> tensors = new LinkedHashMap<>();
    inputs.keySet().forEach(name -> tensors.put(name, new Tensor.Input(name)));
    Tensor first = tensors.size() == 1 ? tensors.values().iterator().next() : null;
    if (first != null) {
      tensors.put("in", first);
    }
    Frame frame = new Frame(Optional.empty(), null, null, Map.of(), model.params(), tensors, first);
    Place place = new Place(frame, Area.root(), Map.of(), false, false, 0);
    Tensor last = items(model.items(), place, first);
    if (nodes.size() == 0) {
      reports.error(place, model.span(), "graph.empty", model.metadata().id());
      return Optional.empty();
    }
    return Optional.of(new Graph(inputs, nodes.list(), outputs(place, last)));
  }

  private Map<String, Tensor> outputs(Place place, Tensor last) {
    Map<String, Tensor> outputs = new LinkedHashMap<>();
    for (Scalar path : model.outputs()) {
      evaluation.tensor(path, place, last).ifPresent(tensor -> outputs.put(path.text(), tensor));
    }
    if (outputs.isEmpty() && last != null) {
      outputs.put("output", last);
    }
    return outputs;
  }

  /** Items one after the other; the output of the last one. */
  Tensor items(List<Item> items, Place place, Tensor previous) {
    if (place.depth() > limits.get(Limit.NESTING)) {
      throw Limited.by(Limit.NESTING, limits, items.isEmpty() ? model.span() : items.get(0).span());
    }
    Tensor last = previous;
    for (Item item : items) {
      last = item(item, place, last);
    }
    return last;
  }

  private Tensor item(Item item, Place place, Tensor previous) {
    Modifiers modifiers = item.modifiers();
    Place marked = evaluation.marked(modifiers, place, previous);
    if (marked.training() && !training) {
      return previous;
    }
    Optional<Loop> loop = modifiers.loop();
    Tensor last;
    if (loop.isEmpty()) {
      String unnamed = modifiers.name().isEmpty() ? unnamed(item, marked, previous) : "";
      last = one(item, marked, previous, modifiers.from(), unnamed);
    } else {
      last = looped(item, loop.get(), marked, previous);
    }
    boolean leftOut = marked.training() && !place.training();
    return leftOut ? previous : last;
  }

  /** The name that the item takes by its type. */
  String unnamed(Item item, Place place, Tensor previous) {
    return place.area().unnamed(evaluation.type(item, place, previous).orElse("layer"));
  }

  private Tensor looped(Item item, Loop loop, Place place, Tensor previous) {
    Optional<List<Map<String, Value>>> turns = turns(loop, place, previous);
    if (turns.isEmpty()) {
      return Nodes.UNKNOWN;
    }
    Optional<Value> name = item.modifiers().name();
    List<Value> from = item.modifiers().from();
    if (name.isEmpty() || Expressions.in(name.get())) {
      return turns(item, turns.get(), place, previous, from);
    }
    return evaluation
        .name(name.get(), place, previous)
        .map(as -> numbered(item, turns.get(), place, as, previous, from))
        .orElse(Nodes.UNKNOWN);
  }

  /** What the variables of a loop are in each of its turns. */
  Optional<List<Map<String, Value>>> turns(Loop loop, Place place, Tensor previous) {
    return evaluation
        .value(loop.values(), place, previous)
        .flatMap(values -> reports.collect(place, p -> Loops.bindings(loop, values, limits, p)));
  }

  /** Turns that share a name, and are numbered under it. */
  private Tensor numbered(
      Item item,
      List<Map<String, Value>> turns,
      Place place,
      String name,
      Tensor previous,
      List<Value> from) {
    int first = nodes.size();
    Area area = place.area().within(new Scope(name, Scope.Kind.GROUP, ""));
    Tensor last = turns(item, turns, place.in(area), previous, from);
    Area.Again again =
        (other, as, inputs) -> numbered(item, turns, place.at(other), as, inputs.get(0), List.of());
    register(place, name, item.span(), last, area, first, again);
    return last;
  }

  /**
   * @param from what the first turn takes; the others follow it
   */
  private Tensor turns(
      Item item, List<Map<String, Value>> turns, Place place, Tensor previous, List<Value> from) {
    boolean named = item.modifiers().name().filter(Expressions::in).isPresent();
    Tensor last = previous;
    for (int i = 0; i < turns.size(); i++) {
      String number = named ? "" : Integer.toString(i);
      last = one(item, place.with(turns.get(i)), last, i == 0 ? from : List.of(), number);
    }
    return last;
  }

  /**
   * One turn of an item, unless its condition is false.
   *
   * @param number the name that it takes unless it says another; empty when it must say one
   */
  private Tensor one(Item item, Place place, Tensor previous, List<Value> from, String number) {
    if (++steps > limits.get(Limit.STEPS)) {
      throw Limited.by(Limit.STEPS, limits, item.span());
    }
    Modifiers modifiers = item.modifiers();
    Optional<Boolean> runs = evaluation.truth(modifiers.when(), true, "when", place, previous);
    if (runs.isEmpty() || !runs.get()) {
      return runs.isEmpty() ? Nodes.UNKNOWN : previous;
    }
    Optional<String> name =
        number.isEmpty()
            ? evaluation.name(modifiers.name().orElseThrow(), place, previous)
            : Optional.of(number);
    Optional<List<Tensor>> tensors = evaluation.from(item.span(), from, place, previous);
    if (name.isEmpty() || tensors.isEmpty()) {
      return Nodes.UNKNOWN;
    }
    String note = evaluation.text(modifiers.note(), place, previous);
    return run(item, place, name.get(), tensors.get(), from.isEmpty(), note);
  }

  /**
   * @param taken the tensors that the item takes; none at the start of a model of several inputs
   * @param chained whether it takes the previous output because it says nothing else
   */
  private Tensor run(
      Item item, Place place, String name, List<Tensor> taken, boolean chained, String note) {
    if (item instanceof Call call) {
      return call(call, place, name, taken, chained, note);
    }
    if (item instanceof Share share) {
      return share(share, place, name, taken);
    }
    if (taken.size() != 1) {
      reports.error(place, item.span(), "from.count", 1, taken.size());
      return Nodes.UNKNOWN;
    }
    Tensor in = taken.get(0);
    if (item instanceof Group group) {
      Scope scope = new Scope(name, kind(name), "");
      return grouped(place, name, item, taken, scope, inner -> items(group.items(), inner, in));
    }
    boolean transparent = isTransparent(item, name);
    Scope scope = new Scope(name, Scope.Kind.JOIN, "");
    return item instanceof Residual residual
        ? joined(
            place, name, item, scope, transparent, inner -> branches.residual(residual, inner, in))
        : joined(
            place,
            name,
            item,
            scope,
            transparent,
            inner -> branches.parallel((Parallel) item, inner, in));
  }

  /** The first unnamed residual or parallel of a group takes no part of the path. */
  private static boolean isTransparent(Item item, String name) {
    return item.modifiers().name().isEmpty()
        && name.equals(item instanceof Residual ? "residual" : "parallel");
  }

  private static Scope.Kind kind(String name) {
    return Character.isDigit(name.charAt(0)) ? Scope.Kind.ITERATION : Scope.Kind.GROUP;
  }

  /** Something that runs in a place. */
  private interface Body {
    Tensor run(Place place);
  }

  private Tensor grouped(
      Place place, String name, Item item, List<Tensor> taken, Scope scope, Body body) {
    int first = nodes.size();
    Area area = place.area().within(scope);
    Tensor last = body.run(place.in(area));
    Area.Again again = (other, as, inputs) -> run(item, place.at(other), as, inputs, false, "");
    register(place, name, item.span(), last, area, first, again);
    return taken.isEmpty() ? Nodes.UNKNOWN : last;
  }

  private Tensor joined(
      Place place, String name, Item item, Scope scope, boolean transparent, Body body) {
    int first = nodes.size();
    Area area = transparent ? place.area() : place.area().within(scope);
    Tensor last = body.run(place.in(area));
    Area.Again again = (other, as, inputs) -> run(item, place.at(other), as, inputs, false, "");
    register(place, name, item.span(), last, transparent ? null : area, first, again);
    return last;
  }

  Tensor call(
      Call call, Place place, String name, List<Tensor> taken, boolean chained, String note) {
    Optional<String> type = evaluation.type(call, place, taken.isEmpty() ? null : taken.get(0));
    if (type.isEmpty()) {
      return Nodes.UNKNOWN;
    }
    if (!TypeCheck.isKnown(type.get(), model.blocks())) {
      if (Expressions.in(call.type())) {
        reports.add(place, TypeCheck.unknown(call.span(), type.get(), model.blocks()));
      }
      return Nodes.UNKNOWN;
    }
    Tensor previous = taken.isEmpty() ? null : taken.get(0);
    Optional<Mapping> arguments = evaluation.arguments(call, type.get(), place, previous);
    if (arguments.isEmpty()) {
      return Nodes.UNKNOWN;
    }
    int first = nodes.size();
    Block block = model.blocks().get(type.get());
    Area.Again again = (other, as, inputs) -> call(call, place.at(other), as, inputs, false, note);
    if (block == null) {
      Tensor output =
          nodes.add(call, type.get(), arguments.get(), place, name, taken, chained, note);
      register(place, name, call.span(), output, null, first, again);
      return output;
    }
    Scope scope =
        new Scope(
            name,
            kind(name) == Scope.Kind.ITERATION ? Scope.Kind.ITERATION : Scope.Kind.BLOCK,
            block.name());
    Area area = place.area().block(scope);
    Tensor output = block(call, block, arguments.get(), place, area, taken);
    register(place, name, call.span(), output, area, first, again);
    return output;
  }

  private Tensor block(
      Call call, Block block, Mapping written, Place place, Area area, List<Tensor> taken) {
    if (place.frame().isInside(block.name())) {
      List<String> circle = new ArrayList<>(place.frame().blocks());
      circle.add(block.name());
      reports.error(
          place,
          call.span(),
          "block.circle",
          String.join(" → ", circle.subList(circle.indexOf(block.name()), circle.size())));
      return Nodes.UNKNOWN;
    }
    if (taken.size() != block.inputs().size()) {
      reports.error(
          place,
          call.span(),
          "block.inputs",
          block.name(),
          String.join(", ", block.inputs()),
          taken.size());
      return Nodes.UNKNOWN;
    }
    Map<String, Tensor> tensors = new LinkedHashMap<>();
    for (int i = 0; i < taken.size(); i++) {
      tensors.put(block.inputs().get(i), taken.get(i));
    }
    Map<String, Value> arguments = new LinkedHashMap<>();
    Frame frame =
        new Frame(
            Optional.of(block),
            place.frame(),
            call.span(),
            arguments,
            block.params(),
            tensors,
            taken.get(0));
    Place inside = place.inside(frame, area);
    return evaluation.fill(call.span(), block, written, inside, place, arguments)
        ? items(block.items(), inside, taken.get(0))
        : Nodes.UNKNOWN;
  }

  /** Runs something again with the weights that it had. */
  private Tensor share(Share share, Place place, String name, List<Tensor> taken) {
    Optional<Area.Entry> entry = evaluation.entry(share.path(), place);
    if (entry.isEmpty()) {
      return Nodes.UNKNOWN;
    }
    int first = nodes.size();
    Tensor output = entry.get().again().run(place.area(), name, taken);
    nodes.share(place, share.span(), entry.get(), first);
    return output;
  }

  void register(
      Place place,
      String name,
      SourceSpan span,
      Tensor output,
      Area inside,
      int first,
      Area.Again again) {
    Optional<Area.Entry> before = place.area().own(name);
    if (before.isPresent()) {
      reports.clash(place, span, name, before.get().span());
      return;
    }
    place
        .area()
        .add(
            name,
            new Area.Entry(output, Optional.ofNullable(inside), span, first, nodes.size(), again));
  }
}
