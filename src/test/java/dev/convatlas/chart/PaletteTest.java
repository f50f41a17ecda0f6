package dev.convatlas.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PaletteTest {
  /** WCAG 2.2, success criterion 1.4.11. */
  private static final double GRAPHICS = 3;

  /** WCAG 2.2, success criterion 1.4.3. */
  private static final double TEXT = 4.5;

  static List<Palette> schemes() {
    return List.of(Palette.LIGHT, Palette.DARK);
  }

  @ParameterizedTest
  @MethodSource("schemes")
  void everythingThatMeansSomethingCanBeSeen(Palette palette) {
    assertThat(palette.series())
        .allSatisfy(
            color ->
                assertThat(contrast(color, palette.background())).isGreaterThanOrEqualTo(GRAPHICS));
    assertThat(contrast(palette.line(), palette.background())).isGreaterThanOrEqualTo(GRAPHICS);
    assertThat(contrast(palette.text(), palette.background())).isGreaterThanOrEqualTo(TEXT);
  }

  /** Black on white is 21:1 and a colour on itself 1:1, by the definition of the ratio. */
  @org.junit.jupiter.api.Test
  void contrastIsThatOfTheGuidelines() {
    assertThat(contrast(Color.BLACK, Color.WHITE)).isEqualTo(21);
    assertThat(contrast(Color.RED, Color.RED)).isEqualTo(1);
  }

  @org.junit.jupiter.api.Test
  void everyColorIsThereInBothSchemes() {
    assertThat(Palette.DARK.series()).hasSameSizeAs(Palette.LIGHT.series()).doesNotHaveDuplicates();
    assertThat(Palette.LIGHT.series()).doesNotHaveDuplicates();
  }

  private static double contrast(Color one, Color other) {
    double a = luminance(one) + 0.05;
    double b = luminance(other) + 0.05;
    return Math.max(a, b) / Math.min(a, b);
  }

  /** Relative luminance as WCAG 2.2 defines it. */
  private static double luminance(Color color) {
    return 0.2126 * linear(color.getRed())
        + 0.7152 * linear(color.getGreen())
        + 0.0722 * linear(color.getBlue());
  }

  private static double linear(int channel) {
    double c = channel / 255.0;
    return c <= 0.04045 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4);
  }
}
