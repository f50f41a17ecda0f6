package dev.convatlas.report;

import dev.convatlas.layer.LayerType;
import dev.convatlas.layer.LayerTypes;
import java.util.Locale;

/** The colour of a layer: its category. */
final class Kinds {
  private Kinds() {}

  /** Name of a style, such as {@code convolution}. */
  static String of(String type) {
    return LayerTypes.named(type)
        .map(LayerType::category)
        .map(category -> category.name().toLowerCase(Locale.ROOT))
        .orElse("other");
  }
}
