package dev.convatlas.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.convatlas.layer.LayerType;
import dev.convatlas.layer.LayerTypes;
import dev.convatlas.text.Language;
import dev.convatlas.text.Messages;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the reference says of every layer type. */
class LayerReferenceTest {

  static List<LayerType> types() {
    return LayerTypes.ALL;
  }

  @ParameterizedTest
  @MethodSource("types")
  void everyTypeHasItsArgumentsAnExampleAndFormulas(LayerType type) {
    for (Language language : Language.values()) {
      LayerReference reference = LayerReference.of(type, Messages.of(language));
      assertThat(reference.parameters()).hasSameSizeAs(type.arguments());
      assertThat(reference.parameters()).noneMatch(each -> each.allowed().isEmpty());
      assertThat(reference.example()).startsWith("- " + type.name());
      assertThat(reference.formulas()).isNotEmpty().noneMatch(String::isBlank);
    }
  }
}
