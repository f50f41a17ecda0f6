package dev.convatlas.drawing;

import dev.convatlas.graph.Tensor;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/**
 * Puts small layers (normalisation, activation, reshaping) into the box that they belong to: the
 * one before, or, where a block begins with them, the one behind.
 */
final class Merging {
  private final Flow flow;
  private final List<Unit> done = new ArrayList<>();
  private final Map<Integer, Integer> places = new HashMap<>();

  private Merging(Flow flow) {
    this.flow = flow;
  }

  static List<Unit> of(Flow flow, List<Unit> units) {
    Merging merging = new Merging(flow);
    units.forEach(merging::add);
    return List.copyOf(merging.done);
  }

  private void add(Unit unit) {
    OptionalInt before = onlyBefore(unit);
    if (before.isPresent() && belongsTo(done.get(before.getAsInt()), unit)) {
      int at = before.getAsInt();
      boolean renamed = flow.majors(done.get(at).nodes()) == 0;
      done.set(at, done.get(at).with(unit, renamed));
      unit.nodes().forEach(node -> places.put(node, at));
    } else {
      unit.nodes().forEach(node -> places.put(node, done.size()));
      done.add(unit);
    }
  }

  /** The box whose output is all that the unit takes and that nobody else takes. */
  private OptionalInt onlyBefore(Unit unit) {
    List<Tensor> taken = flow.taken(unit.nodes());
    if (taken.size() != 1 || !(taken.get(0) instanceof Tensor.Output output)) {
      return OptionalInt.empty();
    }
    Integer place = places.get(output.node());
    if (place == null || done.get(place).last() != output.node()) {
      return OptionalInt.empty();
    }
    boolean alone =
        !flow.isOutput(output.node())
            && unit.nodes().containsAll(flow.consumers(output.node()))
            && flow.given(done.get(place).nodes()).size() == 1;
    return alone ? OptionalInt.of(place) : OptionalInt.empty();
  }

  private boolean belongsTo(Unit before, Unit unit) {
    if (!before.merges() || !unit.merges() || before.frame() != unit.frame()) {
      return false;
    }
    boolean hasMajor = flow.majors(before.nodes()) > 0;
    boolean beginsSmall = flow.isMinor(before.nodes().get(0));
    if (flow.majors(unit.nodes()) > 0) {
      return !hasMajor && unit.nodes().size() == 1 && flow.node(unit.last()).inputs().size() == 1;
    }
    return unit.nodes().size() == 1 && !(hasMajor && beginsSmall && isBeforeMajor(unit.last()));
  }

  /** Whether small layers lead to another large one, which they then go with. */
  private boolean isBeforeMajor(int node) {
    int at = node;
    while (flow.isMinor(at)) {
      if (flow.consumers(at).size() != 1 || flow.isOutput(at)) {
        return false;
      }
      at = flow.consumers(at).get(0);
    }
    return flow.node(at).inputs().size() == 1;
  }
}
