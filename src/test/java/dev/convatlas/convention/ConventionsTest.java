package dev.convatlas.convention;

import static org.assertj.core.api.Assertions.assertThat;

import dev.convatlas.analysis.Count;
import dev.convatlas.analysis.Row;
import dev.convatlas.analysis.Rows;
import dev.convatlas.layer.Operation;
import dev.convatlas.text.Language;
import dev.convatlas.text.Messages;
import java.util.Arrays;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ConventionsTest {

  @Test
  void namesAreUniqueAndTheDefaultIsFirst() {
    assertThat(Conventions.names()).doesNotHaveDuplicates().startsWith("torchvision");
    assertThat(Conventions.named("fvcore")).map(Convention::name).hasValue("fvcore");
    assertThat(Conventions.named("FVCORE")).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void everyRuleAndSymbolHasItsWords(Language language) {
    Messages messages = Messages.of(language);
    for (Convention convention : Conventions.ALL) {
      assertThat(messages.text(convention.summary())).isNotBlank();
      for (Operation operation : Operation.values()) {
        assertThat(messages.text(convention.rule(operation).text())).isNotBlank();
      }
    }
    for (Operation operation : Operation.values()) {
      String key = "operation." + operation.name().toLowerCase(Locale.ROOT);
      assertThat(messages.text(key)).isNotBlank();
    }
    Arrays.stream(Quantity.values())
        .forEach(quantity -> assertThat(messages.text(quantity.meaning())).isNotBlank());
  }

  @Test
  void aRuleWritesItselfDown() {
    Messages english = Messages.of(Language.ENGLISH);
    Convention fvcore = Conventions.named("fvcore").orElseThrow();
    assertThat(english.text(fvcore.rule(Operation.LAYER_NORM).text()))
        .isEqualTo("5 · I where there is a learned scale, else 4 · I");
    assertThat(english.text(fvcore.rule(Operation.RECTIFIER).text())).isEqualTo("0");
    Convention aten = Conventions.named("ptflops-aten").orElseThrow();
    assertThat(english.text(aten.rule(Operation.LINEAR).text())).isEqualTo("mac + bias");
  }

  /** 8 · 16 · 16 elements, by hand. */
  @Test
  void aCountExplainsItself() {
    Row row = Rows.of("- batch_norm2d", "8x16x16", false, false);
    Convention thop = Conventions.named("thop-0.1.1").orElseThrow();
    assertThat(thop.formula(row).symbols()).isEqualTo("4 · I");
    assertThat(thop.formula(row).values()).isEqualTo("4 · 2048");
  }

  @Test
  void whatRunsOnlyInTrainingIsNotCounted() {
    Row row = Rows.of("- batch_norm2d", "8x16x16", true, false);
    for (Convention convention : Conventions.ALL) {
      assertThat(convention.of(row)).as(convention.name()).isEqualTo(Count.ZERO);
    }
  }
}
