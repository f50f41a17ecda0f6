package dev.convatlas.convention;

import static org.assertj.core.api.Assertions.assertThat;

import dev.convatlas.analysis.Analysis;
import dev.convatlas.analysis.Count;
import dev.convatlas.analysis.Models;
import dev.convatlas.definition.ModelDefinition;
import dev.convatlas.layer.Operation;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.aggregator.ArgumentsAccessor;
import org.junit.jupiter.params.provider.CsvFileSource;

/** Each convention against what its tool prints for whole models of the catalog that ships. */
class TotalsTest {
  private static final List<String> TOOLS =
      List.of(
          "torchvision", "fvcore", "ptflops-aten", "ptflops-modules", "thop-0.1.1", "torchinfo");

  @ParameterizedTest(name = "{0}")
  @CsvFileSource(
      resources = "/reference/convention_totals.csv",
      delimiter = '|',
      useHeadersInDisplayName = true)
  void totalsAreThoseOfTheTools(ArgumentsAccessor line) {
    Analysis analysis = Models.analysis(Models.sample(line.getString(0)));
    List<Count> expected = new ArrayList<>(List.of(Count.of(line.getLong(1))));
    List<Count> found = new ArrayList<>(List.of(analysis.totals().params()));
    for (int i = 0; i < TOOLS.size(); i++) {
      expected.add(Count.of(line.getLong(i + 2)));
      found.add(Conventions.named(TOOLS.get(i)).orElseThrow().total(analysis));
    }
    assertThat(found).isEqualTo(expected);
    Count twice = Count.of(2 * line.getLong(2));
    assertThat(Conventions.named("2x").orElseThrow().total(analysis)).isEqualTo(twice);
    assertThat(Conventions.named("flop-counter").orElseThrow().total(analysis)).isEqualTo(twice);
  }

  /** The default convention is what every total of multiply-accumulates counts. */
  @TestFactory
  List<DynamicTest> theDefaultConventionIsTheTotalOfTheColumn() {
    return Models.samples().stream()
        .map(
            model ->
                DynamicTest.dynamicTest(
                    model.metadata().id(),
                    () -> {
                      Analysis analysis = Models.analysis(model);
                      assertThat(Conventions.DEFAULT.total(analysis))
                          .isEqualTo(analysis.totals().macs());
                    }))
        .toList();
  }

  @TestFactory
  List<DynamicTest> stepsOfAWaterfallAddUp() {
    return List.of("resnet50", "mobilenet_v2", "alexnet", "densenet121").stream()
        .map(id -> DynamicTest.dynamicTest(id, () -> addUp(Models.sample(id))))
        .toList();
  }

  private static void addUp(ModelDefinition model) {
    Analysis analysis = Models.analysis(model);
    for (Convention from : Conventions.ALL) {
      for (Convention to : Conventions.ALL) {
        Waterfall waterfall = Waterfall.between(analysis, from, to);
        long sum = waterfall.start().value();
        for (Waterfall.Step step : waterfall.steps()) {
          assertThat(step.difference()).isNotZero();
          assertThat(step.layers()).isPositive();
          sum += step.difference();
        }
        assertThat(sum).isEqualTo(waterfall.end().value()).isEqualTo(to.total(analysis).value());
      }
    }
  }

  /**
   * Why 4.09 G and 4.13 G are both right. By hand from the reference table: the 53 convolutions of
   * a ResNet-50 have 11,114,984 − 1,000 outputs, each normalised at 4 operations in thop; its last
   * pool reads 2,048 · 49 elements and writes 2,048.
   */
  @Test
  void aWaterfallSaysWhyTwoFiguresAreBothRight() {
    Waterfall waterfall =
        Waterfall.between(
            Models.analysis(Models.sample("resnet50")),
            Conventions.DEFAULT,
            Conventions.named("thop-0.1.1").orElseThrow());
    assertThat(waterfall.start()).isEqualTo(Count.of(4_089_184_256L));
    assertThat(waterfall.steps())
        .containsExactly(
            new Waterfall.Step(Operation.BATCH_NORM, 53, 4 * 11_113_984L),
            new Waterfall.Step(Operation.ADAPTIVE_AVERAGE_POOL, 1, 2_048 * 50L));
    assertThat(waterfall.end()).isEqualTo(Count.of(4_133_742_592L));
  }
}
