package dev.convatlas.chart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.convatlas.chart.Axis.Digits;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TickTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          1         | 0 1
          3         | 0 1 2 3
          5         | 0 1 2 3 4 5
          9         | 0 1 2 3 4 5 6 7 8 9
          10        | 0 2 4 6 8 10
          224       | 0 50 100 150 200
          2359296   | 0 500_k 1_M 1.5_M 2_M
          102764544 | 0 50_M 100_M
          """)
  void areMultiplesOfOneTwoOrFive(long largest, String labels) {
    assertThat(labels(Tick.linear(largest, 5, Digits.BRIEF))).isEqualTo(labels);
  }

  @Test
  void writeAllDigitsOfPixels() {
    assertThat(labels(Tick.linear(3863, 5, Digits.EXACT))).isEqualTo("0 1,000 2,000 3,000");
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 7, 1_000_000_000_000_000L, Long.MAX_VALUE - 1, Long.MAX_VALUE})
  void areFewAndWithin(long largest) {
    List<Tick> ticks = Tick.linear(largest, 5, Digits.BRIEF);
    assertThat(ticks).hasSizeBetween(2, 10);
    assertThat(ticks).allSatisfy(tick -> assertThat(tick.value()).isBetween(0.0, (double) largest));
    assertThat(ticks.stream().map(Tick::label)).doesNotHaveDuplicates();
  }

  @Test
  void arePowersOfTenOnLongLogarithmicAxes() {
    assertThat(labels(Tick.logarithmic(50_000, 2e9, Digits.BRIEF)))
        .isEqualTo("100_k 1_M 10_M 100_M 1_G");
  }

  @Test
  void areMoreOnShortLogarithmicAxes() {
    assertThat(labels(Tick.logarithmic(8e6, 90e6, Digits.BRIEF)))
        .isEqualTo("10_M 15_M 20_M 30_M 50_M 70_M");
    assertThat(labels(Tick.logarithmic(1e6, 100e6, Digits.BRIEF)))
        .isEqualTo("1_M 2_M 5_M 10_M 20_M 50_M 100_M");
  }

  @Test
  void areQuartersOfAWhole() {
    assertThat(labels(Tick.shares())).isEqualTo("0_% 25_% 50_% 75_% 100_%");
  }

  /** Spaces between ticks; {@code _} for the no-break space before a unit. */
  private static String labels(List<Tick> ticks) {
    return String.join(" ", ticks.stream().map(t -> t.label().replace('\u00a0', '_')).toList());
  }
}
