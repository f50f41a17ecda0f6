package dev.convatlas.report;

import dev.convatlas.catalog.alignment.Step;
import dev.convatlas.catalog.comparison.LayerComparison;
import dev.convatlas.text.Messages;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * A part of a model with its layers beside those of the baseline. {@code layers.js} divides models
 * in the same way.
 *
 * @param title the first name of its layers' paths; empty where a model is not divided
 * @param counts how many layers are the same, changed and so on
 * @param params how many more than the baseline's, with its sign; empty where there are as many
 * @param operations the same
 */
public record AlignedPart(
    String title, String counts, String params, String operations, List<Line> lines) {

  /**
   * A layer, or several that are the same.
   *
   * @param kind name of its fate in lower case
   * @param fate the same in words
   * @param before path in the baseline; empty where it is added
   * @param after path in the other model; empty where it is removed or called the same
   * @param alike whether both paths are the same, or the line is of several layers
   * @param folded whether the line is of several layers
   */
  public record Line(
      String kind,
      String sign,
      String fate,
      String before,
      String after,
      boolean alike,
      boolean folded,
      String type,
      String changes,
      String params,
      String operations) {}

  /** A model of more parts has none that help. */
  private static final int MOST = 40;

  public AlignedPart {
    lines = List.copyOf(lines);
  }

  static List<AlignedPart> of(LayerComparison layers, Messages words) {
    List<List<Step>> parts = parts(layers);
    return parts.stream()
        .map(steps -> part(steps, parts.size() == 1 ? "" : title(steps, layers), layers, words))
        .toList();
  }

  /** What is added belongs to what precedes; parts in which everything is the same are one. */
  private static List<List<Step>> parts(LayerComparison layers) {
    List<Step> steps = layers.aligned().alignment().steps();
    List<List<Step>> parts = new ArrayList<>();
    String last = "";
    for (Step step : steps) {
      boolean follows = step.kind() == Step.Kind.ADDED && !parts.isEmpty();
      String name = follows ? last : name(step, layers);
      if (parts.isEmpty() || !name.equals(last)) {
        parts.add(new ArrayList<>());
      }
      parts.get(parts.size() - 1).add(step);
      last = name;
    }
    List<List<Step>> joined = new ArrayList<>();
    for (List<Step> part : parts) {
      if (!joined.isEmpty() && isSame(part) && isSame(joined.get(joined.size() - 1))) {
        joined.get(joined.size() - 1).addAll(part);
      } else {
        joined.add(part);
      }
    }
    return joined.size() > MOST ? List.of(steps) : joined;
  }

  private static boolean isSame(List<Step> steps) {
    return steps.stream().allMatch(step -> step.kind() == Step.Kind.SAME);
  }

  private static String path(Step step, LayerComparison layers) {
    return step.before() < 0
        ? layers.after().paths().get(step.after())
        : layers.before().paths().get(step.before());
  }

  private static String name(Step step, LayerComparison layers) {
    return path(step, layers).split("\\.", 2)[0];
  }

  private static String title(List<Step> steps, LayerComparison layers) {
    List<Step> old = steps.stream().filter(step -> step.before() >= 0).toList();
    List<Step> named = old.isEmpty() ? steps : old;
    String first = name(named.get(0), layers);
    String last = name(named.get(named.size() - 1), layers);
    return first.equals(last) ? first : first + " … " + last;
  }

  private static AlignedPart part(
      List<Step> steps, String title, LayerComparison layers, Messages words) {
    List<Line> lines = new ArrayList<>();
    for (int i = 0; i < steps.size(); ) {
      int end = i + 1;
      if (steps.get(i).kind() == Step.Kind.SAME) {
        while (end < steps.size() && steps.get(end).kind() == Step.Kind.SAME) {
          end++;
        }
        lines.add(folded(steps.subList(i, end), layers, words));
      } else {
        lines.add(line(steps.get(i), layers, words));
      }
      i = end;
    }
    long params = steps.stream().mapToLong(step -> params(step, layers)).sum();
    long operations = steps.stream().mapToLong(s -> AlignedTable.operations(layers, s)).sum();
    return new AlignedPart(
        title,
        counts(steps, words),
        AlignedTable.more(params),
        AlignedTable.more(operations),
        lines);
  }

  private static long params(Step step, LayerComparison layers) {
    long before = step.before() < 0 ? 0 : layers.before().keys().get(step.before()).params();
    long after = step.after() < 0 ? 0 : layers.after().keys().get(step.after()).params();
    return after - before;
  }

  private static String counts(List<Step> steps, Messages words) {
    List<String> counts = new ArrayList<>();
    for (Step.Kind kind : Step.Kind.values()) {
      long count = AlignedTable.count(steps, kind);
      if (count > 0) {
        counts.add(
            switch (kind) {
              case SAME -> words.text("compare.view.count.same", count);
              case CHANGED -> words.text("compare.view.count.changed", count);
              case REMOVED -> words.text("compare.view.count.removed", count);
              case ADDED -> words.text("compare.view.count.added", count);
            });
      }
    }
    return counts.stream().collect(Collectors.joining(", "));
  }

  private static Line folded(List<Step> run, LayerComparison layers, Messages words) {
    String first = path(run.get(0), layers);
    String last = path(run.get(run.size() - 1), layers);
    return new Line(
        "same",
        "=",
        words.text("compare.view.same"),
        words.text("compare.run.same", run.size()),
        first.equals(last) ? first : first + " … " + last,
        true,
        true,
        "",
        "",
        "",
        "");
  }

  private static Line line(Step step, LayerComparison layers, Messages words) {
    AlignedTable.Line line = AlignedTable.line(step, layers, words);
    String fate =
        switch (step.kind()) {
          case SAME -> words.text("compare.view.same");
          case CHANGED -> words.text("compare.view.changed");
          case REMOVED -> words.text("compare.view.removed");
          case ADDED -> words.text("compare.view.added.layer");
        };
    return new Line(
        step.kind().name().toLowerCase(Locale.ROOT),
        line.sign(),
        fate,
        line.before(),
        line.after(),
        line.before().equals(line.after()),
        false,
        line.type(),
        line.changes(),
        line.params(),
        line.operations());
  }
}
