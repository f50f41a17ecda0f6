package dev.convatlas.catalog;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import dev.convatlas.analysis.Analysis;
import dev.convatlas.analysis.Count;
import dev.convatlas.analysis.Models;
import dev.convatlas.analysis.Row;
import dev.convatlas.catalog.ClaimResult.Verdict;
import dev.convatlas.convention.Conventions;
import dev.convatlas.definition.CatalogSettings;
import dev.convatlas.definition.CatalogSettings.Comparison;
import dev.convatlas.definition.CatalogSettings.Metric;
import dev.convatlas.definition.Claim;
import dev.convatlas.definition.Metadata;
import dev.convatlas.definition.ModelDefinition;
import dev.convatlas.definition.SettingsReader;
import dev.convatlas.source.Checked;
import dev.convatlas.source.Limits;
import dev.convatlas.tensor.AxisField;
import dev.convatlas.tensor.Ratio;
import dev.convatlas.tensor.Role;
import dev.convatlas.tensor.Shape;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.aggregator.ArgumentsAccessor;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The catalog that ships, against what was published and measured of its models. */
class SampleModelsTest {
  private static final CatalogSettings SETTINGS = settings();
  private static final Map<String, ModelDefinition> MODELS =
      Models.samples().stream().collect(toMap(model -> model.metadata().id(), identity()));
  private static final Map<String, Analysis> ANALYSES =
      MODELS.entrySet().stream().collect(toMap(Entry::getKey, e -> Models.analysis(e.getValue())));

  private static CatalogSettings settings() {
    try {
      String text = Files.readString(Path.of("sample-models", SettingsReader.FILE));
      Checked<CatalogSettings> read = SettingsReader.read(text, Limits.DEFAULT);
      assertThat(read.diagnostics()).isEmpty();
      return read.value().orElseThrow();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The id is torchvision's name, with the size behind it where the size is a further one. */
  @ParameterizedTest(name = "{0} {1}")
  @CsvFileSource(
      resources = "/samples/torchvision.csv",
      commentCharacter = '#',
      useHeadersInDisplayName = true)
  void publishedFiguresFollow(ArgumentsAccessor line) {
    String sized = line.getString(0) + "_" + line.getString(6);
    String id = MODELS.containsKey(sized) ? sized : line.getString(0);
    Analysis analysis = ANALYSES.get(id);
    assertThat(analysis).as(id).isNotNull();
    long size = line.getLong(6);
    assertThat(analysis.graph().inputs().values()).containsExactly(Shape.map(3, size, size));
    assertThat(analysis.totals().params()).isEqualTo(Count.of(line.getLong(2)));
    assertThat(analysis.totals().macs().isExact()).isTrue();
    assertThat(billions(analysis.totals().macs().value())).isEqualByComparingTo(line.getString(3));
    if (line.getString(1).equals(weights(id))) {
      Map<String, BigDecimal> metrics = MODELS.get(id).metadata().metrics();
      assertThat(metrics.get("imagenet_top1")).isEqualByComparingTo(line.getString(4));
      assertThat(metrics.get("imagenet_top5")).isEqualByComparingTo(line.getString(5));
    }
  }

  /** Those that the accuracies of the file belong to. */
  private static String weights(String id) {
    if (id.matches(".*_(384|512|518)")) {
      return "IMAGENET1K_SWAG_E2E_V1";
    }
    boolean onlyPretrained = List.of("regnet_y_128gf", "vit_h_14").contains(id);
    return onlyPretrained ? "IMAGENET1K_SWAG_LINEAR_V1" : "IMAGENET1K_V1";
  }

  /** To the digit that torchvision prints. */
  private static BigDecimal billions(long macs) {
    return BigDecimal.valueOf(macs, 9).setScale(3, RoundingMode.HALF_EVEN);
  }

  /** Where torchvision's module ends, and what its gradients reach. */
  @ParameterizedTest(name = "{0} {2}")
  @CsvFileSource(
      resources = "/samples/receptive_fields.csv",
      commentCharacter = '#',
      useHeadersInDisplayName = true)
  void measuredReceptiveFieldsFollow(ArgumentsAccessor line) {
    Row row = last(ANALYSES.get(line.getString(0)), line.getString(1));
    for (Role axis : List.of(Role.HEIGHT, Role.WIDTH)) {
      AxisField field = row.field().inputs().get("input").get(axis);
      assertThat(field.size(1)).isEqualTo(line.getLong(3));
      assertThat(field.jump()).contains(new Ratio(line.getLong(4), 1));
      assertThat(field.start()).isEqualTo(line.getLong(5));
    }
  }

  @ParameterizedTest(name = "{0} {2}")
  @CsvFileSource(
      resources = "/samples/receptive_fields_published.csv",
      commentCharacter = '#',
      useHeadersInDisplayName = true)
  void publishedReceptiveFieldsFollow(ArgumentsAccessor line) {
    Row row = last(ANALYSES.get(line.getString(0)), line.getString(1));
    AxisField field = row.field().inputs().get("input").get(Role.HEIGHT);
    assertThat(field.size(1)).isEqualTo(line.getLong(3));
    assertThat(field.jump()).contains(new Ratio(line.getLong(4), 1));
  }

  /** The last operation of a layer, a block or a group. */
  private static Row last(Analysis analysis, String path) {
    return analysis.rows().stream()
        .filter(row -> (row.node().path() + ".").startsWith(path + "."))
        .reduce((first, second) -> second)
        .orElseThrow(() -> new AssertionError("no layer " + path));
  }

  @ParameterizedTest
  @MethodSource("ids")
  void everyClaimHolds(String id) {
    List<Claim> claims = MODELS.get(id).metadata().claims();
    assertThat(ClaimCheck.check(claims, ANALYSES.get(id), Conventions.DEFAULT))
        .allSatisfy(result -> assertThat(result.verdict()).isEqualTo(Verdict.HOLDS));
  }

  static Set<String> ids() {
    return MODELS.keySet();
  }

  /** What a reader of a page needs, in every language of the catalog. */
  @ParameterizedTest
  @MethodSource("ids")
  void everyModelSaysWhatItIs(String id) {
    Metadata metadata = MODELS.get(id).metadata();
    assertThat(metadata.description().translations()).containsOnlyKeys(SETTINGS.languages());
    assertThat(metadata.year()).isBetween(1998, 2026);
    assertThat(metadata.task()).isNotEmpty();
    assertThat(metadata.tags()).isNotEmpty();
    assertThat(metadata.paper().url()).startsWith("https://");
    assertThat(SETTINGS.families()).contains(metadata.familyId());
    assertThat(SETTINGS.metrics().stream().map(Metric::id))
        .containsAll(metadata.metrics().keySet());
  }

  @Test
  void theCatalogNamesModelsThatExist() {
    assertThat(MODELS).containsKey(SETTINGS.guideModel());
    assertThat(SETTINGS.comparisons())
        .allSatisfy(comparison -> assertThat(MODELS).containsKeys(models(comparison)));
    Set<String> families =
        MODELS.values().stream().map(model -> model.metadata().familyId()).collect(toSet());
    assertThat(SETTINGS.families()).containsExactlyInAnyOrderElementsOf(families);
  }

  private static String[] models(Comparison comparison) {
    return comparison.models().toArray(String[]::new);
  }
}
