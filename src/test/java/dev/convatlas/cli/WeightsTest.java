package dev.convatlas.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.convatlas.text.Language;
import dev.convatlas.text.Messages;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class WeightsTest {
  private static final Messages WORDS = Messages.of(Language.ENGLISH);

  private final List<String> passed = new ArrayList<>();
  private final Weights weights = new Weights((path, content) -> passed.add(path));

  @Test
  void aPageIsWeighedWithTheChartsThatItShows() {
    put("models/a.html", "<img src=\"../charts/a/one.svg\">", 100);
    put("zh/models/a.html", "", 200);
    put("charts/a/one.svg", "", 400);
    put("charts/a/one.png", "", 300);
    put("index.html", "", 1_000);

    String told = weights.told(WORDS).orElseThrow().replace('\u00a0', ' ');
    assertThat(told.lines().filter(line -> line.startsWith("heaviest")))
        .singleElement()
        .asString()
        .containsPattern("heaviest +a +500 B ");
    // Worked by hand: (10^9 - 1000) / (100 + 200 + 400 + 300).
    assertThat(told).contains("take 1.000 kB (").endsWith("room for 999,999 such models.");
    assertThat(passed).hasSize(5);
  }

  /** What repeats itself packs well, so that a larger page may be the lighter one. */
  @Test
  void orderIsByWhatIsSent() {
    put("models/even.html", "", 50_000);
    put("models/mixed.html", mixed(), 0);
    put("models/tiny.html", "", 10);
    List<String> lines = weights.told(WORDS).orElseThrow().lines().toList();
    assertThat(lines.get(2)).startsWith("lightest").contains("tiny");
    assertThat(lines.get(3)).startsWith("median").contains("even");
    assertThat(lines.get(4)).startsWith("heaviest").contains("mixed");
  }

  @Test
  void withoutModelsThereIsNothingToTell() {
    put("index.html", "", 1_000);
    assertThat(weights.told(WORDS)).isEmpty();
  }

  private void put(String path, String start, int length) {
    String text = start + "x".repeat(Math.max(0, length - start.length()));
    weights.put(path, text.getBytes(StandardCharsets.UTF_8));
  }

  private static String mixed() {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 1_000; i++) {
      text.append(Integer.toString(i * i * 919 % 1_000_003, 36));
    }
    return text.toString();
  }
}
