package dev.convatlas.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class PathRulesTest {
  private static final Pattern ESCAPE = Pattern.compile("\\\\u([0-9A-F]{4})");

  static List<String> good() throws IOException {
    return lines("good");
  }

  static List<String> bad() throws IOException {
    return lines("bad");
  }

  @ParameterizedTest
  @MethodSource("good")
  void takes(String path) {
    assertThat(PathRules.fault(path)).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("bad")
  void refuses(String path) {
    assertThat(PathRules.fault(path)).isPresent();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new MemorySink().put(path, new byte[0]))
        .withMessageContaining(path);
  }

  @Test
  void refusesTheEmptyAndTheLong() {
    assertThat(PathRules.fault("")).isPresent();
    assertThat(PathRules.fault("a".repeat(255))).isEmpty();
    assertThat(PathRules.fault("a".repeat(256))).isPresent();
    assertThat(PathRules.fault("残".repeat(85))).isEmpty();
    assertThat(PathRules.fault("残".repeat(86))).isPresent();
    assertThat(PathRules.fault("a/".repeat(512) + "a")).isPresent();
  }

  @ParameterizedTest
  @CsvSource({
    "a.html, a.html",
    "a.html, A.html",
    "models/a, Models/b",
    "models/a/b, models/A/c",
    "a, a/b",
    "a/b, a",
    "a, A/b",
    "größe, GRÖSSE",
    "ΣΑΣ, σας",
  })
  void refusesTheSecond(String first, String second) {
    MemorySink sink = new MemorySink();
    sink.put(first, new byte[0]);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> sink.put(second, new byte[0]))
        .withMessageContaining("'" + second + "' collides with '" + first.charAt(0));
  }

  @Test
  void namesOfOneFolderMayStandInAnother() {
    MemorySink sink = new MemorySink();
    sink.put("a/x", new byte[0]);
    assertThatCode(() -> sink.put("b/X", new byte[0])).doesNotThrowAnyException();
  }

  private static List<String> lines(String name) throws IOException {
    try (var stream = PathRulesTest.class.getResourceAsStream("/site/paths/" + name + ".txt")) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("# "))
          .map(PathRulesTest::unescaped)
          .toList();
    }
  }

  private static String unescaped(String line) {
    return ESCAPE
        .matcher(line)
        .replaceAll(
            match ->
                Matcher.quoteReplacement(Character.toString(Integer.parseInt(match.group(1), 16))));
  }
}
