package dev.convatlas.analysis;

import dev.convatlas.tensor.AxisField;
import dev.convatlas.tensor.Role;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A model's figures, for one sample.
 *
 * @param params trainable parameters, layers that run only in training included
 * @param paramsInference the same without those layers
 * @param buffers elements of running means and the like
 * @param macs multiply-accumulates of convolutions and matrix products
 * @param activations elements of all outputs together
 * @param layers operations executed in inference
 * @param fields receptive field of the last map on the way to the first output, by input and axis:
 *     what is left when the spatial axes are pooled or flattened away. An input whose field is
 *     unknown or that is never read is absent
 */
public record Totals(
    Count params,
    Count paramsInference,
    Count buffers,
    Count macs,
    Count activations,
    int layers,
    Map<String, Map<Role, AxisField>> fields) {

  public Totals {
    fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
  }

  /** The local receptive field along the first input's height, or its only axis. */
  public Optional<AxisField> field() {
    return fields.values().stream()
        .findFirst()
        .flatMap(
            axes ->
                Optional.ofNullable(axes.get(Role.HEIGHT))
                    .or(() -> axes.values().stream().findFirst()));
  }
}
