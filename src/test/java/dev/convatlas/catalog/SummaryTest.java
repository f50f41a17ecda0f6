package dev.convatlas.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.convatlas.analysis.Count;
import dev.convatlas.analysis.Models;
import dev.convatlas.definition.ModelDefinition;
import dev.convatlas.source.Checked;
import dev.convatlas.source.Diagnostic;
import dev.convatlas.source.Message;
import org.junit.jupiter.api.Test;

class SummaryTest {

  private static Checked<Summary> checked(String text) {
    ModelDefinition model = Models.definitions("model.yaml", text).get(0);
    return Summary.checked(
        new Model(
            model.metadata(), model.span(), text, Models.analysis(model), Models.resize(model)));
  }

  /** 6 · (2^30 − 1)^2 multiply-accumulates are less than 2^63, twice as many are not. */
  @Test
  void whatOnlyOneConventionCannotCountIsAnError() {
    Checked<Summary> summary =
        checked(
            """
            input: [1073741823, 2, 3]
            layers:
              - conv2d: {out_channels: 1073741823, kernel_size: 1, bias: false}
            """);
    assertThat(summary.value()).isEmpty();
    assertThat(summary.diagnostics())
        .extracting(Diagnostic::message)
        .extracting(message -> message.key())
        .containsExactly("catalog.overflow");
  }

  @Test
  void aSoundModelHasItsRow() {
    Checked<Summary> summary = checked("input: [1, 2, 2]\nlayers:\n  - relu\n");
    assertThat(summary.hasErrors()).isFalse();
    assertThat(summary.value().orElseThrow().peak()).isEqualTo(8);
  }

  private static Count field(String layers) {
    return checked("input: [3, 33, 33]\nlayers:\n" + layers).value().orElseThrow().field().get();
  }

  /** By hand: a window of 3 × 3, then nobody knows; global pooling at the end hides no map. */
  @Test
  void anUnknownFieldMakesTheFinalOneALowerBound() {
    String conv = "  - conv2d: {out_channels: 8, kernel_size: 3}\n";
    String custom = "  - custom: {output: same}\n";
    String head = "  - adaptive_avg_pool2d: {output_size: 1}\n  - flatten\n";
    assertThat(field(conv + head)).isEqualTo(Count.of(3));
    assertThat(field(conv + custom + conv + head))
        .isEqualTo(Count.atLeast(3, Message.of("field.custom")));
    assertThat(field(custom + conv)).isEqualTo(Count.atLeast(1, Message.of("field.custom")));
    assertThat(field(conv + "  - custom: {output: same, receptive_field: same}\n" + conv))
        .isEqualTo(Count.of(5));
  }
}
