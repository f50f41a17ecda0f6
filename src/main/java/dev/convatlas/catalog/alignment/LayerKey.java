package dev.convatlas.catalog.alignment;

import dev.convatlas.analysis.Row;
import dev.convatlas.layer.LayerType;
import dev.convatlas.layer.LayerTypes;
import dev.convatlas.layer.Setting;
import dev.convatlas.tensor.Shape;
import java.util.List;
import java.util.Locale;

/**
 * What a layer is, whatever it is called: layers with equal keys are the same layer.
 *
 * @param kind category of its type in lower case, such as {@code convolution}
 * @param settings its arguments, defaults included
 * @param inputs sizes of the tensors that it takes
 * @param output sizes of its output
 * @param params elements of its own trainable weights
 * @param macs multiply-accumulates of one execution
 * @param stage how far the resolution is reduced, see {@link Stage}
 * @param training whether it runs in training only
 */
public record LayerKey(
    String type,
    String kind,
    List<Setting> settings,
    List<List<Long>> inputs,
    List<Long> output,
    long params,
    long macs,
    int stage,
    boolean training) {

  public LayerKey {
    settings = List.copyOf(settings);
    inputs = List.copyOf(inputs);
    output = List.copyOf(output);
  }

  /**
   * @param input the model's first input
   */
  public static LayerKey of(Row row, Shape input) {
    String kind =
        LayerTypes.named(row.node().type())
            .map(LayerType::category)
            .map(category -> category.name().toLowerCase(Locale.ROOT))
            .orElse("other");
    return new LayerKey(
        row.node().type(),
        kind,
        row.node().settings(),
        row.node().shapes().stream().map(Shape::sizes).toList(),
        row.node().output().sizes(),
        row.params().value(),
        row.macs().value(),
        Stage.of(input, row.node().output()),
        row.node().training());
  }
}
