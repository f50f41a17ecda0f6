package dev.convatlas.analysis.memory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.convatlas.analysis.Analysis;
import dev.convatlas.analysis.Count;
import dev.convatlas.analysis.Models;
import dev.convatlas.definition.CatalogSettings.Device;
import dev.convatlas.definition.Text;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

/** Traffic and the roofline, worked out by hand. */
class RooflineTest {

  /**
   * A convolution of 2 to 4 channels, 1 × 1, on 8 × 8: reads 128 elements and 8 + 4 weights, writes
   * 256, and does 512 multiply-accumulates and 256 bias additions, 1,280 operations. The activation
   * reads and writes 256 and compares 256 times. Flattening moves nothing.
   */
  private static final Analysis ANALYSIS =
      Models.analysis(
          """
          input: [2, 8, 8]
          layers:
            - conv2d: {out_channels: 4, kernel_size: 1}
            - relu
            - flatten
          """);

  private static Device device(String operations, String bytes) {
    return new Device("d", Text.of("Device"), new BigDecimal(operations), new BigDecimal(bytes));
  }

  @Test
  void trafficIsWhatALayerReadsAndWrites() {
    assertThat(Traffic.of(ANALYSIS.rows().get(0)))
        .isEqualTo(new Traffic(128, Count.of(12), 256, Count.of(1280)));
    assertThat(Traffic.of(ANALYSIS.rows().get(0)).elements()).isEqualTo(Count.of(396));
    assertThat(Traffic.of(ANALYSIS.rows().get(1)))
        .isEqualTo(new Traffic(256, Count.ZERO, 256, Count.of(256)));
    assertThat(Traffic.of(ANALYSIS.rows().get(2))).isEqualTo(Traffic.NONE);
  }

  /**
   * In fp32 the convolution does 1,280 operations on 1,584 bytes, 0.81 for each, the activation 256
   * on 2,048, 0.125. A device of 1,000 operations and 2,000 bytes a second turns at 0.5.
   */
  @Test
  void aLayerIsBoundByWhatTakesLonger() {
    Roofline roofline = Roofline.of(ANALYSIS, device("1000", "2000"), NumberType.FP32);
    assertThat(roofline.points())
        .containsExactly(
            new Roofline.Point(0, 1280, 1584, false), new Roofline.Point(1, 256, 2048, true));
    assertThat(roofline.ridge()).isEqualByComparingTo("0.5");
    assertThat(roofline.seconds()).isEqualByComparingTo("2.304");
    assertThat(roofline.missing()).isEmpty();
  }

  /** Exactly on the ridge both take the same time. */
  @Test
  void onTheRidgeArithmeticIsTheBound() {
    Roofline roofline = Roofline.of(ANALYSIS, device("1280", "1584"), NumberType.FP32);
    assertThat(roofline.points().get(0).boundByMemory()).isFalse();
    assertThat(roofline.points().get(1).boundByMemory()).isTrue();
  }

  /** A quarter of the bytes: the convolution moves 396, the activation 512. */
  @Test
  void smallerNumbersMoveFewerBytes() {
    Roofline roofline = Roofline.of(ANALYSIS, device("1000", "2000"), NumberType.INT8);
    assertThat(roofline.points().get(1)).isEqualTo(new Roofline.Point(1, 256, 512, false));
    assertThat(roofline.computeBound()).isEqualTo(1536);
    assertThat(roofline.memoryBound()).isZero();
  }

  @Test
  void whatIsUnknownMakesTheTimeALowerBound() {
    Analysis analysis =
        Models.analysis(
            """
            input: [2, 8, 8]
            layers:
              - custom: {output: same, params: 10}
            """);
    Roofline roofline = Roofline.of(analysis, device("1000", "2000"), NumberType.FP32);
    assertThat(roofline.missing()).isPresent();
  }
}
