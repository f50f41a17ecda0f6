package dev.convatlas.site;

import static org.assertj.core.api.Assertions.assertThat;

import dev.convatlas.report.GuidePage;
import dev.convatlas.text.Language;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Words stand in message files, or in the guide's prose, which is written once per language. */
class TemplatesTest {
  private static final Path TEMPLATES = Path.of("templates");
  private static final Pattern WORD = Pattern.compile("\\p{L}{2}");
  private static final Pattern INLINE = Pattern.compile("\\[\\[.*?\\]\\]");
  private static final List<String> SPOKEN = List.of("alt", "aria-label", "title", "placeholder");
  private static final Pattern ENGLISH = Pattern.compile("(?:\\b[a-z]+\\b[ ,.]+){4}");
  private static final Pattern CHINESE = Pattern.compile("\\p{IsHan}");

  private static List<Path> templates() throws IOException {
    try (Stream<Path> files = Files.walk(TEMPLATES)) {
      return files.filter(file -> file.toString().endsWith(".html")).sorted().toList();
    }
  }

  private static boolean isProse(Path file) {
    Path folder = TEMPLATES.relativize(file).getParent();
    return folder != null
        && folder.getNameCount() == 2
        && folder.startsWith("guide")
        && Language.of(folder.getFileName().toString()).isPresent();
  }

  @Test
  void noTemplateHasWordsOfItsOwn() throws IOException {
    List<String> words = new ArrayList<>();
    List<Path> checked = templates().stream().filter(file -> !isProse(file)).toList();
    assertThat(checked).hasSizeGreaterThan(5);
    for (Path file : checked) {
      for (Element element : Jsoup.parse(Files.readString(file)).getAllElements()) {
        for (TextNode text : element.textNodes()) {
          String own = INLINE.matcher(text.text()).replaceAll("");
          if (WORD.matcher(own).find()) {
            words.add(file + ": " + own);
          }
        }
        for (Attribute attribute : element.attributes()) {
          if (SPOKEN.contains(attribute.getKey()) && WORD.matcher(attribute.getValue()).find()) {
            words.add(file + ": " + attribute);
          }
        }
      }
    }
    assertThat(words).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void theGuideIsWrittenInEachLanguage(Language language) throws IOException {
    try (Stream<Path> files = Files.list(TEMPLATES.resolve("guide").resolve(language.tag()))) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrderElementsOf(
              GuidePage.CHAPTERS.stream().map(chapter -> chapter + ".html").toList());
    }
  }

  @Test
  void theGuidesHaveTheSameParts() throws IOException {
    for (String chapter : GuidePage.CHAPTERS) {
      List<List<String>> parts = new ArrayList<>();
      for (Language language : Language.values()) {
        parts.add(parts(prose(language, chapter)));
      }
      assertThat(parts).as(chapter).allMatch(parts.get(0)::equals);
    }
  }

  /** Headings, tables and what templates fill in. */
  private static List<String> parts(String prose) {
    return Jsoup.parseBodyFragment(prose).select("h2, h3, table, pre, *").stream()
        .flatMap(
            element ->
                Stream.concat(
                    Stream.of("h2", "h3", "table", "pre").filter(element.normalName()::equals),
                    element.attributes().asList().stream()
                        .filter(attribute -> attribute.getKey().startsWith("th:"))
                        .map(Attribute::toString)))
        .toList();
  }

  @Test
  void theChineseGuideIsChinese() throws IOException {
    for (String chapter : GuidePage.CHAPTERS) {
      String text = Jsoup.parseBodyFragment(prose(Language.CHINESE, chapter)).text();
      assertThat(CHINESE.matcher(text).results().count()).as(chapter).isGreaterThan(80);
      assertThat(Arrays.stream(text.split("[。；]", -1)).filter(s -> ENGLISH.matcher(s).find()))
          .as(chapter)
          .isEmpty();
    }
  }

  private static String prose(Language language, String chapter) throws IOException {
    return Files.readString(
        TEMPLATES.resolve("guide").resolve(language.tag()).resolve(chapter + ".html"));
  }
}
