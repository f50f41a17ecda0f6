package dev.convatlas.analysis.resolution;

import static org.assertj.core.api.Assertions.assertThat;

import dev.convatlas.analysis.Models;
import dev.convatlas.analysis.Parts;
import dev.convatlas.analysis.Parts.Part;
import dev.convatlas.convention.Conventions;
import dev.convatlas.definition.ModelDefinition;
import dev.convatlas.tensor.Shape;
import dev.convatlas.text.Language;
import dev.convatlas.text.Messages;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

class ResolutionLawsTest {
  private static final Path DATA = Path.of("src/test/resources/resolution/laws");
  private static final Messages ENGLISH = Messages.of(Language.ENGLISH);

  @TestFactory
  List<DynamicTest> lawsAreThoseWorkedOutByHand() {
    return Parts.files(DATA).stream()
        .map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> run(file)))
        .toList();
  }

  private static void run(Path file) {
    List<Part> parts = Parts.read(file);
    ModelDefinition model =
        Models.definitions("model.yaml", Parts.part(parts, "model").text()).get(0);
    ResolutionLaws laws =
        ResolutionLaws.of(Models.analysis(model), Models.resize(model), Conventions::totals);
    assertThat(laws.points().stream().map(ResolutionLawsTest::line))
        .containsExactlyElementsOf(Parts.part(parts, "laws").lines());
    assertThat(laws.smallest().stream().map(ResolutionLawsTest::line))
        .containsExactlyElementsOf(Parts.part(parts, "smallest").lines());
  }

  private static String line(ResolutionLaws.Point point) {
    String figures =
        point.figures().isPresent()
            ? line(point.figures().get())
            : "refused: " + ENGLISH.text(point.refusal().orElseThrow());
    Scale scale = point.scale();
    return scale.numerator()
        + "/"
        + scale.denominator()
        + " "
        + shapes(point.inputs())
        + ": "
        + figures;
  }

  private static String line(ResolutionLaws.Figures figures) {
    return figures.totals().macs().value()
        + " MACs, peak "
        + figures.peak()
        + ", field "
        + figures.field().orElseThrow().value()
        + (figures.sameWeights() ? ", same weights, " : ", other weights, ")
        + figures.dropping()
        + " dropping";
  }

  private static String line(SmallestInput smallest) {
    return shapes(smallest.inputs())
        + ", steps of "
        + smallest.step()
        + (smallest.gapless() ? ", gapless" : ", gone through one by one");
  }

  private static String shapes(Map<String, Shape> inputs) {
    return inputs.values().stream().map(Shape::toString).collect(Collectors.joining(", "));
  }

  @ParameterizedTest
  @CsvFileSource(
      resources = "/resolution/smallest.csv",
      delimiter = '|',
      useHeadersInDisplayName = true)
  void theSmallestInputIsTorchvisions(String id, long size) {
    ModelDefinition model = Models.sample(id);
    SmallestInput smallest =
        SmallestInput.of(Models.graph(model), Models.resize(model)).orElseThrow();
    assertThat(smallest.size()).isEqualTo(size);
    assertThat(smallest.gapless()).isTrue();
  }
}
