package dev.convatlas.report;

import dev.convatlas.text.Messages;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * A comparison as text.
 *
 * @param names of the models
 * @param layers by model; the baseline's is not looked at
 * @param figure what the convention counts: MACs or FLOPs
 */
public record ComparisonText(
    ComparisonTable table,
    List<String> names,
    List<AlignedTable> layers,
    String figure,
    Messages words) {

  /** Characters that LaTeX reads as commands, and those that its fonts lack. */
  private static final Map<Character, String> LATEX =
      Map.ofEntries(
          Map.entry('\\', "\\textbackslash{}"),
          Map.entry('&', "\\&"),
          Map.entry('%', "\\%"),
          Map.entry('$', "\\$"),
          Map.entry('#', "\\#"),
          Map.entry('_', "\\_"),
          Map.entry('{', "\\{"),
          Map.entry('}', "\\}"),
          Map.entry('~', "\\textasciitilde{}"),
          Map.entry('^', "\\textasciicircum{}"),
          Map.entry('<', "$<$"),
          Map.entry('>', "$>$"),
          Map.entry('−', "$-$"),
          Map.entry('×', "$\\times$"),
          Map.entry('÷', "$\\div$"),
          Map.entry('≥', "$\\geq$"),
          Map.entry('–', "--"),
          Map.entry('\u00a0', "~"));

  private List<String> heads() {
    List<String> heads = new ArrayList<>();
    heads.add("");
    for (int i = 0; i < names.size(); i++) {
      heads.add(i == table.base() ? words.text("compare.baseline", names.get(i)) : names.get(i));
    }
    return heads;
  }

  private List<Boolean> numbers() {
    List<Boolean> numbers = new ArrayList<>();
    numbers.add(false);
    names.forEach(name -> numbers.add(true));
    return numbers;
  }

  private static List<String> cells(ComparisonTable.Line line) {
    List<String> cells = new ArrayList<>();
    cells.add(line.label());
    line.cells().forEach(cell -> cells.add(text(cell)));
    return cells;
  }

  /** {@code 25.03 M (−2.1 %)}. */
  public static String text(Cell cell) {
    return cell.note().isEmpty() ? cell.text() : cell.text() + " (" + cell.note() + ")";
  }

  private List<String> head(String title) {
    List<String> cells = new ArrayList<>();
    cells.add(title);
    names.forEach(name -> cells.add(""));
    return cells;
  }

  /** For a terminal. */
  public String aligned() {
    List<List<String>> lines = new ArrayList<>();
    for (ComparisonTable.Section section : table.sections()) {
      lines.add(head(section.title()));
      for (ComparisonTable.Line line : section.lines()) {
        List<String> cells = cells(line);
        cells.set(0, "  " + cells.get(0));
        lines.add(cells);
      }
    }
    return new TextTable(heads(), numbers(), lines).aligned()
        + remarks("", "  ", UnaryOperator.identity());
  }

  public String markdown() {
    List<List<String>> lines = new ArrayList<>();
    List<List<String>> sections = new ArrayList<>();
    for (ComparisonTable.Section section : table.sections()) {
      List<String> head = head(section.title());
      sections.add(head);
      lines.add(head);
      section.lines().forEach(line -> lines.add(cells(line)));
    }
    return new TextTable(heads(), numbers(), lines).markdown(sections::contains)
        + remarks("\n", "- ", TextTable::escaped);
  }

  /** A table that needs no package; the lines of {@code booktabs} are easily put in. */
  public String latex() {
    StringBuilder text = new StringBuilder("\\begin{tabular}{l");
    text.append("r".repeat(names.size())).append("}\n\\hline\n");
    row(text, heads());
    text.append("\\hline\n");
    for (ComparisonTable.Section section : table.sections()) {
      text.append("\\multicolumn{").append(names.size() + 1).append("}{l}{\\textit{");
      text.append(escaped(section.title())).append("}} \\\\\n");
      section.lines().forEach(line -> row(text, cells(line)));
    }
    return text.append("\\hline\n\\end{tabular}\n").toString();
  }

  private static void row(StringBuilder text, List<String> cells) {
    text.append(String.join(" & ", cells.stream().map(ComparisonText::escaped).toList()));
    text.append(" \\\\\n");
  }

  private static String escaped(String cell) {
    StringBuilder text = new StringBuilder();
    cell.chars().forEach(c -> text.append(LATEX.getOrDefault((char) c, "" + (char) c)));
    return text.toString();
  }

  /** What must be known, and what makes the differences. */
  private String remarks(String between, String item, UnaryOperator<String> shown) {
    StringBuilder text = new StringBuilder();
    if (table.hidden() > 0) {
      text.append('\n').append(words.text("compare.hidden", table.hidden())).append('\n');
    }
    table.notices().forEach(notice -> text.append('\n').append(notice).append('\n'));
    for (int i = 0; i < names.size(); i++) {
      if (i != table.base()) {
        explained(text, names.get(i), layers.get(i), between, item, shown);
      }
    }
    return text.toString();
  }

  private static void explained(
      StringBuilder text,
      String model,
      AlignedTable layers,
      String between,
      String item,
      UnaryOperator<String> shown) {
    String name = shown.apply(model);
    if (!layers.refused().isEmpty()) {
      text.append('\n').append(name).append(": ").append(layers.refused()).append('\n');
    }
    for (Explained figure : layers.explained()) {
      text.append('\n')
          .append(name)
          .append(": ")
          .append(shown.apply(figure.sentence()))
          .append('\n');
      text.append(figure.lines().isEmpty() ? "" : between);
      for (Explained.Line line : figure.lines()) {
        text.append(item)
            .append(line.amount())
            .append(": ")
            .append(shown.apply(line.edit()))
            .append('\n');
      }
    }
  }

  /** The layers of each model beside those of the baseline, the same ones folded. */
  public String alignment(boolean markdown) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < names.size(); i++) {
      if (i != table.base()) {
        TextTable lines = lines(names.get(i), layers.get(i));
        String summary = layers.get(i).summary();
        text.append('\n').append(markdown ? TextTable.escaped(summary) : summary);
        text.append(markdown ? "\n\n" : "\n");
        text.append(markdown ? lines.markdown() : lines.aligned());
      }
    }
    return text.toString();
  }

  private TextTable lines(String name, AlignedTable aligned) {
    List<List<String>> lines = new ArrayList<>();
    for (AlignedTable.Run run : aligned.runs()) {
      if (run.folded()) {
        lines.add(List.of("=", run.title(), "", "", "", "", ""));
      } else {
        for (AlignedTable.Line line : run.lines()) {
          lines.add(
              List.of(
                  line.sign(),
                  line.before(),
                  line.after(),
                  line.type(),
                  line.changes(),
                  line.params(),
                  line.operations()));
        }
      }
    }
    return new TextTable(
        List.of(
            "",
            names.get(table.base()),
            name,
            words.text("show.type"),
            words.text("compare.changes"),
            words.text("show.params"),
            figure),
        List.of(false, false, false, false, false, true, true),
        lines);
  }
}
