package dev.convatlas.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.convatlas.analysis.Analysis;
import dev.convatlas.analysis.Models;
import dev.convatlas.analysis.Parts;
import dev.convatlas.analysis.Parts.Part;
import dev.convatlas.definition.ModelDefinition;
import dev.convatlas.text.Language;
import dev.convatlas.text.Messages;
import dev.convatlas.text.Numbers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class LayerExplanationTest {
  private static final Path DATA = Path.of("src/test/resources/explanations");

  /** A part may leave sections out; those that it has must be as they are written. */
  @TestFactory
  List<DynamicTest> sentencesAreThoseWorkedOutByHand() {
    List<DynamicTest> tests = new ArrayList<>();
    for (Path file : Parts.files(DATA)) {
      List<Part> parts = Parts.read(file);
      Analysis analysis = Models.analysis(Parts.part(parts, "model").text());
      for (Part part : parts.subList(1, parts.size())) {
        tests.add(
            DynamicTest.dynamicTest(
                file.getFileName() + " " + part.heading(),
                () ->
                    assertThat(String.join("\n", lines(analysis, part.heading(), Language.ENGLISH)))
                        .contains(sections(part.text()))));
      }
    }
    return tests;
  }

  /** The sections of a part, each starting with a line that is not indented. */
  private static String[] sections(String text) {
    return Stream.of(text.split("\n(?=[^ ])")).map(String::stripTrailing).toArray(String[]::new);
  }

  private static List<String> lines(Analysis analysis, String path, Language language) {
    Messages messages = Messages.of(language);
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < analysis.rows().size(); i++) {
      if (analysis.rows().get(i).node().path().equals(path)) {
        for (LayerExplanation.Section section : LayerExplanation.of(analysis, i).sections()) {
          lines.add(messages.text(section.topic().title()));
          section
              .lines()
              .forEach(line -> lines.add("  " + messages.text(Numbers.grouped(line.text()))));
        }
      }
    }
    return lines;
  }

  /** No layer of any sample is left without sentences, in any language. */
  @TestFactory
  Stream<DynamicTest> everyLayerOfTheSamplesIsExplained() {
    return Stream.of("alexnet", "inception_v3", "mobilenet_v3_small", "swin_t", "unet", "vit_b_16")
        .map(id -> DynamicTest.dynamicTest(id, () -> explained(Models.sample(id))));
  }

  private static void explained(ModelDefinition model) {
    Analysis analysis = Models.analysis(model);
    for (int i = 0; i < analysis.rows().size(); i++) {
      for (LayerExplanation.Section section : LayerExplanation.of(analysis, i).sections()) {
        assertThat(section.lines()).isNotEmpty();
        for (Language language : Language.values()) {
          Messages messages = Messages.of(language);
          assertThat(section.lines())
              .allSatisfy(line -> assertThat(messages.text(line.text())).isNotBlank());
        }
      }
    }
  }
}
