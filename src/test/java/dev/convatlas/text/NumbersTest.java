package dev.convatlas.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** {@code cells.csv}, in Java; the browser's tests read the same file. */
class NumbersTest {
  private static final Messages ENGLISH = Messages.of(Language.ENGLISH);

  @ParameterizedTest(name = "{0} {1} {2} = {3}")
  @CsvFileSource(resources = "/text/cells.csv", useHeadersInDisplayName = true)
  void writes(String kind, Long base, long value, String expected) {
    String written =
        switch (kind) {
          case "exact" -> Numbers.exact(value);
          case "brief" -> Numbers.brief(value);
          case "tick" -> Numbers.tick(value);
          case "bytes" -> Numbers.bytes(value);
          case "pixels" -> Numbers.pixels(value);
          case "at-least" -> Numbers.atLeast(value, false, Numbers::brief);
          case "share" -> Numbers.share(value, base);
          case "ratio" -> Numbers.ratio(value, base, 1);
          case "change" -> Numbers.change(base, value, ENGLISH);
          case "pixel-change" -> Numbers.pixelChange(base, value, ENGLISH);
          default -> throw new IllegalArgumentException(kind);
        };
    assertThat(written).isEqualTo(expected.replace(' ', '\u00a0'));
  }

  @Test
  void anExactNumberHasNoSign() {
    assertThat(Numbers.atLeast(1234, true, Numbers::exact)).isEqualTo("1,234");
  }

  @Test
  void theWordForSameIsTranslated() {
    assertThat(Numbers.change(5, 5, Messages.of(Language.CHINESE))).isEqualTo("相同");
  }

  @Test
  void digitsAreNamed() {
    assertThat(Numbers.brief(4_089_184_256L, 3)).isEqualTo("4.09\u00a0G");
    assertThat(Numbers.brief(4_089_184_256L, 6)).isEqualTo("4.08918\u00a0G");
  }
}
