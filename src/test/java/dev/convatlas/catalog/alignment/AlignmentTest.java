package dev.convatlas.catalog.alignment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.convatlas.layer.Setting;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class AlignmentTest {
  private static final Path CASES = Path.of("src/test/resources/compare/alignment");

  static List<Path> cases() throws IOException {
    try (Stream<Path> files = Files.list(CASES)) {
      List<Path> all = files.sorted().toList();
      assertThat(all).isNotEmpty().allMatch(file -> file.toString().endsWith(".json"));
      return all;
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void aligns(Path file) throws IOException {
    AlignmentCase expected = AlignmentCase.read(file);
    AlignedLayers layers = AlignedLayers.of(expected.before(), expected.after()).orElseThrow();
    Attribution params =
        layers.attribute(
            i -> expected.before().get(i).params(), i -> expected.after().get(i).params());
    assertThat(AlignmentCase.written(layers.alignment())).isEqualTo(expected.steps());
    assertThat(edits(layers, params)).isEqualTo(expected.edits());
    assertThat(params.enough()).isEqualTo(expected.enough());
  }

  private static List<String> edits(AlignedLayers layers, Attribution params) {
    List<String> edits = new ArrayList<>();
    params
        .shares()
        .forEach(share -> edits.add(AlignmentCase.written(share.edit(), share.amount())));
    layers.edits().stream()
        .filter(edit -> edit.kind() != Edit.Kind.COUNTED)
        .filter(edit -> params.shares().stream().noneMatch(share -> share.edit().equals(edit)))
        .forEach(edit -> edits.add(AlignmentCase.written(edit, 0)));
    return edits;
  }

  private static List<LayerKey> random(Random random, int length, int kinds) {
    List<LayerKey> layers = new ArrayList<>();
    for (int i = 0; i < length; i++) {
      long width = 1L + random.nextInt(kinds);
      List<Long> shape = List.of(width, 8L, 8L);
      layers.add(
          new LayerKey(
              "conv2d",
              random.nextBoolean() ? "convolution" : "pooling",
              List.of(new Setting("out_channels", Long.toString(width))),
              List.of(shape),
              shape,
              width * 9,
              width * 9 * 64,
              random.nextInt(3),
              false));
    }
    return layers;
  }

  /** Slow and plain: the least cost over all alignments, by trying everything. */
  private static int cheapest(
      List<LayerKey> a, List<LayerKey> b, int i, int j, Step.Kind last, Costs costs) {
    if (i == a.size() && j == b.size()) {
      return 0;
    }
    int best = Integer.MAX_VALUE;
    if (i < a.size() && j < b.size() && costs.of(i, j) != Costs.NEVER) {
      best = costs.of(i, j) + cheapest(a, b, i + 1, j + 1, Step.Kind.SAME, costs);
    }
    if (i < a.size()) {
      int open = last == Step.Kind.REMOVED ? 0 : Costs.OPEN;
      best =
          Math.min(best, open + Costs.EXTEND + cheapest(a, b, i + 1, j, Step.Kind.REMOVED, costs));
    }
    if (j < b.size()) {
      int open = last == Step.Kind.ADDED ? 0 : Costs.OPEN;
      best = Math.min(best, open + Costs.EXTEND + cheapest(a, b, i, j + 1, Step.Kind.ADDED, costs));
    }
    return best;
  }

  private static int cost(List<Step> steps, Costs costs) {
    int sum = 0;
    Step.Kind last = Step.Kind.SAME;
    for (Step step : steps) {
      if (step.kind().isPair()) {
        sum += costs.of(step.before(), step.after());
      } else {
        sum += Costs.EXTEND + (last == step.kind() ? 0 : Costs.OPEN);
      }
      last = step.kind();
    }
    return sum;
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
  void nothingIsCheaperAndEachLayerIsThereOnce(long seed) {
    Random random = new Random(seed);
    List<LayerKey> a = random(random, random.nextInt(7), 3);
    List<LayerKey> b = random(random, random.nextInt(7), 3);
    Costs costs = new Costs(a, b);
    List<Step> steps = Alignment.of(a, b).orElseThrow().steps();
    assertThat(cost(steps, costs)).isEqualTo(cheapest(a, b, 0, 0, Step.Kind.SAME, costs));
    assertThat(steps.stream().map(Step::before).filter(i -> i >= 0)).hasSize(a.size()).isSorted();
    assertThat(steps.stream().map(Step::after).filter(i -> i >= 0)).hasSize(b.size()).isSorted();
    assertThat(steps).doesNotHaveDuplicates();
  }

  /** The design asks for well under a second. */
  @Test
  void twoThousandLayersThatAllDifferAreAligned() {
    List<LayerKey> a = random(new Random(1), 2000, 1_000_000);
    List<LayerKey> b = random(new Random(2), 2000, 1_000_000);
    assertThat(AlignedLayers.of(a, b)).isPresent();
  }

  @Test
  void modelsThatAreTooLongAreNotAligned() {
    List<LayerKey> a = random(new Random(1), 4096, 5);
    List<LayerKey> b = random(new Random(2), 4096, 5);
    assertThat(Alignment.of(a, b)).isEmpty();
    assertThat(Alignment.of(a, a)).isPresent();
  }
}
