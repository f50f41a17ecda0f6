package dev.convatlas.properties;

import static org.assertj.core.api.Assertions.assertThat;

import dev.convatlas.analysis.Analysis;
import dev.convatlas.analysis.Count;
import dev.convatlas.analysis.Row;
import dev.convatlas.analysis.Totals;
import dev.convatlas.catalog.Model;
import dev.convatlas.catalog.ModelReader;
import dev.convatlas.source.Checked;
import dev.convatlas.source.Diagnostic;
import dev.convatlas.source.Limits;
import dev.convatlas.yaml.YamlReader;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds of every definition; each seed is a test of its own. */
class DefinitionPropertiesTest {
  private static final int MODELS = 200;

  static LongStream seeds() {
    return LongStream.range(0, MODELS);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void totalsAreTheSumOfTheLayersAndWhatTheDefinitionsOfTheLayersGive(long seed) {
    RandomModel random = new RandomModel(seed);
    Analysis analysis = analysed(random.plain(), random);
    Totals totals = analysis.totals();
    List<Row> running = analysis.rows().stream().filter(row -> !row.node().training()).toList();
    assertThat(totals.params()).isEqualTo(sum(analysis.rows(), Row::params));
    assertThat(totals.paramsInference()).isEqualTo(sum(running, Row::params));
    assertThat(totals.buffers()).isEqualTo(sum(analysis.rows(), Row::buffers));
    assertThat(totals.macs()).isEqualTo(sum(running, Row::macs));
    assertThat(totals.activations()).isEqualTo(sum(running, row -> Count.of(row.activations())));
    assertThat(totals.layers()).isEqualTo(running.size());

    assertThat(totals.params()).isEqualTo(Count.of(random.params()));
    assertThat(totals.paramsInference()).isEqualTo(Count.of(random.paramsInference()));
    assertThat(totals.macs()).isEqualTo(Count.of(random.macs()));
    assertThat(totals.layers()).isEqualTo(random.layers());
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void aBlockWrittenOutRenamedOrIncludedChangesNoNumber(long seed) {
    RandomModel random = new RandomModel(seed);
    List<Object> numbers = numbers(analysed(random.plain(), random));
    assertThat(numbers(analysed(random.expanded(), random))).isEqualTo(numbers);
    assertThat(numbers(analysed(random.renamed(), random))).isEqualTo(numbers);
    assertThat(numbers(analysed(random.including(), random))).isEqualTo(numbers);
  }

  private static Analysis analysed(String text, RandomModel random) {
    ModelReader reader =
        new ModelReader(
            Limits.DEFAULT,
            path -> Optional.of(YamlReader.read(path, random.library(), Limits.DEFAULT)));
    Checked<List<Model>> models = reader.read("model.yaml", text);
    assertThat(models.diagnostics().stream().filter(Diagnostic::isError)).as(text).isEmpty();
    return models.value().orElseThrow().get(0).analysis();
  }

  private static Count sum(List<Row> rows, Function<Row, Count> figure) {
    return rows.stream().map(figure).reduce(Count.ZERO, Count::plus);
  }

  /** All but names. */
  private static List<Object> numbers(Analysis analysis) {
    return analysis.rows().stream()
        .<Object>map(
            row ->
                List.of(
                    row.node().type(),
                    row.node().settings(),
                    row.node().inputs(),
                    row.node().output(),
                    row.params(),
                    row.buffers(),
                    row.work(),
                    row.field()))
        .toList();
  }
}
