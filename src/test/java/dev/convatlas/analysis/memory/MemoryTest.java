package dev.convatlas.analysis.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.convatlas.analysis.Analysis;
import dev.convatlas.analysis.Count;
import dev.convatlas.analysis.Models;
import dev.convatlas.analysis.Parts;
import dev.convatlas.analysis.Parts.Part;
import dev.convatlas.text.Language;
import dev.convatlas.text.Messages;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Timelines and peaks worked out by hand. */
class MemoryTest {
  private static final Path DATA = Path.of("src/test/resources/memory");

  @TestFactory
  List<DynamicTest> timelinesAreThoseWorkedOutByHand() {
    return Parts.files(DATA).stream()
        .map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> run(file)))
        .toList();
  }

  private static void run(Path file) {
    List<Part> parts = Parts.read(file);
    Analysis analysis = Models.analysis(Parts.part(parts, "model").text());
    assertThat(lines(analysis, false)).isEqualTo(Parts.part(parts, "separate").lines());
    assertThat(lines(analysis, true)).isEqualTo(Parts.part(parts, "in place").lines());
    assertThat(Memory.of(analysis, false).weights())
        .isEqualTo(Count.of(Long.parseLong(Parts.part(parts, "weights").lines().get(0))));
    Training training = Training.of(analysis);
    assertThat(training.activations() + " at " + path(analysis, training.node()))
        .isEqualTo(Parts.part(parts, "training").lines().get(0));
  }

  private static List<String> lines(Analysis analysis, boolean inPlace) {
    Memory memory = Memory.of(analysis, inPlace);
    Memory.Peak peak = memory.peak();
    String pieces =
        peak.pieces().stream()
            .map(piece -> Long.toString(piece.elements()))
            .collect(Collectors.joining(" "));
    return List.of(
        memory.timeline().stream()
            .map(step -> Long.toString(step.live()))
            .collect(Collectors.joining(" ")),
        "peak " + peak.live() + " at " + path(analysis, peak.node()) + ": " + pieces);
  }

  private static String path(Analysis analysis, int node) {
    return analysis.rows().get(node).node().path();
  }

  /** The timeline counts in one pass; here each moment is added up anew from the definition. */
  @TestFactory
  Stream<DynamicTest> everyMomentIsTheSumOfWhatIsLive() {
    return Stream.of("densenet121", "unet", "inception_v3", "shufflenet_v2_x1_0", "vit_b_16")
        .map(id -> DynamicTest.dynamicTest(id, () -> addUp(Models.analysis(Models.sample(id)))));
  }

  private static void addUp(Analysis analysis) {
    for (boolean inPlace : new boolean[] {false, true}) {
      List<Liveness.Piece> pieces = Liveness.of(analysis.graph(), inPlace, false).pieces();
      Memory memory = Memory.of(analysis, inPlace);
      for (Memory.Step step : memory.timeline()) {
        long live =
            pieces.stream()
                .filter(piece -> piece.first() <= step.node() && step.node() <= piece.last())
                .mapToLong(Liveness.Piece::elements)
                .sum();
        assertThat(step.live()).isEqualTo(live).isLessThanOrEqualTo(memory.peak().live());
      }
      assertThat(memory.peak().pieces().stream().mapToLong(Liveness.Piece::elements).sum())
          .isEqualTo(memory.peak().live());
    }
  }

  @Test
  void anOptimizerKeepsItsStateForEachParameter() {
    Training training = new Training(Count.of(100), Count.of(7), 1000, 3);
    assertThat(training.elements(Training.Optimizer.SGD)).isEqualTo(Count.of(1207));
    assertThat(training.elements(Training.Optimizer.SGD_MOMENTUM)).isEqualTo(Count.of(1307));
    assertThat(training.elements(Training.Optimizer.ADAM)).isEqualTo(Count.of(1407));
  }

  @Test
  void bytesThatDoNotFitAreAnError() {
    assertThat(NumberType.FP16.bytes(3)).isEqualTo(6);
    assertThatExceptionOfType(ArithmeticException.class)
        .isThrownBy(() -> NumberType.FP32.bytes(1L << 61));
  }

  @Test
  void assumptionsAreSentences() {
    Analysis analysis = Models.analysis("input: [2, 4, 4]\nlayers: [relu]\n");
    for (Language language : Language.values()) {
      Messages messages = Messages.of(language);
      Stream.of(
              Memory.of(analysis, true).assumptions(),
              Memory.of(analysis, false).assumptions(),
              Training.of(analysis).assumptions(),
              Traffic.assumptions())
          .flatMap(List::stream)
          .forEach(message -> assertThat(messages.text(message)).isNotBlank());
    }
  }
}
