package dev.convatlas.chart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.convatlas.analysis.Analysis;
import dev.convatlas.analysis.Count;
import dev.convatlas.analysis.Models;
import dev.convatlas.analysis.resolution.ResolutionLaws;
import dev.convatlas.convention.Convention;
import dev.convatlas.convention.Conventions;
import dev.convatlas.definition.CatalogSettings.Device;
import dev.convatlas.definition.ModelDefinition;
import dev.convatlas.definition.Text;
import dev.convatlas.source.Message;
import dev.convatlas.text.Language;
import dev.convatlas.text.Messages;
import java.math.BigDecimal;
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

  private static final Device DEVICE =
      new Device("d", Text.of("Device"), new BigDecimal("8e12"), new BigDecimal("4e11"));

  private static Subject subject(ModelDefinition model, Convention usual) {
    Analysis analysis = Models.analysis(model);
    ResolutionLaws laws = ResolutionLaws.of(analysis, Models.resize(model), Conventions::totals);
    List<List<Count>> operations =
        Conventions.ALL.stream()
            .map(convention -> analysis.rows().stream().map(convention::of).toList())
            .toList();
    return Subject.of(analysis, laws, List.of(DEVICE), usual, operations);
  }

  private static Subject subject(String text) {
    return subject(Models.definitions("model.yaml", text).get(0), Conventions.DEFAULT);
  }

  private static List<ModelChart> charts(Subject subject) {
    return ModelCharts.of(subject, Conventions.DEFAULT);
  }

  private static ModelChart model(Subject subject, String id) {
    return charts(subject).stream().filter(c -> c.id().equals(id)).findFirst().orElseThrow();
  }

  private static Chart chart(Subject subject, String id) {
    return model(subject, id).chart();
  }

  /** By hand: 4·3·3·3 + 4, 2·4·3·3 + 2 and 5·2 + 5. */
  @Test
  void parametersAreThoseOfLayersThatHaveSome() {
    Chart chart = chart(subject(NET), "params");
    assertThat(chart.table().rows())
        .containsExactly(
            List.of("stage1.conv2d", "conv2d", 112L),
            List.of("stage2.conv2d", "conv2d", 74L),
            List.of("fc", "linear", 15L));
    assertThat(chart.picture().series()).extracting(Series::color).containsExactly(0, 1);
    assertThat(chart.alt().arguments())
        .containsExactly(3, "stage1.conv2d", "112", "55.7\u00a0%", Message.of("chart.axis.params"));
  }

  /** By hand: 8·8·108, 3·3·72 and 10; 7570 in all. Other conventions count further layers. */
  @Test
  void computeAddsUp() {
    Chart chart = chart(subject(NET), "cumulative");
    assertThat(chart.table().rows())
        .containsExactly(
            List.of("stage1.conv2d", 112L, 6912L),
            List.of("stage1.relu", 112L, 6912L),
            List.of("stage2.conv2d", 186L, 7560L),
            List.of("adaptive_avg_pool2d", 186L, 7560L),
            List.of("fc", 201L, 7570L));
  }

  @Test
  void stagesAreGroups() {
    Chart chart = chart(subject(NET), "stages");
    assertThat(chart.table().rows())
        .containsExactly(
            List.of("stage1", 112L, 6912L),
            List.of("stage2", 74L, 648L),
            List.of("adaptive_avg_pool2d", 0L, 0L),
            List.of("fc", 15L, 10L));
    assertThat(chart.picture().categories()).hasSize(3);
  }

  /** By hand: 3, then 3 + 2; the pooling sees everything and adds nothing to the local field. */
  @Test
  void theFieldGrowsUntilEverythingIsSeen() {
    Chart chart = chart(subject(NET), "receptive-field");
    assertThat(chart.picture().marks()).containsExactly(new Picture.Mark(8, "8"));
    List<Series> series = chart.picture().series();
    assertThat(series).hasSize(2);
    assertThat(series.get(0).points()).extracting(Series.Point::y).containsExactly(3L, 3L, 5L);
    assertThat(series.get(0).dash()).isZero();
    assertThat(series.get(1).points().get(0)).isEqualTo(series.get(0).points().get(2));
    assertThat(series.get(1).points()).extracting(Series.Point::y).containsOnly(5L);
    assertThat(series.get(1).dash()).isNotZero();
  }

  /** 435 at the last map, as measured by gradients: receptive_field_measured.csv. */
  @Test
  void theWayGoesThroughWhatReadsMost() {
    Subject resnet18 = subject(Models.sample("resnet18"), Conventions.DEFAULT);
    List<Series> series = chart(resnet18, "receptive-field").picture().series();
    List<Series.Point> local = series.get(0).points();
    assertThat(local.get(local.size() - 1).y()).isEqualTo(435);
    assertThat(local).isSortedAccordingTo((a, b) -> Long.compare(a.y(), b.y()));
  }

  @Test
  void alongAxesThatDifferTheFieldIsDrawnForEach() {
    Chart chart =
        chart(
            subject(
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
    Subject pooling =
        subject("id: pool\ninput: [3, 8, 8]\nlayers:\n  - max_pool2d: {kernel_size: 2}\n");
    assertThat(charts(pooling))
        .extracting(ModelChart::id)
        .containsExactly("receptive-field", "memory", "roofline", "resolution");
    Subject flat = subject("id: flat\ninput: [7]\nlayers:\n  - linear: {out_features: 2}\n");
    assertThat(charts(flat))
        .extracting(ModelChart::id)
        .containsExactly("params", "macs", "cumulative", "memory", "roofline");
  }

  @Test
  void kindsHaveTheIdsOfTheirCharts() {
    Subject subject = subject(NET);
    assertThat(ModelCharts.ALL)
        .allSatisfy(
            kind ->
                assertThat(kind.draw().apply(subject, subject.usual()))
                    .hasValueSatisfying(chart -> assertThat(chart.id()).isEqualTo(kind.id())));
  }

  /** Each convention's own counts, read from its view of the file; see convention_totals.csv. */
  @Test
  void chartsOfOperationsFollowTheConvention() {
    Subject resnet50 = subject(Models.sample("resnet50"), Conventions.DEFAULT);
    ModelChart cumulative = model(resnet50, "cumulative");
    assertThat(cumulative.byConvention().keySet()).containsExactlyElementsOf(Conventions.names());
    assertThat(whole(cumulative.chart())).isEqualTo(4_089_184_256L);
    assertThat(whole(cumulative.byConvention().get("fvcore"))).isEqualTo(4_111_512_576L);
    assertThat(whole(cumulative.byConvention().get("thop-0.1.1"))).isEqualTo(4_133_742_592L);
    assertThat(cumulative.byConvention().get("2x").alt().arguments())
        .contains(Message.of("chart.axis.counted", "FLOPs", "2x"));
    for (ModelChart chart : charts(resnet50)) {
      assertThat(chart.byConvention().values())
          .allSatisfy(
              other ->
                  assertThat(other.table().rows()).hasSameSizeAs(chart.chart().table().rows()));
    }
  }

  private static long whole(Chart chart) {
    List<Series> series = chart.picture().series();
    return series.get(series.size() - 1).whole();
  }

  /** By hand, see above: 7570 at 8 × 8; at 4 × 4 16·108 + 1·72 + 10 = 1810, at 16 × 16 31,186. */
  @Test
  void otherSizesAreMultiplesOfTheOneWritten() {
    Chart chart = chart(subject(NET), "resolution");
    assertThat(chart.table().rows())
        .extracting(row -> row.get(1))
        .containsExactly(
            1_810L,
            36 * 108L + 4 * 72 + 10,
            7_570L,
            144 * 108L + 25 * 72 + 10,
            256 * 108L + 49 * 72 + 10);
    assertThat(chart.picture().series().get(0).points())
        .extracting(Series.Point::x)
        .containsExactly(4L, 6L, 8L, 12L, 16L);
    assertThat(chart.picture().series().get(0).points().get(2).y()).isEqualTo(1000);
    assertThat(chart.picture().series().get(0).points().get(0).y()).isEqualTo(239);
  }

  /**
   * By hand, of the linear layer: 2·10 operations and 5 additions of a bias on 2 + 15 + 5 elements
   * of 4 bytes are 25/88 = 0.284 a byte. The device bends at 8e12 / 4e11 = 20; below it, it can do
   * 4e11 times as many a second.
   */
  @Test
  void layersLieOnTheRoof() {
    Chart chart = chart(subject(NET), "roofline");
    Series roof = chart.picture().series().get(0);
    Series.Point linear =
        roof.points().stream().filter(p -> p.name().equals("fc")).findFirst().orElseThrow();
    assertThat(linear.x()).isEqualTo(284);
    assertThat(linear.y()).isEqualTo(113_600_000_000L);
    assertThat(roof.points()).contains(new Series.Point(20_000, 8_000_000_000_000L, ""));
    assertThat(roof.points()).allMatch(point -> point.y() <= 8_000_000_000_000L);
  }

  /** Depth, joins, attention, several inputs: whatever there is, it can be said and drawn. */
  @ParameterizedTest
  @ValueSource(strings = {"lenet5", "googlenet", "densenet201", "mobilenet_v2", "vit_b_16", "unet"})
  void everyChartOfTheSampleModelsCanBeShown(String id) {
    List<ModelChart> models = charts(subject(Models.sample(id), Conventions.DEFAULT));
    assertThat(models).hasSizeGreaterThanOrEqualTo(4);
    for (ModelChart model : models) {
      assertThat(Painter.svg(model.chart().picture(), model.views(), id)).hasSizeLessThan(60_000);
    }
    List<Chart> charts =
        models.stream()
            .flatMap(m -> Stream.concat(Stream.of(m.chart()), m.byConvention().values().stream()))
            .toList();
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
