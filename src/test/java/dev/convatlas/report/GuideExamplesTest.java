package dev.convatlas.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.convatlas.catalog.ClaimCheck;
import dev.convatlas.catalog.Model;
import dev.convatlas.catalog.ModelReader;
import dev.convatlas.convention.Conventions;
import dev.convatlas.definition.SettingsReader;
import dev.convatlas.source.Checked;
import dev.convatlas.source.Limits;
import dev.convatlas.yaml.YamlReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The examples of the guide are model files, without errors or warnings, and are all shown. */
class GuideExamplesTest {
  private static final Path GUIDE = Path.of("templates/guide");

  static List<String> names() throws IOException {
    return examples().select("pre[data-example]").eachAttr("data-example");
  }

  private static Document examples() throws IOException {
    return Jsoup.parse(GUIDE.resolve("examples.html").toFile(), StandardCharsets.UTF_8.name());
  }

  @ParameterizedTest
  @MethodSource("names")
  void eachIsSoundAndStandsInEveryLanguage(String name) throws IOException {
    Document examples = examples();
    ModelReader reader =
        new ModelReader(
            Limits.DEFAULT,
            path ->
                Optional.ofNullable(examples.selectFirst("pre[data-library=" + path + "]"))
                    .map(Element::wholeText)
                    .map(text -> YamlReader.read(path, text, Limits.DEFAULT)));
    String text = examples.selectFirst("pre[data-example=" + name + "]").wholeText();
    Checked<List<Model>> read = reader.read(name + ".yaml", text);
    assertThat(read.diagnostics()).isEmpty();
    assertThat(read.value().orElseThrow()).isNotEmpty();
    for (Model model : read.value().orElseThrow()) {
      assertThat(ClaimCheck.check(model.metadata().claims(), model.analysis(), Conventions.DEFAULT))
          .allMatch(result -> result.diagnostic().isEmpty());
    }
    standsInEveryLanguage(name);
  }

  @Test
  void theCatalogFileIsSoundAndStandsInEveryLanguage() throws IOException {
    String text = examples().selectFirst("pre[data-catalog]").wholeText();
    assertThat(SettingsReader.read(text, Limits.DEFAULT).diagnostics()).isEmpty();
    standsInEveryLanguage("catalog");
  }

  private static void standsInEveryLanguage(String name) throws IOException {
    for (String language : List.of("en", "zh")) {
      assertThat(Files.readString(GUIDE.resolve(language + "/writing.html")))
          .contains("guide/examples :: " + name + "}");
    }
  }
}
