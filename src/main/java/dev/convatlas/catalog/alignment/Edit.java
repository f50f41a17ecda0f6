package dev.convatlas.catalog.alignment;

import java.util.List;

/**
 * What a person would call one change of a model: the same change of many layers, or the same run
 * of layers put in the place of another, wherever that happens.
 *
 * @param type of the layers that changed; empty for {@link Kind#REPLACED} and {@link Kind#COUNTED}
 * @param shifts what changed; none for {@link Kind#REPLACED}, {@link Kind#WEIGHTS} and {@link
 *     Kind#COUNTED}
 * @param steps of the alignment, in order; at least one
 */
public record Edit(Kind kind, String type, List<Shift> shifts, List<Step> steps) {

  /** The name of the shift of {@link Kind#INPUT}: elements of the tensors that a layer takes. */
  public static final String INPUT = "input";

  /** Kinds of edit. */
  public enum Kind {
    /** Arguments were changed. */
    ARGUMENTS,
    /** The layers are written as before, but take something else. */
    INPUT,
    /** The layers are as before, but have weights of their own or share them. */
    WEIGHTS,
    /** Layers were added, removed, or both in one place. */
    REPLACED,
    /** The layers are the same, but the counting convention sees them differently. */
    COUNTED
  }

  public Edit {
    shifts = List.copyOf(shifts);
    steps = List.copyOf(steps);
  }

  /** Layers that the first model has and the second has not. */
  public List<Integer> removed() {
    return steps.stream()
        .filter(step -> step.kind() == Step.Kind.REMOVED)
        .map(Step::before)
        .toList();
  }

  /** Layers that the second model has and the first has not. */
  public List<Integer> added() {
    return steps.stream().filter(step -> step.kind() == Step.Kind.ADDED).map(Step::after).toList();
  }
}
