package dev.convatlas.catalog.comparison;

import dev.convatlas.catalog.alignment.AlignedLayers;
import dev.convatlas.catalog.alignment.Attribution;
import java.util.Optional;

/**
 * The layers of two models side by side, and what makes the difference.
 *
 * @param convention by which operations are counted
 * @param params which edits explain the difference in parameters
 * @param operations which edits explain the difference in operations
 */
public record LayerComparison(
    LayerList before,
    LayerList after,
    String convention,
    AlignedLayers aligned,
    Attribution params,
    Attribution operations) {

  /** Empty where the models are too long to align. */
  public static Optional<LayerComparison> of(LayerList before, LayerList after, String convention) {
    return AlignedLayers.of(before.keys(), after.keys())
        .map(
            aligned ->
                new LayerComparison(
                    before,
                    after,
                    convention,
                    aligned,
                    aligned.attribute(
                        i -> before.keys().get(i).params(), i -> after.keys().get(i).params()),
                    aligned.attribute(before.operations()::get, after.operations()::get)));
  }
}
