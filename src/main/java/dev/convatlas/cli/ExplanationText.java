package dev.convatlas.cli;

import dev.convatlas.analysis.Analysis;
import dev.convatlas.catalog.LayerExplanation;
import dev.convatlas.catalog.LayerExplanation.Line;
import dev.convatlas.catalog.LayerExplanation.Section;
import dev.convatlas.graph.Node;
import dev.convatlas.report.TextTable;
import dev.convatlas.text.Messages;
import dev.convatlas.text.Numbers;
import java.util.List;
import java.util.stream.Collectors;

/**
 * An explanation for a terminal, or as Markdown.
 *
 * @param index of the layer among the rows
 */
record ExplanationText(Analysis analysis, int index, LayerExplanation explanation, Messages words) {

  private Node node() {
    return analysis.rows().get(index).node();
  }

  /** The results of a section stand below each other. */
  String plain() {
    StringBuilder text = new StringBuilder();
    text.append(node().path()).append('\n').append(type()).append('\n').append(place());
    for (Section section : explanation.sections()) {
      text.append('\n').append(words.text(section.topic().title())).append('\n');
      int widest =
          section.lines().stream()
              .filter(Line.Calculation.class::isInstance)
              .mapToInt(line -> TextTable.width(label((Line.Calculation) line)))
              .max()
              .orElse(0);
      section.lines().forEach(line -> text.append("  ").append(plain(line, widest)).append('\n'));
    }
    return text.toString();
  }

  private String plain(Line line, int widest) {
    if (line instanceof Line.Calculation calculation) {
      String label = label(calculation);
      return label + " ".repeat(widest - TextTable.width(label) + 2) + formula(calculation);
    }
    return sentence(line);
  }

  String markdown() {
    StringBuilder text = new StringBuilder();
    text.append("## `").append(node().path()).append("`\n\n");
    text.append(type()).append("  \n").append(place());
    for (Section section : explanation.sections()) {
      text.append("\n### ").append(words.text(section.topic().title())).append("\n\n");
      section.lines().forEach(line -> text.append("- ").append(marked(line)).append('\n'));
    }
    return text.toString();
  }

  private String marked(Line line) {
    return line instanceof Line.Calculation calculation
        ? words.text("explain.labelled", label(calculation), "`" + formula(calculation) + "`")
        : sentence(line);
  }

  private String label(Line.Calculation calculation) {
    return words.text(calculation.label());
  }

  private static String formula(Line.Calculation calculation) {
    return calculation.symbols()
        + (calculation.values().isEmpty() ? "" : " = " + calculation.values())
        + " = "
        + Numbers.exact(calculation.result());
  }

  private String sentence(Line line) {
    return words.text(Numbers.grouped(line.text()));
  }

  /** The layer with its arguments as they are in force. */
  private String type() {
    List<String> settings =
        node().settings().stream()
            .map(setting -> setting.name() + " " + setting.text())
            .collect(Collectors.toList());
    return settings.isEmpty()
        ? node().type()
        : words.text("explain.labelled", node().type(), String.join(", ", settings));
  }

  private String place() {
    return words.text(
            "explain.place",
            index + 1,
            analysis.rows().size(),
            node().span().path(),
            node().span().line())
        + "\n";
  }
}
