package dev.convatlas.properties;

import static org.assertj.core.api.Assertions.assertThat;

import dev.convatlas.catalog.ClaimCheck;
import dev.convatlas.catalog.Model;
import dev.convatlas.catalog.ModelReader;
import dev.convatlas.catalog.Summary;
import dev.convatlas.convention.Conventions;
import dev.convatlas.source.Checked;
import dev.convatlas.source.Diagnostic;
import dev.convatlas.source.Limit;
import dev.convatlas.source.Limits;
import dev.convatlas.source.SourceSpan;
import dev.convatlas.text.DiagnosticPrinter;
import dev.convatlas.text.Language;
import dev.convatlas.text.Messages;
import dev.convatlas.yaml.Value;
import dev.convatlas.yaml.YamlReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What holds for every text, however wrong: reading it ends in models that are sound or in
 * diagnostics, whose places are there and whose sentences can be printed.
 *
 * @param libraries texts of the files that can be included, by path
 */
record Oracle(Map<String, String> libraries) {
  static final Limits LIMITS =
      Limits.DEFAULT
          .with(Limit.LAYERS, 300)
          .with(Limit.STEPS, 3_000)
          .with(Limit.LIST_ITEMS, 2_000)
          .with(Limit.VARIANTS, 20)
          .with(Limit.VALUES, 20_000);

  Oracle {
    libraries = Map.copyOf(libraries);
  }

  /**
   * @throws AssertionError when it does not hold
   */
  void check(String path, String text) {
    Checked<List<Model>> read = new ModelReader(LIMITS, this::included).read(path, text);
    List<Diagnostic> diagnostics = new ArrayList<>(read.diagnostics());
    List<Model> models = read.value().orElse(List.of());
    for (Model model : models) {
      Checked<Summary> summary = Summary.checked(model);
      diagnostics.addAll(summary.diagnostics());
      summary.value().ifPresent(row -> assertThat(row.totals().layers()).isPositive());
      ClaimCheck.check(model.metadata().claims(), model.analysis(), Conventions.DEFAULT)
          .forEach(result -> result.diagnostic().ifPresent(diagnostics::add));
    }
    if (models.isEmpty() && !read.hasErrors()) {
      assertThat(text).as("a file of blocks only").contains("blocks").doesNotContain("\nlayers:");
    }
    for (Diagnostic diagnostic : diagnostics) {
      isInside(diagnostic.span(), path, text);
      diagnostic.notes().stream()
          .filter(note -> note.span() != null)
          .forEach(note -> isInside(note.span(), path, text));
      for (Language language : Language.values()) {
        assertThat(
                new DiagnosticPrinter(Messages.of(language), any -> text.lines().toList())
                    .print(diagnostic))
            .isNotEmpty();
      }
    }
  }

  private Optional<Checked<Value>> included(String path) {
    return Optional.ofNullable(libraries.get(path))
        .map(library -> YamlReader.read(path, library, LIMITS));
  }

  /** The whole file, or a run of characters of one of its lines; the last may be its end. */
  private void isInside(SourceSpan span, String path, String text) {
    String of = span.path().equals(path) ? text : libraries.get(span.path());
    assertThat(of).as("the file of %s", span).isNotNull();
    if (span.line() == 0) {
      assertThat(span.column()).isZero();
      return;
    }
    List<String> lines = of.replaceFirst("^\uFEFF", "").lines().toList();
    assertThat(span.line()).as("line of %s", span).isBetween(1, lines.size() + 1);
    String line = span.line() > lines.size() ? "" : lines.get(span.line() - 1);
    assertThat(span.column())
        .as("column of %s", span)
        .isBetween(1, line.codePointCount(0, line.length()) + 1);
  }
}
