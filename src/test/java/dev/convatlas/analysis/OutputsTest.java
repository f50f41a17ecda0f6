package dev.convatlas.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Models that end in several places. */
class OutputsTest {
  private static final String TWO_HEADS =
      """
      input: [3, 32, 32]
      layers:
        - conv2d: {out_channels: 8, kernel_size: 3}
          name: stem
        - conv2d: {out_channels: 8, kernel_size: 5}
          name: fine
        - conv2d: {out_channels: 8, kernel_size: 9}
          from: stem
          name: coarse
      """;

  /** 3 + (5 − 1) through one head, 3 + (9 − 1) through the other. */
  @Test
  void theReceptiveFieldIsThatOfTheFirst() {
    assertThat(field(TWO_HEADS + "outputs: [fine, coarse]\n")).isEqualTo(7);
    assertThat(field(TWO_HEADS + "outputs: [coarse, fine]\n")).isEqualTo(11);
    assertThat(field(TWO_HEADS)).isEqualTo(11);
  }

  private static long field(String text) {
    return Models.analysis(text).totals().field().orElseThrow().size(1);
  }
}
