package dev.convatlas.analysis.findings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.convatlas.analysis.Analysis;
import dev.convatlas.analysis.Models;
import dev.convatlas.analysis.Parts;
import dev.convatlas.analysis.Parts.Part;
import dev.convatlas.text.Language;
import dev.convatlas.text.Messages;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Each check on models that show what it looks for, and on models that do not. */
class ChecksTest {
  private static final Path DATA = Path.of("src/test/resources/findings");
  private static final Messages ENGLISH = Messages.of(Language.ENGLISH);

  @TestFactory
  List<DynamicTest> everyCheckSeesWhatItLooksForAndNothingElse() {
    return Checks.ALL.stream()
        .map(check -> DynamicTest.dynamicTest(check.name(), () -> run(check)))
        .toList();
  }

  private static void run(Check check) {
    List<Part> parts = Parts.read(DATA.resolve(check.name() + ".txt"));
    assertThat(parts.stream().map(Part::heading)).contains("shows", "seen", "clean");
    for (int i = 0; i < parts.size(); i++) {
      Part part = parts.get(i);
      switch (part.heading()) {
        case "shows" ->
            assertThat(seen(check, part.text()))
                .containsExactlyElementsOf(parts.get(i + 1).lines());
        case "clean" -> assertThat(seen(check, part.text())).isEmpty();
        default -> assertThat(part.heading()).isEqualTo("seen");
      }
    }
  }

  private static List<String> seen(Check check, String model) {
    Analysis analysis = Models.analysis(model);
    return check.find(analysis).stream()
        .map(
            finding ->
                analysis.rows().get(finding.nodes().get(0)).node().path()
                    + ": "
                    + ENGLISH.text(finding.message()))
        .toList();
  }

  @Test
  void everyDataFileIsACheck() {
    assertThat(Parts.files(DATA).stream().map(file -> file.getFileName().toString()))
        .containsExactlyInAnyOrderElementsOf(
            Checks.ALL.stream().map(check -> check.name() + ".txt").toList());
  }

  @Test
  void everyCheckHasWordsAndASource() {
    for (Check check : Checks.ALL) {
      assertThat(check.source()).contains("https://");
      for (Language language : Language.values()) {
        Messages messages = Messages.of(language);
        assertThat(messages.text(check.title())).isNotBlank();
        assertThat(messages.text(check.reason())).isNotBlank();
      }
    }
  }
}
