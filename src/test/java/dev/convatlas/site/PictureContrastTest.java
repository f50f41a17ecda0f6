package dev.convatlas.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What pictures say can be seen in the light scheme and in the dark one. Pages are left to axe,
 * which does not look into pictures.
 */
class PictureContrastTest {
  private static final MemorySink SITE =
      CatalogFolder.read(CatalogFolder.SAMPLES, "lenet5.yaml", "googlenet.yaml").render(2);

  /** WCAG 2.2, success criterion 1.4.11. */
  private static final double GRAPHICS = 3;

  /** WCAG 2.2, success criterion 1.4.3. */
  private static final double TEXT = 4.5;

  private static final Pattern RULE = Pattern.compile("([^{}]+)\\{([^{}]*)\\}");
  private static final Pattern COLOR = Pattern.compile("(fill|stroke):#([0-9a-f]{6})");

  /** Surfaces, and lines that only help the eye: grids, edges of boxes that hold a text. */
  private static final Set<String> MEANS_NOTHING =
      Set.of(
          ".b fill",
          ".p fill",
          ".j fill",
          ".f fill",
          ".e fill",
          ".l.g stroke",
          ".b stroke",
          ".f stroke",
          ".s stroke",
          ".ft stroke");

  private static final Set<String> SURFACES = Set.of(".b fill", ".p fill", ".f fill");

  private static final Set<String> TEXTS =
      Set.of(".t fill", ".d fill", ".s fill", ".ft fill", ".h fill");

  static List<String> pictures() {
    return SITE.files().keySet().stream()
        .filter(path -> path.matches("(charts|catalog-charts|family-charts|drawings)/.*\\.svg"))
        .toList();
  }

  @ParameterizedTest
  @MethodSource("pictures")
  void everythingThatMeansSomethingCanBeSeen(String path) {
    String style = SITE.text(path).replaceFirst("(?s).*?<style>(.*?)</style>.*", "$1");
    int dark = style.indexOf("@media");
    Map<String, String> colors = colors(style.substring(0, dark));
    assertThat(tooFaint(colors)).as("light").isEmpty();
    colors.putAll(colors(style.substring(style.indexOf('{', dark) + 1)));
    assertThat(tooFaint(colors)).as("dark").isEmpty();
  }

  @Test
  void thereAreChartsAndDrawings() {
    assertThat(pictures())
        .anyMatch(path -> path.startsWith("charts/"))
        .anyMatch(path -> path.startsWith("drawings/"));
  }

  /** White letters on two surfaces, the same in both schemes. */
  @Test
  void badgesCanBeRead() {
    List<String> surfaces =
        Pattern.compile("<path fill=\"#([0-9a-f]{6})\"")
            .matcher(SITE.text("badges/lenet5/params.svg"))
            .results()
            .map(found -> found.group(1))
            .toList();
    assertThat(surfaces)
        .hasSize(2)
        .allSatisfy(surface -> assertThat(contrast("ffffff", surface)).isGreaterThan(TEXT));
  }

  /** Black on white is 21:1 by WCAG's definition. */
  @Test
  void aFaintColourIsFound() {
    assertThat(contrast("000000", "ffffff")).isEqualTo(21);
    assertThat(tooFaint(Map.of(".b fill", "ffffff", ".t fill", "999999", ".k stroke", "999999")))
        .containsExactlyInAnyOrder(".t fill on .b fill", ".k stroke on .b fill");
  }

  private static Map<String, String> colors(String style) {
    Map<String, String> colors = new HashMap<>();
    for (MatchResult rule : RULE.matcher(style).results().toList()) {
      for (MatchResult color : COLOR.matcher(rule.group(2)).results().toList()) {
        for (String selector : rule.group(1).split(",", -1)) {
          colors.put(selector.strip() + " " + color.group(1), color.group(2));
        }
      }
    }
    return colors;
  }

  private static List<String> tooFaint(Map<String, String> colors) {
    List<String> faint = new ArrayList<>();
    colors.forEach(
        (use, color) -> {
          if (!MEANS_NOTHING.contains(use)) {
            double least = TEXTS.contains(use) ? TEXT : GRAPHICS;
            SURFACES.stream()
                .filter(colors::containsKey)
                .filter(surface -> contrast(color, colors.get(surface)) < least)
                .forEach(surface -> faint.add(use + " on " + surface));
          }
        });
    return faint;
  }

  private static double contrast(String one, String other) {
    double a = luminance(one) + 0.05;
    double b = luminance(other) + 0.05;
    return Math.max(a, b) / Math.min(a, b);
  }

  /** Relative, as WCAG defines it. */
  private static double luminance(String hex) {
    return 0.2126 * linear(hex.substring(0, 2))
        + 0.7152 * linear(hex.substring(2, 4))
        + 0.0722 * linear(hex.substring(4));
  }

  private static double linear(String hex) {
    double c = Integer.parseInt(hex, 16) / 255.0;
    return c <= 0.04045 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4);
  }
}
