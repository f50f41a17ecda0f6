package dev.convatlas.drawing;

import dev.convatlas.graph.Tensor;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;

/**
 * Folds what nobody has put into groups or blocks: the boxes between two places through which only
 * one tensor flows are one box, equal ones that follow each other one with a number; when that is
 * still too much, boxes are put together as long as the map keeps its size, and at last by number.
 */
final class Condensing {
  private final Flow flow;

  private Condensing(Flow flow) {
    this.flow = flow;
  }

  /**
   * @param most boxes that there should be
   * @return as it was given when there are few enough
   */
  static List<Unit> of(Flow flow, List<Unit> units, int most) {
    return units.size() <= most ? units : new Condensing(flow).condensed(units, most);
  }

  private List<Unit> condensed(List<Unit> units, int most) {
    List<List<Unit>> segments = segments(units);
    List<Unit> folded = repeated(segments);
    if (folded.size() > most) {
      List<List<Unit>> stages = together(segments, (a, b) -> extent(a).equals(extent(b)));
      folded = stages.stream().map(this::whole).toList();
    }
    return folded.size() > most ? parts(folded, most) : folded;
  }

  /** Cuts the flow wherever a single tensor passes. */
  private List<List<Unit>> segments(List<Unit> units) {
    int[] passing = passing(units);
    List<List<Unit>> segments = new ArrayList<>();
    for (int i = 0; i < units.size(); i++) {
      if (i == 0 || passing[i] <= 1) {
        segments.add(new ArrayList<>());
      }
      segments.get(segments.size() - 1).add(units.get(i));
    }
    return segments;
  }

  /** How many tensors flow from before each unit to it or to what stands behind it. */
  private int[] passing(List<Unit> units) {
    Map<Integer, Integer> places = new HashMap<>();
    Map<Tensor, Integer> last = new HashMap<>();
    for (int i = 0; i < units.size(); i++) {
      for (Tensor tensor : flow.taken(units.get(i).nodes())) {
        last.put(tensor, i);
      }
      for (int node : units.get(i).nodes()) {
        places.put(node, i);
      }
    }
    int[] passing = new int[units.size() + 1];
    last.forEach(
        (tensor, end) -> {
          // Tensors from outside come before the first unit.
          int start =
              tensor instanceof Tensor.Output output ? places.getOrDefault(output.node(), -1) : -1;
          passing[start + 1]++;
          passing[end + 1]--;
        });
    for (int i = 1; i < passing.length; i++) {
      passing[i] += passing[i - 1];
    }
    return passing;
  }

  private List<Unit> repeated(List<List<Unit>> segments) {
    List<Unit> folded = new ArrayList<>();
    int end;
    for (int i = 0; i < segments.size(); i = end) {
      end = i + 1;
      while (end < segments.size() && alike(segments.get(i), segments.get(end))) {
        end++;
      }
      folded.add(
          end == i + 1 ? whole(segments.get(i)) : repeated(segments.subList(i, end), end - i));
    }
    return folded;
  }

  private Unit repeated(List<List<Unit>> alike, int times) {
    List<Unit> all = alike.stream().flatMap(List::stream).toList();
    Unit first = alike.get(0).get(0);
    List<Integer> turn = nodes(alike.get(0));
    boolean isBlock = alike.get(0).size() == 1 && !first.block().isEmpty();
    return isBlock
        ? new Unit(nodes(all), turn, "", first.block(), times, first.tree(), frame(all), false)
        : folded(all, turn, times);
  }

  private boolean alike(List<Unit> one, List<Unit> other) {
    return Labels.texts(nodes(one), flow).equals(Labels.texts(nodes(other), flow))
        && extent(one).equals(extent(other));
  }

  private static <T> List<List<T>> together(List<List<T>> all, BiPredicate<List<T>, List<T>> same) {
    List<List<T>> groups = new ArrayList<>();
    List<T> before = null;
    for (List<T> one : all) {
      if (before == null || !same.test(before, one)) {
        groups.add(new ArrayList<>());
      }
      groups.get(groups.size() - 1).addAll(one);
      before = one;
    }
    return groups;
  }

  private List<Unit> parts(List<Unit> units, int most) {
    int each = (units.size() + most - 1) / most;
    List<Unit> parts = new ArrayList<>();
    for (int i = 0; i < units.size(); i += each) {
      parts.add(whole(units.subList(i, Math.min(units.size(), i + each))));
    }
    return parts;
  }

  private Unit whole(List<Unit> units) {
    return units.size() == 1 ? units.get(0) : folded(units, nodes(units), 1);
  }

  private Unit folded(List<Unit> units, List<Integer> turn, int repeat) {
    List<Integer> nodes = nodes(units);
    String title = name(nodes.get(0)) + " – " + name(nodes.get(nodes.size() - 1));
    return new Unit(nodes, turn, title, "", repeat, null, frame(units), false);
  }

  private static Tree frame(List<Unit> units) {
    Tree frame = units.get(0).frame();
    return units.stream().allMatch(unit -> unit.frame() == frame) ? frame : null;
  }

  private String name(int node) {
    String path = flow.node(node).path();
    return path.substring(path.lastIndexOf('.') + 1);
  }

  private static List<Integer> nodes(List<Unit> units) {
    return units.stream().flatMap(unit -> unit.nodes().stream()).sorted().toList();
  }

  private List<Long> extent(List<Unit> units) {
    return flow.extent(units.get(units.size() - 1).last());
  }
}
