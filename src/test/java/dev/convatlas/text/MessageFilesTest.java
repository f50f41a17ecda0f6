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
import java.util.function.BiPredicate;
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

  /** Literals that look like a key and are names of files. */
  private static final Pattern FILE = Pattern.compile(".*\\.(?:css|csv|html|js|json|svg|yaml)");

  /** Chinese sentences that are names only. */
  private static final Set<String> WITHOUT_CHINESE =
      Set.of(
          "datum.nothing",
          "operation.prelu",
          "operation.rectifier",
          "operation.recurrent",
          "operation.softmax",
          "subject.catalog");

  private static final Pattern KEY = Pattern.compile("[a-z]\\w*(?:\\.[\\w-]+)+");
  private static final Pattern TEMPLATE_KEY = Pattern.compile("#\\{([\\w.-]+)|'([\\w.-]+)'");
  private static final Path SCRIPTS = Path.of("src/main/resources/assets");
  private static final Pattern SCRIPT_KEY = Pattern.compile("\"([a-z]\\w*(?:\\.[\\w-]+)+)\"");
  private static final Pattern CHINESE = Pattern.compile("\\p{IsHan}");
  private static final Pattern PLURAL = Pattern.compile("\\{\\d\\|");
  private static final Pattern LATIN_WORD = Pattern.compile("[A-Za-z]{2}");
  private static final Pattern ENGLISH =
      Pattern.compile("\\b(?:the|is|are|of|and|not|must|has|with|without|this)\\b");
  private static final Pattern HALF_WIDTH =
      Pattern.compile("\\p{IsHan}[,;:?!()]|[,;:?!()]\\p{IsHan}");

  /** What goes by another name here: 感受野, 累计步幅, 公布值, 卷积核, 默认, 像素, 计数口径. */
  private static final Pattern OTHER_NAMES = Pattern.compile("感知野|步距|声称|公开数?值|滤波器|缺省|象素|计数约定");

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
    assertThat(
            offenders(
                ENGLISH_WORDS,
                (key, english) -> !places(english).equals(places(CHINESE_WORDS.get(key)))))
        .isEmpty();
  }

  @Test
  void chineseIsChinese() {
    assertThat(
            offenders(
                CHINESE_WORDS,
                (key, chinese) -> {
                  String words = Places.PLACE.matcher(chinese).replaceAll("");
                  return LATIN_WORD.matcher(words).find()
                      && !CHINESE.matcher(words).find()
                      && !WITHOUT_CHINESE.contains(key);
                }))
        .isEmpty();
    assertThat(offenders(CHINESE_WORDS, (key, chinese) -> ENGLISH.matcher(chinese).find()))
        .isEmpty();
  }

  @Test
  void chineseHasItsOwnPunctuationAndNoPlural() {
    assertThat(
            offenders(
                CHINESE_WORDS,
                (key, chinese) -> {
                  String unquoted = chinese.replaceAll("“[^”]*”", "");
                  return HALF_WIDTH.matcher(unquoted).find() || PLURAL.matcher(chinese).find();
                }))
        .isEmpty();
  }

  @Test
  void oneThingHasOneName() {
    assertThat(offenders(CHINESE_WORDS, (key, chinese) -> OTHER_NAMES.matcher(chinese).find()))
        .isEmpty();
  }

  @Test
  void englishIsEnglish() {
    assertThat(offenders(ENGLISH_WORDS, (key, english) -> CHINESE.matcher(english).find()))
        .isEmpty();
  }

  private static List<String> offenders(
      Map<String, String> sentences, BiPredicate<String, String> wrong) {
    return sentences.entrySet().stream()
        .filter(entry -> wrong.test(entry.getKey(), entry.getValue()))
        .map(entry -> entry.getKey() + " = " + entry.getValue())
        .toList();
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
            .filter(text -> !FILE.matcher(text).matches())
            .toList();
    assertThat(named).hasSizeGreaterThan(80);
    assertThat(named.stream().filter(key -> !ENGLISH_WORDS.containsKey(key))).isEmpty();
  }

  @Test
  void everyCallNamesAMessageAndFillsItsPlaces() {
    assertThat(SOURCES.calls()).hasSizeGreaterThan(120);
    assertThat(SOURCES.calls().stream().filter(call -> !isFilled(call)).toList()).isEmpty();
  }

  private static boolean isFilled(SourceStrings.Call call) {
    String sentence = ENGLISH_WORDS.get(call.key());
    return sentence != null
        && places(sentence).stream().allMatch(place -> place < call.arguments());
  }

  @Test
  void everyMessageIsUsed() throws IOException {
    Set<String> used = new TreeSet<>(SOURCES.literals());
    SOURCES.calls().forEach(call -> used.add(call.key()));
    used.addAll(ComposedKeys.ALL);
    used.addAll(templateKeys());
    used.addAll(scriptKeys());
    assertThat(ENGLISH_WORDS.keySet().stream().filter(key -> !used.contains(key))).isEmpty();
  }

  @Test
  void everyComposedKeyIsThere() {
    assertThat(ComposedKeys.ALL.stream().filter(key -> !ENGLISH_WORDS.containsKey(key))).isEmpty();
  }

  @Test
  void everyKeyThatATemplateNamesIsThere() throws IOException {
    assertThat(
            templateKeys().stream()
                .filter(key -> KEY.matcher(key).matches() && !ENGLISH_WORDS.containsKey(key)))
        .isEmpty();
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

  @Test
  void everyKeyThatAScriptNamesIsThere() throws IOException {
    assertThat(scriptKeys()).hasSizeGreaterThan(10);
    assertThat(scriptKeys().stream().filter(key -> !ENGLISH_WORDS.containsKey(key))).isEmpty();
  }

  private static Set<String> scriptKeys() throws IOException {
    Set<String> keys = new TreeSet<>();
    try (Stream<Path> files = Files.walk(SCRIPTS)) {
      for (Path file : files.filter(path -> path.toString().endsWith(".js")).toList()) {
        SCRIPT_KEY
            .matcher(Files.readString(file))
            .results()
            .map(result -> result.group(1))
            .filter(
                key ->
                    ENGLISH_WORDS.keySet().stream()
                        .anyMatch(k -> beginning(k).equals(beginning(key))))
            .forEach(keys::add);
      }
    }
    return keys;
  }

  private static String beginning(String key) {
    return key.substring(0, Math.max(0, key.indexOf('.')));
  }
}
