package dev.convatlas.convention;

import static org.assertj.core.api.Assertions.assertThat;

import dev.convatlas.analysis.Count;
import dev.convatlas.analysis.Row;
import dev.convatlas.analysis.Rows;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.aggregator.ArgumentsAccessor;
import org.junit.jupiter.params.provider.CsvFileSource;

/** Each convention against what its tool prints for single layers. */
class SingleLayersTest {
  /** The columns of the file. */
  private static final String[] TOOLS = {
    "fvcore", "flop-counter", "ptflops-aten", "ptflops-modules", "thop-0.1.1", "torchinfo"
  };

  private static final int FIRST_FIGURE = 6;

  @ParameterizedTest(name = "{0}")
  @CsvFileSource(
      resources = "/conventions/single_layers.csv",
      delimiter = '|',
      commentCharacter = '#',
      useHeadersInDisplayName = true)
  void figuresAreThoseOfTheTools(ArgumentsAccessor line) {
    Row row = Rows.of(line.getString(1), line.getString(2), false, line.getBoolean(4));
    assertThat(row.node().output()).hasToString(line.getString(3).replace('x', '×'));
    assertThat(row.params()).isEqualTo(Count.of(line.getLong(5)));
    for (int i = 0; i < TOOLS.length; i++) {
      Convention convention = Conventions.named(TOOLS[i]).orElseThrow();
      Count count = convention.of(row);
      assertThat(count).as(TOOLS[i]).isEqualTo(Count.of(line.getLong(FIRST_FIGURE + i)));
      assertThat(convention.formula(row).value()).isEqualTo(count.value());
    }
  }
}
