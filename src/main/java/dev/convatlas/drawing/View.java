package dev.convatlas.drawing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Decides which parts of a model are opened and which stay one box: groups before blocks, outer
 * ones first, all of a kind together, as long as the picture can be taken in at a glance.
 */
final class View {
  private final Flow flow;
  private final Tree root;
  private final Room room;

  /**
   * Most boxes after opening.
   *
   * @param groups when groups were opened
   * @param branching when blocks with several ways were
   * @param plain when blocks were that are a row of layers
   */
  record Room(int groups, int branching, int plain) {
    static final Room MODEL = new Room(36, 24, 10);
    static final Room BLOCK = new Room(18, 14, 8);

    private int of(Tree tree, Flow flow) {
      if (tree.block().isEmpty()) {
        return groups;
      }
      return flow.isChain(tree.nodes()) ? plain : branching;
    }
  }

  private View(Flow flow, Tree root, Room room) {
    this.flow = flow;
    this.root = root;
    this.room = room;
  }

  static List<Unit> of(Flow flow, Tree root, Room room) {
    return new View(flow, root, room).units();
  }

  private List<Unit> units() {
    Set<Tree> open = new HashSet<>(Set.of(root));
    Set<String> tried = new HashSet<>();
    List<Unit> units = units(open);
    for (List<Tree> next = next(units, tried); !next.isEmpty(); next = next(units, tried)) {
      Set<Tree> more = new HashSet<>(open);
      more.addAll(next);
      List<Unit> opened = units(more);
      if (opened.size() <= room.of(next.get(0), flow)) {
        open = more;
        units = opened;
      }
    }
    return units;
  }

  /** Closed parts of one kind that nobody tried to open yet. */
  private List<Tree> next(List<Unit> units, Set<String> tried) {
    Map<String, List<Tree>> kinds = new LinkedHashMap<>();
    // A block that repeats elsewhere has a picture of its own; here it stays closed.
    Set<String> folded = new HashSet<>();
    units.stream().filter(unit -> unit.repeat() > 1).forEach(unit -> folded.add(unit.block()));
    folded.remove("");
    units.stream()
        .filter(unit -> unit.tree() != null && unit.repeat() == 1)
        .filter(unit -> !folded.contains(unit.block()))
        .map(Unit::tree)
        .sorted(Comparator.comparing((Tree t) -> !t.block().isEmpty()).thenComparing(t -> t.depth))
        .forEach(tree -> kinds.computeIfAbsent(kind(tree), k -> new ArrayList<>()).add(tree));
    for (Map.Entry<String, List<Tree>> kind : kinds.entrySet()) {
      if (tried.add(kind.getKey())) {
        return kind.getValue();
      }
    }
    return List.of();
  }

  private static String kind(Tree tree) {
    return tree.block().isEmpty() ? "@" + tree.depth : tree.block();
  }

  private List<Unit> units(Set<Tree> open) {
    List<Unit> units = new ArrayList<>();
    expand(root, open, null, units);
    return Merging.of(flow, units);
  }

  private void expand(Tree container, Set<Tree> open, Tree frame, List<Unit> into) {
    for (Item item : Item.in(container, flow)) {
      add(item, "", open, frame, into);
    }
  }

  private void add(Item item, String title, Set<Tree> open, Tree frame, List<Unit> into) {
    Tree tree = item.first();
    if (item.isRun()) {
      into.add(run(item, title, frame));
    } else if (tree.isLeaf()) {
      List<Integer> node = List.of(tree.node);
      into.add(new Unit(node, node, name(tree, title), "", 1, null, frame, true));
    } else {
      part(tree, title, open, frame, into);
    }
  }

  private void part(Tree tree, String title, Set<Tree> open, Tree frame, List<Unit> into) {
    List<Item> inside = Item.in(tree, flow);
    List<Integer> nodes = tree.nodes();
    String name = name(tree, title);
    if (inside.size() == 1 && (tree.block().isEmpty() || !inside.get(0).first().isLeaf())) {
      add(inside.get(0), name, open, frame, into);
    } else if (tree.isWay()) {
      boolean one = flow.isChain(nodes) && flow.majors(nodes) <= 1 && tree.isNamed("");
      if (one) {
        into.add(new Unit(nodes, nodes, name, "", 1, null, frame, true));
      } else {
        expand(tree, open, frame, into);
      }
    } else if (flow.isChain(nodes) && flow.majors(nodes) <= 1) {
      into.add(new Unit(nodes, nodes, name, tree.block(), 1, null, frame, true));
    } else if (open.contains(tree)) {
      expand(tree, open, tree, into);
    } else {
      into.add(new Unit(nodes, nodes, name, tree.block(), 1, tree, frame, false));
    }
  }

  /** The outermost name that somebody gave. */
  private String name(Tree tree, String title) {
    String type = tree.isLeaf() ? flow.node(tree.node).type() : tree.block();
    return title.isEmpty() && tree.isNamed(type) ? tree.name : title;
  }

  private Unit run(Item item, String title, Tree frame) {
    List<Integer> all = item.turns().stream().flatMap(t -> t.nodes().stream()).sorted().toList();
    List<Integer> turn = item.first().nodes();
    boolean simple = flow.isChain(turn) && flow.majors(turn) <= 1;
    String block = item.first().block();
    String name = title.isEmpty() && block.isEmpty() ? names(item) : title;
    return new Unit(
        all,
        turn,
        name,
        block,
        item.turns().size(),
        simple ? null : Representative.of(item.turns(), flow).tree(),
        frame,
        false);
  }

  private static String names(Item item) {
    return item.first().name + " – " + item.turns().get(item.turns().size() - 1).name;
  }
}
