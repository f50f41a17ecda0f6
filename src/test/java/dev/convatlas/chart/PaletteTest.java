package dev.convatlas.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class PaletteTest {
  /** WCAG 2.2, success criterion 1.4.11. */
  private static final double GRAPHICS = 3;

  /** WCAG 2.2, success criterion 1.4.3. */
  private static final double TEXT = 4.5;

  /** Some four times what can just be told apart side by side (2.3 by Mahy et al., 1994). */
  private static final double DISTANCE = 9;

  /** Blue and orange carry most charts alone. */
  private static final double FIRST_DISTANCE = 80;

  private enum Scheme {
    LIGHT,
    DARK;

    Palette palette() {
      return this == LIGHT ? Palette.LIGHT : Palette.DARK;
    }
  }

  /** With all kinds of cone, or with one of them missing. */
  private enum Sight {
    USUAL,
    PROTANOPIA,
    DEUTERANOPIA,
    TRITANOPIA;

    /** Machado, Oliveira and Fernandes (2009), severity 1.0; rows of a matrix for linear RGB. */
    private double[][] matrix() {
      return switch (this) {
        case USUAL -> new double[][] {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}};
        case PROTANOPIA ->
            new double[][] {
              {0.152286, 1.052583, -0.204868},
              {0.114503, 0.786281, 0.099216},
              {-0.003882, -0.048116, 1.051998}
            };
        case DEUTERANOPIA ->
            new double[][] {
              {0.367322, 0.860646, -0.227968},
              {0.280085, 0.672501, 0.047413},
              {-0.011820, 0.042940, 0.968881}
            };
        case TRITANOPIA ->
            new double[][] {
              {1.255528, -0.076749, -0.178779},
              {-0.078411, 0.930809, 0.147602},
              {0.004733, 0.691367, 0.303900}
            };
      };
    }

    double[] see(Color color) {
      double[] rgb = linear(color);
      double[] seen = new double[3];
      for (int i = 0; i < 3; i++) {
        double[] row = matrix()[i];
        double channel = row[0] * rgb[0] + row[1] * rgb[1] + row[2] * rgb[2];
        seen[i] = Math.min(1, Math.max(0, channel));
      }
      return seen;
    }
  }

  @ParameterizedTest
  @EnumSource
  void everythingThatMeansSomethingCanBeSeen(Scheme scheme) {
    Palette palette = scheme.palette();
    assertThat(palette.series())
        .allSatisfy(c -> assertThat(contrast(c, palette.background())).isGreaterThan(GRAPHICS));
    assertThat(contrast(palette.line(), palette.background())).isGreaterThan(GRAPHICS);
    assertThat(contrast(palette.text(), palette.background())).isGreaterThan(TEXT);
  }

  @ParameterizedTest
  @CsvSource({
    "LIGHT, USUAL", "LIGHT, PROTANOPIA", "LIGHT, DEUTERANOPIA", "LIGHT, TRITANOPIA",
    "DARK, USUAL", "DARK, PROTANOPIA", "DARK, DEUTERANOPIA", "DARK, TRITANOPIA"
  })
  void seriesAreToldApart(Scheme scheme, Sight sight) {
    List<Color> colors = scheme.palette().series();
    assertThat(distance(colors.get(0), colors.get(1), sight)).isGreaterThan(FIRST_DISTANCE);
    for (Color one : colors) {
      for (Color other : colors) {
        if (!one.equals(other)) {
          assertThat(distance(one, other, sight))
              .as("%s and %s", one, other)
              .isGreaterThan(DISTANCE);
        }
      }
    }
  }

  @Test
  void everyColorIsThereInBothSchemes() {
    assertThat(Palette.DARK.series()).hasSameSizeAs(Palette.LIGHT.series()).doesNotHaveDuplicates();
    assertThat(Palette.LIGHT.series()).doesNotHaveDuplicates();
  }

  /** The legend and the surface around a picture are the page's. */
  @Test
  void pagesHaveTheSameColors() throws IOException {
    String css;
    try (InputStream stream = PaletteTest.class.getResourceAsStream("/assets/site.css")) {
      css = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    }
    Map<String, String> written = new HashMap<>();
    Pattern.compile("--(\\w+): light-dark\\(#(\\w{6}), #(\\w{6})\\)")
        .matcher(css)
        .results()
        .forEach(found -> written.put(found.group(1), found.group(2) + " " + found.group(3)));
    assertThat(written)
        .containsEntry("paper", pair(Palette.LIGHT.background(), Palette.DARK.background()));
    for (int i = 0; i < Palette.LIGHT.series().size(); i++) {
      assertThat(written)
          .containsEntry("c" + i, pair(Palette.LIGHT.series(i), Palette.DARK.series(i)));
    }
  }

  private static String pair(Color light, Color dark) {
    HexFormat hex = HexFormat.of();
    return hex.toHexDigits(light.getRGB(), 6) + " " + hex.toHexDigits(dark.getRGB(), 6);
  }

  /** Black on white is 21:1 by WCAG's definition; CIE's L* of black and white are 0 and 100. */
  @Test
  void measuresAreThoseOfTheStandards() {
    assertThat(contrast(Color.BLACK, Color.WHITE)).isEqualTo(21);
    assertThat(contrast(Color.RED, Color.RED)).isEqualTo(1);
    assertThat(distance(Color.BLACK, Color.WHITE, Sight.USUAL)).isBetween(99.9, 100.1);
  }

  private static double contrast(Color one, Color other) {
    double a = luminance(linear(one)) + 0.05;
    double b = luminance(linear(other)) + 0.05;
    return Math.max(a, b) / Math.min(a, b);
  }

  private static double luminance(double[] rgb) {
    return 0.2126 * rgb[0] + 0.7152 * rgb[1] + 0.0722 * rgb[2];
  }

  /** Without the transfer curve of sRGB (IEC 61966-2-1). */
  private static double[] linear(Color color) {
    return new double[] {linear(color.getRed()), linear(color.getGreen()), linear(color.getBlue())};
  }

  private static double linear(int channel) {
    double c = channel / 255.0;
    return c <= 0.04045 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4);
  }

  /** CIE 1976, in L*a*b* under D65. */
  private static double distance(Color one, Color other, Sight sight) {
    double[] a = lab(sight.see(one));
    double[] b = lab(sight.see(other));
    return Math.sqrt(
        Math.pow(a[0] - b[0], 2) + Math.pow(a[1] - b[1], 2) + Math.pow(a[2] - b[2], 2));
  }

  private static double[] lab(double[] rgb) {
    double x = root((0.4124 * rgb[0] + 0.3576 * rgb[1] + 0.1805 * rgb[2]) / 0.9505);
    double y = root(luminance(rgb));
    double z = root((0.0193 * rgb[0] + 0.1192 * rgb[1] + 0.9505 * rgb[2]) / 1.089);
    return new double[] {116 * y - 16, 500 * (x - y), 200 * (y - z)};
  }

  private static double root(double t) {
    return t > 216.0 / 24389 ? Math.cbrt(t) : (24389.0 / 27 * t + 16) / 116;
  }
}
