package dev.convatlas.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Each {@code NAME.md} stands beside the {@code NAME.html} that it gives; those under {@code
 * hostile/} try to harm.
 */
class MarkdownTest {
  private static final Set<String> ELEMENTS =
      Set.of(
          "p br hr em strong code pre blockquote ul ol li h2 h3 h4 h5 h6 table thead tbody tr th td a"
              .split(" ", -1));
  private static final Set<String> ATTRIBUTES = Set.of("href", "rel", "start");

  @TestFactory
  Stream<DynamicTest> rendersAsWritten() throws IOException, URISyntaxException {
    Path folder = Path.of(MarkdownTest.class.getResource("/site/markdown").toURI());
    List<Path> files;
    try (Stream<Path> walk = Files.walk(folder)) {
      files = walk.filter(Files::isRegularFile).sorted().toList();
    }
    Assertions.assertFalse(files.isEmpty());
    return files.stream()
        .map(file -> DynamicTest.dynamicTest(folder.relativize(file).toString(), () -> pair(file)));
  }

  private static void pair(Path file) throws IOException {
    String name = file.getFileName().toString();
    String stem = name.substring(0, name.lastIndexOf('.'));
    Path text = file.resolveSibling(stem + ".md");
    Path expected = file.resolveSibling(stem + ".html");
    assertThat(text).exists();
    assertThat(expected).exists();
    String html = Markdown.html(Files.readString(text), 3);
    isHarmless(html);
    assertThat(html).isEqualTo(Files.readString(expected));
  }

  /** Read as a browser reads it, there is nothing but the elements and attributes of plain text. */
  private static void isHarmless(String html) {
    for (Element element : Jsoup.parseBodyFragment(html).body().select("body *")) {
      assertThat(element.normalName()).isIn(ELEMENTS);
      for (Attribute attribute : element.attributes()) {
        assertThat(attribute.getKey()).isIn(ATTRIBUTES);
      }
      if (element.hasAttr("href")) {
        assertThat(element.attr("href")).matches("(?i)(https?://|mailto:).*");
        assertThat(element.attr("rel")).isEqualTo("nofollow noopener ugc");
      }
    }
  }

  /** Texts of 100,000 characters that make careless parsers slow or deep. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        ">",
        "> ",
        "- ",
        "1. ",
        "[",
        "![",
        "[a](",
        "*a _b ",
        "**a *b ",
        "`a``",
        "<a ",
        "<!--",
        "&#x",
        "|a",
        "\\",
        "[a]: b\n",
        "a\n===\n",
        "*",
        "_ ",
        "](",
        "<<",
        "\t",
        "  \n",
        "| a\n|-\n",
        "x",
      })
  void isNeitherSlowNorDeep(String piece) {
    String text = piece.repeat(100_000 / piece.length());
    isHarmless(
        Assertions.assertTimeoutPreemptively(Duration.ofSeconds(20), () -> Markdown.html(text, 3)));
  }

  @Test
  void anEmptyTextIsEmpty() {
    assertThat(Markdown.html("", 3)).isEmpty();
    assertThat(Markdown.html(" \n\n", 3)).isEmpty();
  }
}
