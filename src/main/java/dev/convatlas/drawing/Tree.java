package dev.convatlas.drawing;

import dev.convatlas.graph.Node;
import dev.convatlas.graph.Scope;
import dev.convatlas.layer.Category;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The layers of a model in what encloses them. Equal only to itself.
 *
 * <p>A leaf has a node; everything else has children.
 */
final class Tree {
  final String path;
  final String name;

  /** Null at the root and at leaves. */
  final Scope scope;

  /** Index of the leaf's node, or -1. */
  final int node;

  /** Null at the root. */
  final Tree parent;

  final int depth;
  final List<Tree> children = new ArrayList<>();

  private Tree(String path, String name, Scope scope, int node, Tree parent) {
    this.path = path;
    this.name = name;
    this.scope = scope;
    this.node = node;
    this.parent = parent;
    this.depth = parent == null ? 0 : parent.depth + 1;
  }

  static Tree of(List<Node> nodes) {
    Tree root = new Tree("", "", null, -1, null);
    for (int i = 0; i < nodes.size(); i++) {
      Node node = nodes.get(i);
      Tree at = root;
      for (Scope scope : node.scopes()) {
        at = at.child(scope);
      }
      String own = node.path().substring(at.path.isEmpty() ? 0 : at.path.length() + 1);
      at.children.add(new Tree(node.path(), own, null, i, at));
    }
    return root;
  }

  private Tree child(Scope wanted) {
    for (int i = children.size() - 1; i >= 0; i--) {
      Tree child = children.get(i);
      if (wanted.equals(child.scope)) {
        return child;
      }
    }
    String below = path.isEmpty() ? wanted.name() : path + "." + wanted.name();
    Tree child = new Tree(below, wanted.name(), wanted, -1, this);
    children.add(child);
    return child;
  }

  boolean isLeaf() {
    return node >= 0;
  }

  String block() {
    return scope == null ? "" : scope.block();
  }

  /**
   * A branch, the residual or parallel around it, or layers without a name: shows as soon as what
   * is around it does.
   */
  boolean isWay() {
    return scope != null
        && switch (scope.kind()) {
          case JOIN, BRANCH -> true;
          case GROUP -> name.equals("layers") || name.startsWith("layers_");
          case BLOCK, ITERATION -> false;
        };
  }

  /** Whether its author named it, and not after what it is. */
  boolean isNamed(String type) {
    return !name.isEmpty()
        && !Character.isDigit(name.charAt(0))
        && !(name.equals("body") && isWay())
        && !name.equals("layers")
        && !name.startsWith("layers_")
        && !name.equals(type)
        && !name.matches(Pattern.quote(type) + "_[0-9]+");
  }

  /** Its name, or that of what it is, when nobody named it. */
  String title() {
    if (isNamed(block())) {
      return name;
    }
    return block().isEmpty() && parent != null && parent.parent != null ? parent.title() : block();
  }

  /** Indices of the nodes, in the order of execution. */
  List<Integer> nodes() {
    List<Integer> all = new ArrayList<>();
    collect(all);
    all.sort(null);
    return all;
  }

  private void collect(List<Integer> into) {
    if (isLeaf()) {
      into.add(node);
    }
    children.forEach(child -> child.collect(into));
  }

  /** Blocks of a type, itself or within it, in their order. */
  List<Tree> blocks(String type) {
    List<Tree> found = new ArrayList<>();
    if (block().equals(type)) {
      found.add(this);
    }
    children.forEach(child -> found.addAll(child.blocks(type)));
    return found;
  }

  /** Types of the layers, in their nesting: equal where two are built alike. */
  String signature(List<Node> all) {
    return nested(node -> all.get(node).type());
  }

  /** The same, where one activation is like another. */
  String outline(List<Node> all) {
    return nested(
        node -> Flow.category(all.get(node)) == Category.ACTIVATION ? "" : all.get(node).type());
  }

  private String nested(IntFunction<String> name) {
    return isLeaf()
        ? name.apply(node)
        : children.stream().map(c -> c.nested(name)).collect(Collectors.joining(" ", "(", ")"));
  }
}
