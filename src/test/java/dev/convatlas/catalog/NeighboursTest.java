package dev.convatlas.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.convatlas.analysis.Count;
import dev.convatlas.analysis.Models;
import dev.convatlas.definition.CatalogSettings;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NeighboursTest {

  /** Of few sizes, so that many models are equally near: with a bias or without, work is equal. */
  private static Catalog catalog(Random random, int models) {
    StringBuilder text =
        new StringBuilder(
            """
            params: {from: 1, to: 1, bias: true}
            input: ["${from}"]
            layers:
              - linear: {out_features: "${to}", bias: "${bias}"}
            variants:
            """);
    for (int i = 0; i < models; i++) {
      text.append("  m").append(i).append(": {params: {from: ").append(1 + random.nextInt(6));
      text.append(", to: ").append(1 + random.nextInt(6));
      text.append(", bias: ").append(random.nextBoolean()).append("}}\n");
    }
    List<Summary> rows =
        Models.definitions("many.yaml", text.toString()).stream()
            .map(
                model ->
                    new Model(
                        model.metadata(),
                        model.span(),
                        "",
                        Models.analysis(model),
                        Models.resize(model)))
            .map(Summary::of)
            .toList();
    return CatalogBuilder.build(CatalogSettings.DEFAULT, rows);
  }

  private static double distance(Summary a, Summary b) {
    return Math.abs(logarithm(a.totals().params()) - logarithm(b.totals().params()))
        + Math.abs(logarithm(a.totals().macs()) - logarithm(b.totals().macs()));
  }

  private static double logarithm(Count count) {
    return StrictMath.log((double) count.value());
  }

  /** As if all models had been sorted by their distance, in the order of the catalog. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 6, 7, 60})
  void theyAreTheNearestOfAll(int models) {
    Catalog catalog = catalog(new Random(models), models);
    Neighbours neighbours = new Neighbours(catalog);
    for (Summary model : catalog.models()) {
      List<String> sorted =
          catalog.models().stream()
              .filter(other -> !other.id().equals(model.id()))
              .sorted(Comparator.comparingDouble(other -> distance(model, other)))
              .limit(Neighbours.MOST)
              .map(Summary::id)
              .toList();
      assertThat(neighbours.of(model)).extracting(Summary::id).isEqualTo(sorted);
    }
  }
}
