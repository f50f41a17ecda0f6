package dev.convatlas.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.convatlas.catalog.ClaimCheck;
import dev.convatlas.catalog.Model;
import dev.convatlas.catalog.ModelReader;
import dev.convatlas.convention.Conventions;
import dev.convatlas.definition.SettingsReader;
import dev.convatlas.source.Checked;
import dev.convatlas.source.Limits;
import dev.convatlas.text.Language;
import dev.convatlas.yaml.YamlReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The examples of the guide are model files, without errors or warnings, in every language. */
class GuideExamplesTest {

  private static Document guide(Language language) {
    Path file = Path.of("templates/guide", language.tag(), "writing.html");
    try {
      return Jsoup.parse(file.toFile(), StandardCharsets.UTF_8.name());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @TestFactory
  Stream<DynamicTest> eachIsSound() {
    return Arrays.stream(Language.values())
        .flatMap(
            language ->
                guide(language).select("pre[data-example]").stream()
                    .map(
                        example ->
                            DynamicTest.dynamicTest(
                                language.tag() + " " + example.attr("data-example"),
                                () -> isSound(guide(language), example))));
  }

  private static void isSound(Document guide, Element example) {
    ModelReader reader =
        new ModelReader(
            Limits.DEFAULT,
            path ->
                Optional.ofNullable(guide.selectFirst("pre[data-library=" + path + "]"))
                    .map(Element::wholeText)
                    .map(text -> YamlReader.read(path, text, Limits.DEFAULT)));
    Checked<List<Model>> read = reader.read("example.yaml", example.wholeText());
    assertThat(read.diagnostics()).isEmpty();
    assertThat(read.value().orElseThrow()).isNotEmpty();
    for (Model model : read.value().orElseThrow()) {
      assertThat(ClaimCheck.check(model.metadata().claims(), model.analysis(), Conventions.DEFAULT))
          .allMatch(result -> result.diagnostic().isEmpty());
    }
  }

  @ParameterizedTest
  @EnumSource
  void theCatalogFileIsSound(Language language) {
    String text = guide(language).selectFirst("pre[data-catalog]").wholeText();
    assertThat(SettingsReader.read(text, Limits.DEFAULT).diagnostics()).isEmpty();
  }

  @Test
  void languagesDifferInWordsOnly() {
    assertThat(examples(Language.CHINESE)).isEqualTo(examples(Language.ENGLISH));
  }

  /** What stands first in each line: keys, and types of layers. */
  private static List<String> examples(Language language) {
    return guide(language).select("pre.code").stream()
        .flatMap(example -> example.wholeText().lines())
        .map(line -> line.replaceFirst("[:{\\[#].*", ""))
        .filter(line -> line.codePoints().allMatch(c -> c < 128) && !line.contains("Markdown"))
        .map(String::stripTrailing)
        .toList();
  }
}
