package dev.convatlas.chart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.convatlas.catalog.Catalog;
import dev.convatlas.catalog.CatalogBuilder;
import dev.convatlas.catalog.Family;
import dev.convatlas.catalog.ModelReader;
import dev.convatlas.catalog.Summary;
import dev.convatlas.convention.Conventions;
import dev.convatlas.definition.CatalogSettings;
import dev.convatlas.source.Limits;
import dev.convatlas.text.Language;
import dev.convatlas.text.Messages;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CatalogChartsTest {

  /** Families of models of one linear layer: as many inputs as its width, and no bias. */
  private static Catalog catalog(int... widthsOfFamilies) {
    List<Summary> models = new ArrayList<>();
    for (int f = 0; f < widthsOfFamilies.length; f++) {
      StringBuilder text = new StringBuilder("family: F" + f + "\nparams: {w: 1}\n");
      text.append("input: [\"${w}\"]\nlayers:\n");
      text.append("  - linear: {out_features: 1, bias: false}\nvariants:\n");
      for (int w = widthsOfFamilies[f]; w > 0; w--) {
        text.append("  f" + f + "_" + w + ": {params: {w: " + w + "}}\n");
      }
      ModelReader reader = new ModelReader(Limits.DEFAULT, path -> Optional.empty());
      var read = reader.read("f" + f + ".yaml", text.toString());
      assertThat(read.diagnostics()).isEmpty();
      read.value().orElseThrow().stream().map(Summary::of).forEach(models::add);
    }
    return CatalogBuilder.build(CatalogSettings.DEFAULT, models);
  }

  @Test
  void aCatalogGoesFromTheLargestDown() {
    Chart params = CatalogCharts.of(catalog(2, 3)).get(0);
    assertThat(params.id()).isEqualTo("params");
    assertThat(params.table().rows())
        .containsExactly(
            List.of("f1_3", 3L),
            List.of("f0_2", 2L),
            List.of("f1_2", 2L),
            List.of("f0_1", 1L),
            List.of("f1_1", 1L));
  }

  @Test
  void aFamilyKeepsItsOrderAndItsLineRunsFromSmallToLarge() {
    Family family = catalog(3).families().get(0);
    List<Chart> charts = CatalogCharts.of(family, Conventions.DEFAULT);
    assertThat(charts).extracting(Chart::id).containsExactly("params", "macs", "macs-params");
    assertThat(charts.get(0).table().rows().get(0)).isEqualTo(List.of("f0_3", 3L));
    assertThat(charts.get(2).picture().series().get(0).points())
        .extracting(Series.Point::name)
        .containsExactly("f0_1", "f0_2", "f0_3");
  }

  @Test
  void oneModelIsNotCompared() {
    assertThat(CatalogCharts.of(catalog(1))).isEmpty();
    assertThat(CatalogCharts.of(catalog(1).families().get(0), Conventions.DEFAULT)).isEmpty();
    assertThat(CatalogCharts.of(catalog())).isEmpty();
  }

  @Test
  void theLargestFamiliesHaveTheColors() {
    List<Chart> charts = CatalogCharts.of(catalog(1, 2, 2, 2, 2, 2, 2, 2, 1));
    List<Series> series = charts.get(charts.size() - 1).picture().series();
    assertThat(series).hasSize(8);
    assertThat(series).extracting(Series::color).doesNotHaveDuplicates();
    assertThat(series.get(7).name().key()).isEqualTo("chart.families.others");
    assertThat(series.get(7).points())
        .extracting(Series.Point::name)
        .containsExactly("f0_1", "f8_1");
  }

  @Test
  void hundredsOfModelsCanBeShown() {
    for (Chart chart : CatalogCharts.of(catalog(250, 250))) {
      assertThat(Painter.height(chart.picture())).isLessThan(1000);
      for (Language language : Language.values()) {
        Messages words = Messages.of(language);
        Stream.of(
                chart.title(), chart.alt(), chart.picture().x().name(), chart.picture().y().name())
            .forEach(message -> assertThat(words.text(message)).isNotBlank());
      }
    }
  }
}
