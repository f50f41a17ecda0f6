package dev.convatlas.catalog.alignment;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Gathers the steps of an alignment into edits. */
final class Edits {
  private final List<LayerKey> before;
  private final List<LayerKey> after;

  private Edits(List<LayerKey> before, List<LayerKey> after) {
    this.before = before;
    this.after = after;
  }

  /** Every step is in exactly one, in the order of their first steps. */
  static List<Edit> of(List<LayerKey> before, List<LayerKey> after, Alignment alignment) {
    return new Edits(before, after).gather(alignment.steps());
  }

  private List<Edit> gather(List<Step> steps) {
    Map<String, List<Step>> groups = new LinkedHashMap<>();
    int from = 0;
    while (from < steps.size()) {
      int to = from + 1;
      while (!steps.get(from).kind().isPair()
          && to < steps.size()
          && !steps.get(to).kind().isPair()) {
        to++;
      }
      List<Step> run = steps.subList(from, to);
      groups.computeIfAbsent(group(run), name -> new ArrayList<>()).addAll(run);
      from = to;
    }
    return groups.values().stream().map(this::edit).toList();
  }

  /** Runs with the same text are one edit: the same block put in at several places is one. */
  private String group(List<Step> run) {
    Step first = run.get(0);
    return switch (first.kind()) {
      case SAME -> "same";
      case REMOVED, ADDED -> run.stream().map(this::moved).collect(Collectors.joining(" "));
      case CHANGED ->
          kind(first)
              + " "
              + old(first).type()
              + " "
              + changes(first).stream().map(Shift::direction).collect(Collectors.joining(", "));
    };
  }

  private String moved(Step step) {
    return step.kind() == Step.Kind.REMOVED ? "-" + old(step).type() : "+" + young(step).type();
  }

  private Edit.Kind kind(Step step) {
    if (!Change.between(old(step), young(step)).isEmpty()) {
      return Edit.Kind.ARGUMENTS;
    }
    return old(step).inputs().equals(young(step).inputs()) ? Edit.Kind.WEIGHTS : Edit.Kind.INPUT;
  }

  private List<Change> changes(Step step) {
    return switch (kind(step)) {
      case ARGUMENTS -> Change.between(old(step), young(step));
      case INPUT -> List.of(input(old(step), young(step)));
      case WEIGHTS, REPLACED, COUNTED -> List.of();
    };
  }

  /** As many elements in another shape are no number that rises or falls. */
  private static Change input(LayerKey a, LayerKey b) {
    long less = elements(a.inputs());
    long more = elements(b.inputs());
    return less == more
        ? new Change(Edit.INPUT, shapes(a.inputs()), shapes(b.inputs()))
        : new Change(Edit.INPUT, Long.toString(less), Long.toString(more));
  }

  private static long elements(List<List<Long>> shapes) {
    return shapes.stream()
        .mapToLong(shape -> shape.stream().reduce(1L, Math::multiplyExact))
        .reduce(0, Math::addExact);
  }

  private static String shapes(List<List<Long>> shapes) {
    return shapes.stream()
        .map(sizes -> sizes.stream().map(String::valueOf).collect(Collectors.joining("×")))
        .collect(Collectors.joining(", "));
  }

  private Edit edit(List<Step> steps) {
    return switch (steps.get(0).kind()) {
      case SAME -> new Edit(Edit.Kind.COUNTED, "", List.of(), steps);
      case REMOVED, ADDED -> new Edit(Edit.Kind.REPLACED, "", List.of(), steps);
      case CHANGED -> {
        Step first = steps.get(0);
        List<Shift> shifts = new ArrayList<>();
        for (int i = 0; i < changes(first).size(); i++) {
          int place = i;
          shifts.add(Shift.of(steps.stream().map(step -> changes(step).get(place)).toList()));
        }
        yield new Edit(kind(first), old(first).type(), shifts, steps);
      }
    };
  }

  private LayerKey old(Step step) {
    return before.get(step.before());
  }

  private LayerKey young(Step step) {
    return after.get(step.after());
  }
}
