package dev.convatlas.drawing;

import dev.convatlas.graph.Node;
import dev.convatlas.layer.Category;
import dev.convatlas.layer.Setting;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What stands in a box: names of blocks and types, which need no translation. */
final class Labels {
  /** Letters that diagrams of networks use. */
  private static final Map<String, String> SHORT =
      Map.of("kernel_size", "k", "stride", "s", "dilation", "d", "groups", "g");

  private static final int WIDEST = 30;

  private final Flow flow;
  private final Unit unit;

  Labels(Flow flow, Unit unit) {
    this.flow = flow;
    this.unit = unit;
  }

  String title() {
    if (!unit.title().isEmpty()) {
      return unit.title();
    }
    return unit.block().isEmpty() ? flow.node(named()).type() : unit.block();
  }

  /** The layer that gives the box its name: the first large one. */
  private int named() {
    return unit.turn().stream()
        .filter(node -> !flow.isMinor(node))
        .findFirst()
        .orElse(unit.turn().get(0));
  }

  List<String> lines() {
    List<String> parts = unit.merges() ? single() : parts();
    List<String> lines = new ArrayList<>();
    String line = "";
    for (String part : parts) {
      String longer = line.isEmpty() ? part : line + " · " + part;
      if (longer.length() > WIDEST && !line.isEmpty()) {
        lines.add(line);
        line = part;
      } else {
        line = longer;
      }
    }
    if (!line.isEmpty()) {
      lines.add(line);
    }
    return lines;
  }

  /** Every layer of a box that holds one large layer and what goes with it. */
  private List<String> single() {
    List<String> parts = new ArrayList<>();
    for (int node : unit.turn()) {
      boolean said = node == named() && title().equals(flow.node(node).type());
      String text = text(flow.node(node), said);
      if (!text.isEmpty() && Flow.category(flow.node(node)) != Category.REGULARISATION) {
        parts.add(text);
      }
    }
    return parts;
  }

  /** A block by its name; a row of layers without one by its large layers, equal ones together. */
  private List<String> parts() {
    if (!unit.block().isEmpty() && !title().equals(unit.block())) {
      return List.of(unit.block());
    }
    if (!unit.block().isEmpty() && hasPicture()) {
      return List.of();
    }
    Map<String, Integer> counts = new LinkedHashMap<>();
    for (int node : unit.turn()) {
      if (!flow.isMinor(node)) {
        counts.merge(text(flow.node(node), false), 1, Integer::sum);
      }
    }
    List<String> parts = new ArrayList<>();
    counts.forEach((text, count) -> parts.add(count == 1 ? text : text + " ×" + count));
    return parts.size() > 4 ? parts.subList(0, 4) : parts;
  }

  /** Whether a picture beside shows what is in it: of a run most turns, though not the first. */
  private boolean hasPicture() {
    return !flow.isChain(unit.turn())
        || (unit.tree() != null && !flow.isChain(unit.tree().nodes()));
  }

  /** What tells rows of layers apart. */
  static List<String> texts(List<Integer> nodes, Flow flow) {
    return nodes.stream().map(node -> text(flow.node(node), false)).toList();
  }

  /** {@code conv2d k7 s2}. */
  private static String text(Node node, boolean onlySettings) {
    StringBuilder text = new StringBuilder(onlySettings ? "" : node.type());
    for (Setting setting : node.settings()) {
      String letter = SHORT.get(setting.name());
      String value = value(setting.text());
      boolean idle = value.equals("1") && !setting.name().equals("kernel_size");
      boolean pooled = setting.name().equals("stride") && value.startsWith("null");
      if (letter != null && !idle && !pooled) {
        text.append(text.isEmpty() ? "" : " ").append(letter).append(value);
      }
    }
    return text.toString();
  }

  /** {@code 3} for {@code [3, 3]}, {@code 1×7} for {@code [1, 7]}. */
  private static String value(String text) {
    if (!text.startsWith("[")) {
      return text;
    }
    String[] sizes = text.substring(1, text.length() - 1).replace(" ", "").split(",", -1);
    List<String> distinct = List.of(sizes).stream().distinct().toList();
    return distinct.size() == 1 ? distinct.get(0) : String.join("×", sizes);
  }
}
