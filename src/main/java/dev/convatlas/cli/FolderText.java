package dev.convatlas.cli;

import dev.convatlas.catalog.Summary;
import dev.convatlas.catalog.comparison.CatalogDifference;
import dev.convatlas.catalog.comparison.CatalogDifference.Changed;
import dev.convatlas.catalog.comparison.Comparison;
import dev.convatlas.convention.Convention;
import dev.convatlas.definition.CatalogSettings;
import dev.convatlas.report.AlignedTable;
import dev.convatlas.report.Cell;
import dev.convatlas.report.ComparisonTable;
import dev.convatlas.report.ComparisonText;
import dev.convatlas.report.TextTable;
import dev.convatlas.site.ComparisonFiles;
import dev.convatlas.text.Messages;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What changed between two folders, as text. */
record FolderText(
    CatalogDifference difference, Convention convention, CatalogSettings settings, Messages words) {

  /** The figures that every model is listed with. */
  private static final List<String> COLUMNS =
      List.of("params", "macs", "receptive_field", "peak_memory", "layers");

  String printed(CompareCommand.Format format) {
    CompareCommand.Format wanted = format == null ? CompareCommand.Format.md : format;
    return switch (wanted) {
      case md -> markdown();
      case table -> table();
      case csv -> text(ComparisonFiles.csv(difference));
      case json -> text(ComparisonFiles.json(difference, convention));
      case latex -> throw Stopped.with(Exit.USAGE, "compare.folders.latex");
    };
  }

  private static String text(byte[] file) {
    return new String(file, StandardCharsets.UTF_8);
  }

  private String summary() {
    return words.text(
        "compare.folders.summary",
        difference.changed().size(),
        difference.added().size(),
        difference.removed().size(),
        difference.same());
  }

  private String table() {
    StringBuilder text = new StringBuilder(summary()).append('\n');
    if (!difference.changed().isEmpty()) {
      text.append('\n').append(changed().aligned());
    }
    part(text, "compare.folders.added", difference.added(), "\n", false);
    part(text, "compare.folders.removed", difference.removed(), "\n", false);
    return text.toString();
  }

  private void part(
      StringBuilder text, String key, List<Summary> models, String mark, boolean markdown) {
    if (!models.isEmpty()) {
      text.append(mark).append(words.text(key)).append(markdown ? "\n\n" : "\n");
      text.append(markdown ? alone(models).markdown() : alone(models).aligned());
    }
  }

  private String markdown() {
    StringBuilder text = new StringBuilder("**" + summary() + "**\n");
    if (!difference.changed().isEmpty()) {
      text.append('\n').append(changed().markdown());
    }
    part(text, "compare.folders.added", difference.added(), "\n### ", true);
    part(text, "compare.folders.removed", difference.removed(), "\n### ", true);
    difference.changed().stream()
        .limit(FolderComparison.MOST_EXPLAINED)
        .forEach(changed -> explained(text, changed));
    int more = difference.changed().size() - FolderComparison.MOST_EXPLAINED;
    if (more > 0) {
      text.append('\n').append(words.text("compare.folders.more", more)).append('\n');
    }
    return text.toString();
  }

  private void explained(StringBuilder text, Changed changed) {
    String figure = convention.unit().text();
    AlignedTable layers = AlignedTable.of(changed.layers(), figure, words);
    ComparisonTable table = ComparisonTable.of(changed.comparison(), words).differences();
    List<String> heads =
        List.of(words.text("compare.folders.before"), words.text("compare.folders.after"));
    text.append("\n<details><summary>").append(changed.name()).append("</summary>\n\n");
    text.append(
        new ComparisonText(table, heads, List.of(layers, layers), figure, words).markdown());
    text.append("\n</details>\n");
  }

  private List<String> heads(List<ComparisonTable.Line> lines) {
    return Stream.concat(
            Stream.of(words.text("compare.folders.model")),
            lines.stream().map(ComparisonTable.Line::label))
        .toList();
  }

  private TextTable changed() {
    List<List<String>> rows = new ArrayList<>();
    List<String> heads = List.of();
    for (Changed changed : difference.changed()) {
      List<ComparisonTable.Line> lines = lines(changed.comparison());
      heads = heads(lines);
      rows.add(row(changed.name(), lines, 1));
    }
    return table(heads, rows);
  }

  private TextTable alone(List<Summary> models) {
    List<List<String>> rows = new ArrayList<>();
    List<String> heads = List.of();
    for (Summary model : models) {
      List<ComparisonTable.Line> lines =
          lines(Comparison.of(List.of(model), 0, convention, settings));
      heads = heads(lines);
      rows.add(row(model.id(), lines, 0));
    }
    return table(heads, rows);
  }

  private static TextTable table(List<String> heads, List<List<String>> rows) {
    List<Boolean> numbers = new ArrayList<>();
    heads.forEach(head -> numbers.add(!numbers.isEmpty()));
    return new TextTable(heads, numbers, rows);
  }

  private List<ComparisonTable.Line> lines(Comparison comparison) {
    return ComparisonTable.lines(comparison, COLUMNS, words);
  }

  private static List<String> row(String name, List<ComparisonTable.Line> lines, int model) {
    List<String> cells = new ArrayList<>();
    cells.add(name);
    for (ComparisonTable.Line line : lines) {
      Cell cell = line.cells().get(model);
      cells.add(ComparisonText.text(cell));
    }
    return cells;
  }
}
