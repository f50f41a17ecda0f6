package dev.convatlas.graph;

import dev.convatlas.definition.Block;
import dev.convatlas.definition.Expressions;
import dev.convatlas.definition.Item;
import dev.convatlas.definition.Item.Broken;
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
import dev.convatlas.layer.Arity;
import dev.convatlas.source.Limit;
import dev.convatlas.source.Limits;
import dev.convatlas.source.Problems;
import dev.convatlas.source.SourceSpan;
import dev.convatlas.tensor.Shape;
import dev.convatlas.yaml.Value;
import dev.convatlas.yaml.Value.Scalar;
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
  private final Budget budget;
  private final Reports reports;
  private final Evaluation evaluation;
  private final References references;
  private final Nodes nodes;
  private final Branches branches;
  private final Calls calls;
  private final Repeats repeats = new Repeats();

  /** Whether a block may be repeated: what shares weights must be able to run again by itself. */
  private final boolean repeating;

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
    this.budget = new Budget(limits, expressions.meter());
    this.reports = new Reports(problems);
    this.nodes = new Nodes(inputs, limits, reports);
    this.evaluation = new Evaluation(expressions, nodes::shape, reports);
    this.references = new References(evaluation, nodes::shape, reports);
    this.branches = new Branches(this, evaluation, nodes, reports);
    this.calls = new Calls(this, model.blocks(), evaluation, references, nodes, reports);
    this.repeating =
        !Item.share(model.items())
            && model.blocks().values().stream().noneMatch(block -> Item.share(block.items()));
  }

  /** Nothing where something is wrong here, or has been wrong where the file was read. */
  Optional<Graph> graph() {
    Map<String, Tensor> tensors = new LinkedHashMap<>();
    inputs.keySet().forEach(name -> tensors.put(name, new Tensor.Input(name)));
    Tensor first = tensors.size() == 1 ? tensors.values().iterator().next() : null;
    if (first != null) {
      tensors.put("in", first);
    }
    Frame frame =
        new Frame(
            Optional.empty(),
            model.items(),
            null,
            List.of(),
            Map.of(),
            model.params(),
            tensors,
            first);
    Place place = new Place(frame, Area.root(), "", Map.of(), false, false, 0);
    Tensor last = items(model.items(), place, first);
    if (!reports.isSound()) {
      outputs(place, last);
      return Optional.empty();
    }
    if (nodes.list().stream().allMatch(Node::training)) {
      reports.error(place, model.span(), "graph.empty", model.metadata().id());
      return Optional.empty();
    }
    return Optional.of(new Graph(inputs, nodes.list(), outputs(place, last), evaluation.isSized()));
  }

  private Map<String, Tensor> outputs(Place place, Tensor last) {
    Map<String, Tensor> outputs = new LinkedHashMap<>();
    for (Scalar path : model.outputs()) {
      references.output(path, place, last).ifPresent(tensor -> outputs.put(path.text(), tensor));
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

  /** The items of a block, or what they gave before on such an input. */
  Tensor block(Block block, Place inside, List<Tensor> taken) {
    Tensor input = taken.get(0);
    Optional<Repeats.Call> call =
        repeating ? Repeats.call(inside, taken, nodes.shape(input)) : Optional.empty();
    // If it exceeded a limit, running it finds the place where it does.
    Optional<Repeats.Run> before =
        call.flatMap(repeats::find).filter(run -> budget.has(run.cost(), nodes.size()));
    if (before.isPresent()) {
      budget.spend(before.get().cost(), inside.frame().usedAt());
      return nodes.repeat(before.get(), inside, input);
    }
    Budget.Cost start = budget.spent(nodes.size());
    Tensor output = items(block.items(), inside, input);
    if (call.isPresent() && reports.isSound()) {
      Budget.Cost cost = budget.spent(nodes.size()).since(start);
      repeats.add(call.get(), new Repeats.Run(inside, output, (int) start.layers(), cost));
    }
    return output;
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
    String type =
        evaluation.type(item, place, previous).filter(name -> !name.isEmpty()).orElse("layer");
    return item instanceof Share ? place.area().again(type) : place.area().unnamed(type);
  }

  private Tensor looped(Item item, Loop loop, Place place, Tensor previous) {
    Optional<List<Map<String, Value>>> turns = turns(loop, place, previous);
    Optional<Value> name = item.modifiers().name();
    if (turns.isEmpty()) {
      written(item, place, previous).ifPresent(as -> lost(place, as, item.span()));
      return Nodes.UNKNOWN;
    }
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
        (other, as, inputs) ->
            single(place.at(other).named(as), item.span(), "layers", inputs)
                ? numbered(item, turns, place.at(other), as, inputs.get(0), List.of())
                : lost(place.at(other), as, item.span());
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
    budget.step(item.span());
    Modifiers modifiers = item.modifiers();
    Optional<Boolean> runs = evaluation.truth(modifiers.when(), true, "when", place, previous);
    if (runs.isPresent() && !runs.get()) {
      written(item, place, previous).ifPresent(as -> place.area().leaveOut(as, item.span()));
      return previous;
    }
    Optional<String> name =
        number.isEmpty()
            ? evaluation.name(modifiers.name().orElseThrow(), place, previous)
            : Optional.of(number);
    if (name.isEmpty()) {
      return Nodes.UNKNOWN;
    }
    Place here = place.named(name.get());
    Optional<List<Tensor>> tensors = references.from(from, here, previous);
    if (runs.isEmpty() || tensors.isEmpty()) {
      return lost(place, name.get(), item.span());
    }
    String note = evaluation.text(modifiers.note(), here, previous);
    return run(item, here, name.get(), tensors.get(), from.isEmpty(), note);
  }

  /** The name that is written out at an item, when that is one. */
  private Optional<String> written(Item item, Place place, Tensor previous) {
    return item.modifiers()
        .name()
        .filter(name -> !Expressions.in(name))
        .flatMap(name -> evaluation.name(name, place, previous));
  }

  /** Whether there is one input; if not, it is reported. */
  boolean single(Place place, SourceSpan span, String type, List<Tensor> taken) {
    if (taken.size() != 1) {
      nodes.arity(place, span, type, Arity.ONE, taken.size(), false);
    }
    return taken.size() == 1;
  }

  Calls calls() {
    return calls;
  }

  /** Takes the name of something that an error has stopped. */
  Tensor lost(Place place, String name, SourceSpan span) {
    reports.stop();
    Area.Again again = (other, as, inputs) -> lost(place.at(other), as, span);
    register(place, name, span, Nodes.UNKNOWN, null, nodes.size(), again);
    return Nodes.UNKNOWN;
  }

  /**
   * @param taken the tensors that the item takes; none at the start of a model of several inputs
   * @param chained whether it takes the previous output because it says nothing else
   */
  private Tensor run(
      Item item, Place place, String name, List<Tensor> taken, boolean chained, String note) {
    if (item instanceof Call call) {
      return calls.call(call, place, name, taken, chained, note);
    }
    if (item instanceof Share share) {
      return calls.share(share, place, name, taken);
    }
    if (item instanceof Broken) {
      return lost(place, name, item.span());
    }
    if (taken.size() != 1) {
      String type = evaluation.type(item, place, null).orElseThrow();
      nodes.arity(place, item.span(), type, Arity.ONE, taken.size(), chained);
      return lost(place, name, item.span());
    }
    Tensor in = taken.get(0);
    if (item instanceof Group group) {
      Scope scope = new Scope(name, kind(name), "");
      return grouped(place, name, item, scope, inner -> items(group.items(), inner, in));
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

  static Scope.Kind kind(String name) {
    return Character.isDigit(name.charAt(0)) ? Scope.Kind.ITERATION : Scope.Kind.GROUP;
  }

  /** Something that runs in a place. */
  private interface Body {
    Tensor run(Place place);
  }

  private Tensor grouped(Place place, String name, Item item, Scope scope, Body body) {
    int first = nodes.size();
    Area area = place.area().within(scope);
    Tensor last = body.run(place.in(area));
    Area.Again again =
        (other, as, inputs) -> run(item, place.at(other).named(as), as, inputs, false, "");
    register(place, name, item.span(), last, area, first, again);
    return last;
  }

  private Tensor joined(
      Place place, String name, Item item, Scope scope, boolean transparent, Body body) {
    int first = nodes.size();
    Area area = transparent ? place.area() : place.area().within(scope);
    Tensor last = body.run(place.in(area));
    Area.Again again =
        (other, as, inputs) -> run(item, place.at(other).named(as), as, inputs, false, "");
    register(place, name, item.span(), last, transparent ? null : area, first, again);
    return last;
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
      reports.clash(place.named(name), span, name, before.get().span());
      return;
    }
    place
        .area()
        .add(
            name,
            new Area.Entry(output, Optional.ofNullable(inside), span, first, nodes.size(), again));
  }
}
