package dev.convatlas.chart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.convatlas.analysis.Analysis;
import dev.convatlas.analysis.Models;
import dev.convatlas.source.Message;
import dev.convatlas.text.Language;
import dev.convatlas.text.Messages;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ModelChartsTest {
  private static final String NET =
      """
      id: net
      input: [3, 8, 8]
      layers:
        - name: stage1
          layers:
            - conv2d: {out_channels: 4, kernel_size: 3, padding: 1}
            - relu
        - name: stage2
          layers:
            - conv2d: {out_channels: 2, kernel_size: 3, stride: 2}
        - adaptive_avg_pool2d: {output_size: 1}
        - flatten
        - linear: {out_features: 5}
          name: fc
      """;

  private static Chart chart(Analysis analysis, String id) {
    return ModelCharts.of(analysis).stream()
        .filter(chart -> chart.id().equals(id))
        .findFirst()
        .orElseThrow();
  }

  /** By hand: 4·3·3·3 + 4, 2·4·3·3 + 2 and 5·2 + 5. */
  @Test
  void parametersAreThoseOfLayersThatHaveSome() {
    Chart chart = chart(Models.analysis(NET), "params");
    assertThat(chart.table().rows())
        .containsExactly(
            List.of("stage1.conv2d", "conv2d", 112L),
            List.of("stage2.conv2d", "conv2d", 74L),
            List.of("fc", "linear", 15L));
    assertThat(chart.picture().series()).extracting(Series::color).containsExactly(0, 1);
    assertThat(chart.alt().arguments()).containsExactly(3, "stage1.conv2d", "112", "55.7\u00a0%");
  }

  /** By hand: 8·8·108, 3·3·72 and 10; 7570 in all. */
  @Test
  void computeAddsUp() {
    Chart chart = chart(Models.analysis(NET), "cumulative");
    assertThat(chart.table().rows())
        .containsExactly(
            List.of("stage1.conv2d", 112L, 6912L),
            List.of("stage2.conv2d", 186L, 7560L),
            List.of("fc", 201L, 7570L));
  }

  @Test
  void stagesAreGroups() {
    Chart chart = chart(Models.analysis(NET), "stages");
    assertThat(chart.table().rows())
        .containsExactly(
            List.of("stage1", 112L, 6912L), List.of("stage2", 74L, 648L), List.of("fc", 15L, 10L));
  }

  /** By hand: 3, then 3 + 2; the pooling sees everything and adds nothing to the local field. */
  @Test
  void theFieldGrowsUntilEverythingIsSeen() {
    Chart chart = chart(Models.analysis(NET), "receptive-field");
    assertThat(chart.picture().marks()).containsExactly(new Picture.Mark(8, "8"));
    List<Series> series = chart.picture().series();
    assertThat(series).hasSize(2);
    assertThat(series.get(0).points()).extracting(Series.Point::y).containsExactly(3L, 3L, 5L);
    assertThat(series.get(0).dashed()).isFalse();
    assertThat(series.get(1).points().get(0)).isEqualTo(series.get(0).points().get(2));
    assertThat(series.get(1).points()).extracting(Series.Point::y).containsOnly(5L);
    assertThat(series.get(1).dashed()).isTrue();
  }

  /** 435 at the last map, as measured by gradients: receptive_field_measured.csv. */
  @Test
  void theWayGoesThroughWhatReadsMost() {
    Analysis resnet18 = Models.analysis(Models.sample("resnet18"));
    List<Series> series = chart(resnet18, "receptive-field").picture().series();
    List<Series.Point> local = series.get(0).points();
    assertThat(local.get(local.size() - 1).y()).isEqualTo(435);
    assertThat(local).isSortedAccordingTo((a, b) -> Long.compare(a.y(), b.y()));
  }

  @Test
  void alongAxesThatDifferTheFieldIsDrawnForEach() {
    Chart chart =
        chart(
            Models.analysis(
                """
                id: wide
                input: [1, 9, 20]
                layers:
                  - conv2d: {out_channels: 1, kernel_size: [3, 5]}
                """),
            "receptive-field");
    assertThat(chart.picture().series())
        .extracting(series -> series.points().get(0).y())
        .containsExactly(3L, 5L);
    assertThat(chart.picture().marks()).extracting(Picture.Mark::value).containsExactly(9L, 20L);
    assertThat(chart.table().rows()).hasSize(1);
    assertThat(chart.table().columns()).hasSize(4);
  }

  @Test
  void whatAModelHasNoDataForIsLeftOut() {
    Analysis pooling =
        Models.analysis("id: pool\ninput: [3, 8, 8]\nlayers:\n  - max_pool2d: {kernel_size: 2}\n");
    assertThat(ModelCharts.of(pooling))
        .extracting(Chart::id)
        .containsExactly("receptive-field", "memory");
    Analysis flat =
        Models.analysis("id: flat\ninput: [7]\nlayers:\n  - linear: {out_features: 2}\n");
    assertThat(ModelCharts.of(flat))
        .extracting(Chart::id)
        .containsExactly("params", "macs", "cumulative", "memory");
  }

  @Test
  void kindsHaveTheIdsOfTheirCharts() {
    Analysis analysis = Models.analysis(NET);
    assertThat(ModelCharts.ALL)
        .allSatisfy(
            kind ->
                assertThat(kind.draw().apply(analysis))
                    .hasValueSatisfying(chart -> assertThat(chart.id()).isEqualTo(kind.id())));
  }

  /** Depth, joins, attention, several inputs: whatever there is, it can be said and drawn. */
  @ParameterizedTest
  @ValueSource(strings = {"lenet5", "googlenet", "densenet201", "mobilenet_v2", "vit_b_16", "unet"})
  void everyChartOfTheSampleModelsCanBeShown(String id) {
    List<Chart> charts = ModelCharts.of(Models.analysis(Models.sample(id)));
    assertThat(charts).hasSizeGreaterThanOrEqualTo(4);
    for (Chart chart : charts) {
      for (Language language : Language.values()) {
        Messages words = Messages.of(language);
        assertThat(messages(chart)).allSatisfy(m -> assertThat(words.text(m)).isNotBlank());
      }
      assertThat(chart.table().rows())
          .isNotEmpty()
          .allSatisfy(row -> assertThat(row).hasSameSizeAs(chart.table().columns()));
      assertThat(Painter.svg(chart.picture(), id)).hasSizeLessThan(40_000);
    }
  }

  private static List<Message> messages(Chart chart) {
    List<Message> all = new ArrayList<>(List.of(chart.title(), chart.alt()));
    all.addAll(chart.notes());
    all.addAll(chart.table().columns());
    Stream.of(chart.picture().x(), chart.picture().y()).map(Axis::name).forEach(all::add);
    chart.picture().series().stream().map(Series::name).forEach(all::add);
    return all;
  }
}
