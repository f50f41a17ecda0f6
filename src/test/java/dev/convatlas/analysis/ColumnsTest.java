package dev.convatlas.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.convatlas.layer.Weight;
import dev.convatlas.tensor.Work;
import java.math.BigInteger;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The columns of a model's table add up to its totals, and formulas to their numbers. */
class ColumnsTest {

  @TestFactory
  List<DynamicTest> columnsAddUpToTotals() {
    return Models.samples().stream()
        .map(
            model ->
                DynamicTest.dynamicTest(model.metadata().id(), () -> addUp(Models.analysis(model))))
        .toList();
  }

  private static void addUp(Analysis analysis) {
    Totals totals = analysis.totals();
    Predicate<Row> all = row -> true;
    Predicate<Row> inference = row -> !row.node().training();
    assertThat(sum(analysis, all, row -> row.params().value())).isEqualTo(of(totals.params()));
    assertThat(sum(analysis, inference, row -> row.params().value()))
        .isEqualTo(of(totals.paramsInference()));
    assertThat(sum(analysis, all, row -> row.buffers().value())).isEqualTo(of(totals.buffers()));
    assertThat(sum(analysis, all, row -> row.macs().value())).isEqualTo(of(totals.macs()));
    assertThat(sum(analysis, inference, Row::activations)).isEqualTo(of(totals.activations()));
    for (Row row : analysis.rows()) {
      assertThat(row.paramsFormula().value()).isEqualTo(row.params().value());
      assertThat(row.macsFormula().value()).isEqualTo(row.macs().value());
      assertThat(row.work().count(Work.Kind.MULTIPLY_ACCUMULATE)).isEqualTo(row.macs().value());
      assertThat(row.weights().stream().mapToLong((Weight w) -> w.count().value()).sum())
          .isEqualTo(row.params().value() + row.buffers().value());
    }
  }

  private static BigInteger sum(
      Analysis analysis, Predicate<Row> which, ToLongFunction<Row> column) {
    return analysis.rows().stream()
        .filter(which)
        .map(row -> BigInteger.valueOf(column.applyAsLong(row)))
        .reduce(BigInteger.ZERO, BigInteger::add);
  }

  private static BigInteger of(Count count) {
    return BigInteger.valueOf(count.value());
  }
}
