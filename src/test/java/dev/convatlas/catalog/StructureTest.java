package dev.convatlas.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.convatlas.analysis.Analysis;
import dev.convatlas.analysis.Models;
import dev.convatlas.catalog.alignment.AlignedLayers;
import dev.convatlas.catalog.alignment.Attribution;
import dev.convatlas.catalog.alignment.LayerKey;
import dev.convatlas.catalog.alignment.Stage;
import dev.convatlas.definition.ModelDefinition;
import dev.convatlas.tensor.Shape;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StructureTest {

  /**
   * The number in the name: layers of convolution and full connection, as the papers count them.
   * GoogLeNet has "22 layers when counting only layers with parameters" (Szegedy et al. 2014, 5),
   * AlexNet eight (Krizhevsky et al. 2012, 3.5).
   */
  @ParameterizedTest
  @CsvSource({
    "alexnet, 8",
    "vgg11, 11",
    "vgg19_bn, 19",
    "googlenet, 22",
    "resnet18, 18",
    "resnet50, 50",
    "resnet152, 152",
    "wide_resnet50_2, 50",
    "densenet121, 121",
    "densenet201, 201"
  })
  void depthIsTheNumberInTheName(String id, int depth) {
    assertThat(Structure.of(Models.analysis(Models.sample(id))).depth()).isEqualTo(depth);
  }

  /** 49 convolutions and one linear layer on the way, four projections beside it, 53 norms. */
  @Test
  void layersOfResNet50() {
    Structure structure = Structure.of(Models.analysis(Models.sample("resnet50")));
    assertThat(structure.types())
        .containsEntry("conv2d", 53)
        .containsEntry("batch_norm2d", 53)
        .containsEntry("linear", 1);
    assertThat(structure.weighted()).isEqualTo(107);
    assertThat(structure.joins()).isEqualTo(16);
  }

  /** Output sizes of table 1 of the ResNet paper, and of VGG's first block. */
  @ParameterizedTest
  @CsvSource({
    "224, 224, 0",
    "224, 112, 1",
    "224, 56, 2",
    "224, 28, 3",
    "224, 14, 4",
    "224, 7, 5",
    "224, 1, -1",
    "299, 149, 1",
    "299, 73, 2",
    "224, 448, 0",
    "1, 1, 0"
  })
  void stagesAreHalvings(long in, long out, int stage) {
    assertThat(Stage.of(Shape.map(3, in, in), Shape.map(64, out, out))).isEqualTo(stage);
  }

  private static List<LayerKey> keys(Analysis analysis) {
    Shape input = analysis.graph().inputs().values().iterator().next();
    return analysis.rows().stream().map(row -> LayerKey.of(row, input)).toList();
  }

  @Test
  void everySampleModelIsTheSameAsItself() {
    for (ModelDefinition model : Models.samples()) {
      List<LayerKey> layers = keys(Models.analysis(model));
      assertThat(AlignedLayers.of(layers, layers).orElseThrow().areSame())
          .describedAs(model.metadata().id())
          .isTrue();
    }
  }

  /** Whatever is compared, the edits' amounts are the difference of the totals. */
  @ParameterizedTest
  @CsvSource({"1", "2", "3", "4"})
  void editsOfAnyTwoModelsAddUp(long seed) {
    Random random = new Random(seed);
    List<ModelDefinition> samples = Models.samples();
    for (int i = 0; i < 10; i++) {
      Analysis a = Models.analysis(samples.get(random.nextInt(samples.size())));
      Analysis b = Models.analysis(samples.get(random.nextInt(samples.size())));
      List<LayerKey> before = keys(a);
      List<LayerKey> after = keys(b);
      AlignedLayers layers = AlignedLayers.of(before, after).orElseThrow();
      Attribution params =
          layers.attribute(j -> before.get(j).params(), j -> after.get(j).params());
      Attribution macs = layers.attribute(j -> before.get(j).macs(), j -> after.get(j).macs());
      addsUp(params, b.totals().params().value() - a.totals().params().value());
      addsUp(macs, b.totals().macs().value() - a.totals().macs().value());
    }
  }

  private static void addsUp(Attribution attribution, long difference) {
    assertThat(attribution.shares().stream().mapToLong(Attribution.Share::amount).sum())
        .isEqualTo(attribution.difference())
        .isEqualTo(difference);
    assertThat(attribution.explained() + attribution.rest()).isEqualTo(difference);
    assertThat(Math.abs(attribution.rest()) * 20).isLessThanOrEqualTo(Math.abs(difference));
    assertThat(attribution.covered() * 20).isGreaterThanOrEqualTo(Math.abs(difference) * 19);
  }
}
