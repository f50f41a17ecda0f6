package dev.convatlas.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class LinksTest {
  private static final Map<String, String> SITE =
      Map.of(
          "index.html", "<ul id=list>",
          "compare.html", "",
          "charts/ü 1.svg", "<svg>",
          "models/a.html", "<h1 id='one'><a name=\"größe\">",
          "zh/models/a.html", "");

  static Stream<Arguments> cases() throws IOException {
    try (var stream = LinksTest.class.getResourceAsStream("/site/links/cases.txt")) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("# "))
          .map(line -> line.split(" {2,}", 2))
          .map(parts -> Arguments.of(parts[0], parts[1].startsWith("ok")));
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void followsALink(String link, boolean leads) {
    String page = SITE.get("models/a.html") + "<a href=\"" + link + "\">";
    assertThat(broken(Map.of("models/a.html", page)).isEmpty()).isEqualTo(leads);
  }

  /** Where a link can hide, and where something only looks like one. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "<a href=gone>                                   | index.html → gone",
        "<A class=\"x\" HREF = 'gone' >                  | index.html → gone",
        "<img alt='>' src=\"gone\"/>                     | index.html → gone",
        "<script src=\"gone\"></script>                  | index.html → gone",
        "<source srcset=\"compare.html 1x, gone 2x\">    | index.html → gone",
        "<meta http-equiv=refresh content='0; url=gone'> | index.html → gone",
        "<svg><use href='#gone'/></svg>                  | index.html → #gone",
        "<svg><use xlink:href='#gone'/></svg>            | index.html → #gone",
        "<object data=gone></object>                     | index.html → gone",
        "<div data=gone data-href=gone title='href=gone'>|",
        "<!-- <a href=gone> -->                          |",
        "<script>let a = '<a href=gone>'</script>        |",
        "<title><a href=gone></title>                    |",
        "a < b <a href=compare.html>                     |",
        "<meta name=description content='url=gone'>      |",
        "<svg id=s><use href='#s'/></svg>                |",
        "<a href                                         |",
        "<a href=                                        |",
        "<a href='compare.html                           |",
        "<                                               |",
      })
  void findsLinks(String markup, String expected) {
    List<String> found =
        broken(Map.of("index.html", markup)).stream().map(Object::toString).toList();
    assertThat(String.join(" ", found)).isEqualTo(expected == null ? "" : expected);
  }

  @Test
  void thePageForAnyDepthMayLinkFromTheRoot() {
    assertThat(broken(Map.of("404.html", "<a href='/convatlas/index.html'>"))).isEmpty();
  }

  @Test
  void eachTargetIsNamedOnceWithItsFirstPage() {
    String link = "<a href='../gone.html'><a href='../index.html#gone'>";
    assertThat(broken(Map.of("models/a.html", link, "zh/b.html", link, "m/c.html", link)))
        .containsExactly(
            new Links.Broken("m/c.html", "gone.html"),
            new Links.Broken("m/c.html", "index.html#gone"));
  }

  private static List<Links.Broken> broken(Map<String, String> pages) {
    Map<String, String> site = new java.util.TreeMap<>(SITE);
    site.putAll(pages);
    Links links = new Links();
    site.forEach(
        (path, text) -> {
          if (path.endsWith(".html")) {
            links.add(path, text.getBytes(StandardCharsets.UTF_8));
          }
        });
    try {
      return links.check(site.keySet(), path -> site.get(path).getBytes(StandardCharsets.UTF_8));
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }
}
