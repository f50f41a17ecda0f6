package dev.convatlas.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.convatlas.analysis.Analysis;
import dev.convatlas.analysis.Count;
import dev.convatlas.analysis.Row;
import dev.convatlas.analysis.Rows;
import dev.convatlas.analysis.Totals;
import dev.convatlas.catalog.ClaimResult.Verdict;
import dev.convatlas.convention.Conventions;
import dev.convatlas.definition.Claim;
import dev.convatlas.graph.Graph;
import dev.convatlas.source.Diagnostic;
import dev.convatlas.source.Message;
import dev.convatlas.source.SourceSpan;
import dev.convatlas.tensor.Field;
import dev.convatlas.tensor.Shape;
import dev.convatlas.text.Language;
import dev.convatlas.text.Messages;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.aggregator.ArgumentsAccessor;
import org.junit.jupiter.params.provider.CsvFileSource;

class ClaimCheckTest {
  private static final SourceSpan SPAN = new SourceSpan("models/one.yaml", 4, 12, 6);

  @ParameterizedTest(name = "{0}")
  @CsvFileSource(resources = "/claims/claims.csv", delimiter = '|', useHeadersInDisplayName = true)
  void aClaimHoldsOrNot(ArgumentsAccessor line) {
    String others = line.getString(7);
    ClaimResult result = check(claim(line));
    assertThat(result.verdict()).isEqualTo(line.get(6, Verdict.class));
    assertThat(result.others()).isEqualTo(others == null ? List.of() : List.of(others.split(" ")));
    assertThat(result.diagnostic().map(Diagnostic::isError).orElse(false))
        .isEqualTo(result.verdict() == Verdict.FAILS);
    assertThat(result.diagnostic().isEmpty()).isEqualTo(result.verdict() == Verdict.HOLDS);
  }

  private static Claim claim(ArgumentsAccessor line) {
    return claim(
        line.getString(1),
        line.getString(2),
        line.getString(3),
        line.getString(4),
        line.getString(5) == null ? "" : line.getString(5));
  }

  private static Claim claim(
      String figure, String written, String value, String unit, String convention) {
    return new Claim(
        SPAN,
        figure,
        written,
        new BigDecimal(value),
        new BigDecimal(unit),
        convention,
        "by hand",
        "");
  }

  private static ClaimResult check(Claim claim) {
    Row row =
        Rows.of(
            "- conv2d: {out_channels: 32, kernel_size: 3, padding: 1}", "8x16x16", false, false);
    return ClaimCheck.check(List.of(claim), analysis(row), Conventions.DEFAULT).get(0);
  }

  private static Analysis analysis(Row row) {
    Shape input = row.node().shapes().get(0);
    Field field =
        Field.after(
            row.node().layer().readings(row.node().shapes(), row.node().output()),
            List.of(Field.input("input", input)),
            row.node().output());
    Totals totals =
        new Totals(
            row.params(),
            row.params(),
            row.buffers(),
            row.macs(),
            Count.of(row.activations()),
            1,
            field.inputs());
    Graph graph = new Graph(Map.of("input", input), List.of(row.node()), Map.of(), false);
    return new Analysis(graph, List.of(row), totals);
  }

  @Test
  void theMessageSaysWhatWasCountedAndWhoWouldAgree() {
    Diagnostic warning =
        check(claim("macs", "598k", "598000", "1000", "")).diagnostic().orElseThrow();
    assertThat(warning.span()).isEqualTo(SPAN);
    assertThat(english(warning.message()))
        .isEqualTo(
            "macs as \"torchvision\" counts them are 589824, which does not round to the claim 598k");
    assertThat(warning.notes().stream().map(note -> english(note.message())))
        .containsExactly("it would hold as counted by ptflops-aten, ptflops-modules, torchinfo");
  }

  @Test
  void aConventionThatDoesNotExistIsNamedBesideTheNearest() {
    Diagnostic error =
        check(claim("macs", "590k", "590000", "1000", "fvcor")).diagnostic().orElseThrow();
    assertThat(english(error.message()))
        .isEqualTo("no convention is called \"fvcor\"; did you mean \"fvcore\"?");
  }

  /** A lower bound decides only what lies below it. */
  @Test
  void aLowerBoundNeitherConfirmsNorContradictsWhatLiesAbove() {
    Row known = Rows.of("- relu", "8x16x16", false, false);
    Count least = Count.atLeast(1_000_000, Message.of("rule.custom"));
    Analysis analysis = analysis(known);
    Analysis unknown =
        new Analysis(
            analysis.graph(),
            analysis.rows(),
            new Totals(
                least, least, Count.ZERO, Count.ZERO, Count.ZERO, 1, analysis.totals().fields()));
    assertThat(verdict(unknown, "1.2M", "1200000")).isEqualTo(Verdict.UNDECIDED);
    assertThat(verdict(unknown, "1.0M", "1000000")).isEqualTo(Verdict.UNDECIDED);
    assertThat(verdict(unknown, "0.9M", "900000")).isEqualTo(Verdict.FAILS);
  }

  private static Verdict verdict(Analysis analysis, String written, String value) {
    Claim claim = claim("params", written, value, "100000", "");
    return ClaimCheck.check(List.of(claim), analysis, Conventions.DEFAULT).get(0).verdict();
  }

  private static String english(Message message) {
    return Messages.of(Language.ENGLISH).text(message);
  }
}
