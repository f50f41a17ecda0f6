package dev.convatlas.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Holds the message files together: with each other, and with the code that asks for them. */
class MessageFilesTest {
  private static final Path FILES = Path.of("src/main/resources/messages");
  private static final Path TEMPLATES = Path.of("templates");

  /** Beginnings of keys whose end comes from the name of an enum's constant or the like. */
  private static final List<String> COMPOSED = List.of("yaml.limit.");

  /** Literals that begin like a key and are none. */
  private static final Set<String> NO_KEYS = Set.of();

  /** Chinese sentences that rightly have no Chinese character. */
  private static final Set<String> WITHOUT_CHINESE = Set.of();

  private static final Pattern KEY = Pattern.compile("[a-z]\\w*(?:\\.[\\w-]+)+");
  private static final Pattern TEMPLATE_KEY = Pattern.compile("#\\{([\\w.-]+)|'([\\w.-]+)'");
  private static final Pattern CHINESE = Pattern.compile("\\p{IsHan}");
  private static final Pattern LATIN_WORD = Pattern.compile("[A-Za-z]{2}");
  private static final Pattern ENGLISH =
      Pattern.compile("\\b(?:the|is|are|of|and|not|must|has|with|without|this)\\b");
  private static final Pattern HALF_WIDTH =
      Pattern.compile("\\p{IsHan}[,;:?!()]|[,;:?!()]\\p{IsHan}");

  private static final Map<String, String> ENGLISH_WORDS = all(Language.ENGLISH);
  private static final Map<String, String> CHINESE_WORDS = all(Language.CHINESE);
  private static final SourceStrings SOURCES = SourceStrings.read();

  private static Map<String, String> all(Language language) {
    Map<String, String> sentences = new TreeMap<>();
    for (String area : Messages.AREAS) {
      Messages.read(language, area)
          .forEach((key, sentence) -> sentences.put((String) key, (String) sentence));
    }
    return sentences;
  }

  private static Set<Integer> places(String sentence) {
    return Places.PLACE
        .matcher(sentence)
        .results()
        .map(place -> Integer.valueOf(place.group(1)))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  @ParameterizedTest
  @EnumSource
  void everyFileIsAnAreaAndEveryAreaAFile(Language language) throws IOException {
    try (Stream<Path> files = Files.list(FILES.resolve(language.tag()))) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrderElementsOf(
              Messages.AREAS.stream().map(area -> area + ".properties").toList());
    }
  }

  @ParameterizedTest
  @EnumSource
  void noKeyIsThereTwice(Language language) throws IOException {
    List<String> keys = new ArrayList<>();
    for (String area : Messages.AREAS) {
      Files.readAllLines(FILES.resolve(language.tag()).resolve(area + ".properties")).stream()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .forEach(line -> keys.add(line.split("=", 2)[0].strip()));
    }
    assertThat(keys).doesNotHaveDuplicates().hasSameSizeAs(all(language).keySet());
  }

  @Test
  void bothLanguagesHaveTheSameKeys() {
    assertThat(CHINESE_WORDS.keySet()).isEqualTo(ENGLISH_WORDS.keySet());
  }

  @Test
  void bothLanguagesHaveTheSamePlaces() {
    assertThat(ENGLISH_WORDS)
        .allSatisfy(
            (key, sentence) ->
                assertThat(places(CHINESE_WORDS.get(key))).as(key).isEqualTo(places(sentence)));
  }

  @Test
  void chineseIsChinese() {
    assertThat(CHINESE_WORDS)
        .allSatisfy(
            (key, sentence) -> {
              String words = Places.PLACE.matcher(sentence).replaceAll("");
              if (LATIN_WORD.matcher(words).find() && !WITHOUT_CHINESE.contains(key)) {
                assertThat(words).as(key).containsPattern(CHINESE);
              }
              assertThat(words).as(key).doesNotContainPattern(ENGLISH);
              assertThat(words.replaceAll("“[^”]*”", "")).as(key).doesNotContainPattern(HALF_WIDTH);
              assertThat(sentence).as(key).doesNotContain("|");
            });
  }

  @Test
  void englishIsEnglish() {
    assertThat(ENGLISH_WORDS)
        .allSatisfy((key, sentence) -> assertThat(sentence).doesNotContainPattern(CHINESE));
  }

  @Test
  void everyKeyThatCodeNamesIsThere() {
    Set<String> beginnings =
        ENGLISH_WORDS.keySet().stream()
            .map(MessageFilesTest::beginning)
            .collect(Collectors.toSet());
    List<String> named =
        SOURCES.literals().stream()
            .filter(text -> KEY.matcher(text).matches() && beginnings.contains(beginning(text)))
            .filter(text -> !NO_KEYS.contains(text))
            .toList();
    assertThat(named).hasSizeGreaterThan(80);
    assertThat(ENGLISH_WORDS).containsKeys(named.toArray(String[]::new));
  }

  @Test
  void everyCallNamesAMessageAndFillsItsPlaces() {
    assertThat(SOURCES.calls())
        .hasSizeGreaterThan(120)
        .allSatisfy(
            call ->
                assertThat(places(ENGLISH_WORDS.getOrDefault(call.key(), "no such message: {99}")))
                    .as(call.toString())
                    .allMatch(place -> place < call.arguments()));
  }

  @Test
  void everyMessageIsUsed() throws IOException {
    Set<String> used = new TreeSet<>(SOURCES.literals());
    used.addAll(templateKeys());
    List<String> dead =
        ENGLISH_WORDS.keySet().stream()
            .filter(key -> !used.contains(key) && COMPOSED.stream().noneMatch(key::startsWith))
            .toList();
    assertThat(dead).isEmpty();
    assertThat(SOURCES.literals()).containsAll(COMPOSED);
  }

  @Test
  void everyKeyThatATemplateNamesIsThere() throws IOException {
    assertThat(ENGLISH_WORDS.keySet())
        .containsAll(templateKeys().stream().filter(key -> KEY.matcher(key).matches()).toList());
  }

  private static Set<String> templateKeys() throws IOException {
    Set<String> keys = new TreeSet<>();
    if (!Files.exists(TEMPLATES)) {
      return keys;
    }
    try (Stream<Path> files = Files.walk(TEMPLATES)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Matcher matcher = TEMPLATE_KEY.matcher(Files.readString(file));
        while (matcher.find()) {
          keys.add(matcher.group(1) != null ? matcher.group(1) : matcher.group(2));
        }
      }
    }
    return keys;
  }

  private static String beginning(String key) {
    return key.substring(0, Math.max(0, key.indexOf('.')));
  }
}
