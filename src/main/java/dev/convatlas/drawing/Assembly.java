package dev.convatlas.drawing;

import dev.convatlas.analysis.Analysis;
import dev.convatlas.drawing.Drawing.Box;
import dev.convatlas.drawing.Drawing.Edge;
import dev.convatlas.drawing.Drawing.Frame;
import dev.convatlas.drawing.Drawing.Shape;
import dev.convatlas.graph.Node;
import dev.convatlas.graph.Tensor;
import dev.convatlas.layer.Category;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Makes boxes and edges of units. */
final class Assembly {
  private final Flow flow;
  private final Analysis analysis;
  private final Tree tree;
  private final List<Unit> units;
  private final List<Box> boxes = new ArrayList<>();
  private final List<Frame> frames = new ArrayList<>();
  private final Map<Tree, Integer> frameOf = new HashMap<>();
  private final List<Integer> framed = new ArrayList<>();
  private final Map<Tensor, Integer> places = new HashMap<>();

  private record Way(int from, int to, Tensor tensor) {}

  Assembly(Flow flow, Analysis analysis, Tree tree, List<Unit> units) {
    this.flow = flow;
    this.analysis = analysis;
    this.tree = tree;
    this.units = units;
  }

  /**
   * @param alike how many blocks are built like the one that is drawn, of {@code count} of its type
   * @param sameShapes whether all of those have its shapes
   */
  Drawing drawing(int alike, boolean sameShapes, int count) {
    List<Integer> all = tree.nodes();
    for (Tensor tensor : flow.taken(all)) {
      places.put(tensor, boxes.size());
      boxes.add(terminal(tensor instanceof Tensor.Input input ? input.name() : ""));
    }
    frames();
    List<Way> ways = new ArrayList<>();
    for (int i = 0; i < units.size(); i++) {
      Unit unit = units.get(i);
      int at = boxes.size();
      boxes.add(box(unit, framed.get(i)));
      unit.nodes().forEach(node -> places.put(new Tensor.Output(node), at));
    }
    for (int i = 0; i < units.size(); i++) {
      int to = boxes.size() - units.size() + i;
      for (Tensor tensor : flow.taken(units.get(i).nodes())) {
        ways.add(new Way(places.get(tensor), to, tensor));
      }
    }
    outputs(all, ways);
    return new Drawing(
        tree.block(), tree.path, alike, sameShapes, count, boxes, frames, edges(ways));
  }

  private static Box terminal(String name) {
    return new Box(Shape.TERMINAL, "", name, List.of(), "", 1, -1);
  }

  private void outputs(List<Integer> all, List<Way> ways) {
    if (!tree.path.isEmpty()) {
      for (int node : flow.given(all)) {
        ways.add(
            new Way(places.get(new Tensor.Output(node)), boxes.size(), new Tensor.Output(node)));
        boxes.add(terminal(""));
      }
      return;
    }
    Map<Tensor, List<String>> names = new LinkedHashMap<>();
    flow.graph
        .outputs()
        .forEach((name, tensor) -> names.computeIfAbsent(tensor, t -> new ArrayList<>()).add(name));
    names.forEach(
        (tensor, given) -> {
          Integer from = places.get(tensor);
          if (from != null) {
            ways.add(new Way(from, boxes.size(), tensor));
            boxes.add(terminal(String.join(", ", given)));
          }
        });
  }

  /** Frames do not nest: the outermost group that holds several boxes, but no more than half. */
  private void frames() {
    Map<Tree, List<Integer>> held = new LinkedHashMap<>();
    for (int i = 0; i < units.size(); i++) {
      for (Tree at = units.get(i).frame(); at != null && at != tree; at = at.parent) {
        held.computeIfAbsent(at, f -> new ArrayList<>()).add(i);
      }
    }
    for (Unit unit : units) {
      Tree chosen = null;
      for (Tree at = unit.frame(); at != null && at != tree; at = at.parent) {
        chosen = !at.isWay() && isFrame(held.get(at)) ? at : chosen;
      }
      if (chosen != null && !frameOf.containsKey(chosen)) {
        frameOf.put(chosen, frames.size());
        frames.add(new Frame(chosen.title(), flow.node(chosen.nodes().get(0)).path()));
      }
      framed.add(chosen == null ? -1 : frameOf.get(chosen));
    }
  }

  /** Boxes elsewhere between its own would make a frame that the flow leaves and enters again. */
  private boolean isFrame(List<Integer> held) {
    int span = held.get(held.size() - 1) - held.get(0) + 1;
    return held.size() > 1 && span == held.size() && 2 * held.size() <= units.size();
  }

  private Box box(Unit unit, int frame) {
    Node first = flow.node(unit.nodes().get(0));
    boolean join =
        Flow.category(first) == Category.JOINING
            && first.inputs().size() > 1
            && unit.tree() == null;
    Labels labels = new Labels(flow, unit);
    return new Box(
        join ? Shape.JOIN : Shape.LAYERS,
        kind(unit),
        labels.title(),
        labels.lines(),
        first.path(),
        unit.repeat(),
        frame);
  }

  /** The category that computes most; the first large layer's where nothing is computed. */
  private String kind(Unit unit) {
    Map<Category, Long> macs = new LinkedHashMap<>();
    for (int node : unit.nodes()) {
      if (!flow.isMinor(node)) {
        macs.merge(
            Flow.category(flow.node(node)),
            analysis.rows().get(node).macs().value(),
            Math::addExact);
      }
    }
    Category most = Flow.category(flow.node(unit.nodes().get(0)));
    long highest = -1;
    for (Map.Entry<Category, Long> entry : macs.entrySet()) {
      if (entry.getValue() > highest) {
        most = entry.getKey();
        highest = entry.getValue();
      }
    }
    return most.name().toLowerCase(java.util.Locale.ROOT);
  }

  private List<Edge> edges(List<Way> ways) {
    Map<Integer, Set<Integer>> next = new HashMap<>();
    ways.forEach(way -> next.computeIfAbsent(way.from(), f -> new HashSet<>()).add(way.to()));
    Map<Integer, Tensor> arriving = new HashMap<>();
    Set<Tensor> told = new HashSet<>();
    List<Edge> edges = new ArrayList<>();
    for (Way way : ways) {
      String shape = flow.graph.shape(way.tensor()).toString();
      Tensor before = arriving.get(way.from());
      boolean same = before != null && flow.graph.shape(before).toString().equals(shape);
      boolean skip = isSkip(way, next);
      if (!skip) {
        arriving.putIfAbsent(way.to(), way.tensor());
      }
      boolean silent = same || skip || !told.add(way.tensor());
      edges.add(new Edge(way.from(), way.to(), silent ? "" : shape, skip));
    }
    return edges;
  }

  /** Whether another way leads to the same box. */
  private static boolean isSkip(Way way, Map<Integer, Set<Integer>> next) {
    Set<Integer> seen = new HashSet<>();
    List<Integer> open = new ArrayList<>(next.get(way.from()));
    open.remove(Integer.valueOf(way.to()));
    while (!open.isEmpty()) {
      int at = open.remove(open.size() - 1);
      if (at == way.to()) {
        return true;
      }
      if (seen.add(at)) {
        open.addAll(next.getOrDefault(at, Set.of()));
      }
    }
    return false;
  }
}
