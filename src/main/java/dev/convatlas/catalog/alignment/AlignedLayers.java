package dev.convatlas.catalog.alignment;

import java.util.List;
import java.util.Optional;
import java.util.function.IntToLongFunction;

/**
 * Two models' layers with what became of each.
 *
 * @param before layers of the first model, in the order of execution
 * @param after layers of the second model
 * @param edits every step of the alignment is in exactly one
 */
public record AlignedLayers(
    List<LayerKey> before, List<LayerKey> after, Alignment alignment, List<Edit> edits) {

  public AlignedLayers {
    before = List.copyOf(before);
    after = List.copyOf(after);
    edits = List.copyOf(edits);
  }

  /** Empty where the models are too long to align, see {@link Alignment#MOST_PAIRS}. */
  public static Optional<AlignedLayers> of(List<LayerKey> before, List<LayerKey> after) {
    return Alignment.of(before, after)
        .map(
            alignment ->
                new AlignedLayers(before, after, alignment, Edits.of(before, after, alignment)));
  }

  public boolean areSame() {
    return alignment.steps().stream().allMatch(step -> step.kind() == Step.Kind.SAME);
  }

  /**
   * @param old figure of a layer of the first model, by its index
   * @param young the same of the second model
   */
  public Attribution attribute(IntToLongFunction old, IntToLongFunction young) {
    return Attribution.of(edits, old, young);
  }
}
