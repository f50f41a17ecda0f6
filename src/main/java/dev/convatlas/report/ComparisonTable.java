package dev.convatlas.report;

import dev.convatlas.analysis.Count;
import dev.convatlas.catalog.comparison.Comparison;
import dev.convatlas.catalog.comparison.Trait;
import dev.convatlas.catalog.comparison.Trait.Group;
import dev.convatlas.catalog.comparison.Value;
import dev.convatlas.text.Messages;
import dev.convatlas.text.Numbers;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.LongFunction;

/**
 * Models side by side, ready to print: pages, the terminal and every file show these characters.
 *
 * @param base index of the model that differences are taken against
 * @param hidden lines that are left out because all the models have the same
 * @param notices what a reader must know before comparing
 */
public record ComparisonTable(int base, List<Section> sections, int hidden, List<String> notices) {

  /**
   * Rows that belong together.
   *
   * @param id name of the group
   */
  public record Section(String id, String title, List<Line> lines) {
    public Section {
      lines = List.copyOf(lines);
    }
  }

  /**
   * A row.
   *
   * @param id name of the figure
   * @param cells one for each model: the value and, as its note, the difference or why there is
   *     none; sorted by the number in plain digits
   * @param same whether all the models have the same
   */
  public record Line(String id, String label, List<Cell> cells, boolean same) {
    public Line {
      cells = List.copyOf(cells);
    }
  }

  public ComparisonTable {
    sections = List.copyOf(sections);
    notices = List.copyOf(notices);
  }

  /** Rows in which no model has anything are left out. */
  public static ComparisonTable of(Comparison comparison, Messages words) {
    List<Comparison.Row> rows = comparison.rows().stream().filter(row -> !row.isMissing()).toList();
    List<Section> sections = new ArrayList<>();
    for (Group group : Group.values()) {
      List<Line> lines =
          rows.stream()
              .filter(row -> row.trait().group() == group)
              .map(row -> line(row, comparison.base(), words))
              .toList();
      if (!lines.isEmpty()) {
        String id = group.name().toLowerCase(Locale.ROOT);
        sections.add(new Section(id, words.text("compare.group." + id), lines));
      }
    }
    return new ComparisonTable(
        comparison.base(), sections, 0, comparison.notices().stream().map(words::text).toList());
  }

  /** The rows of these names, in the order of the names. */
  public static List<Line> lines(Comparison comparison, List<String> ids, Messages words) {
    return ids.stream()
        .flatMap(id -> comparison.rows().stream().filter(row -> row.trait().id().equals(id)))
        .map(row -> line(row, comparison.base(), words))
        .toList();
  }

  /** The same without the lines in which nothing differs. */
  public ComparisonTable differences() {
    return new ComparisonTable(
        base,
        sections.stream()
            .map(
                section ->
                    new Section(
                        section.id(),
                        section.title(),
                        section.lines().stream().filter(line -> !line.same()).toList()))
            .filter(section -> !section.lines().isEmpty())
            .toList(),
        (int)
            sections.stream()
                .flatMap(section -> section.lines().stream())
                .filter(Line::same)
                .count(),
        notices);
  }

  /** The same with one more thing to know. */
  public ComparisonTable noticed(String notice) {
    List<String> all = new ArrayList<>(notices);
    all.add(notice);
    return new ComparisonTable(base, sections, hidden, all);
  }

  private static Line line(Comparison.Row row, int base, Messages words) {
    List<Cell> cells = new ArrayList<>();
    for (int i = 0; i < row.values().size(); i++) {
      Value value = row.values().get(i);
      cells.add(
          i == base
              ? alone(row.trait(), value, words)
              : against(row.trait(), row.values().get(base), value, words));
    }
    return new Line(row.trait().id(), label(row.trait(), words), cells, row.isSame());
  }

  static String label(Trait trait, Messages words) {
    return trait.title().isEmpty()
        ? words.text(trait.label())
        : trait.title().in(words.language().tag());
  }

  /** A value, and why it is missing or no more than a lower bound. */
  private static Cell alone(Trait trait, Value value, Messages words) {
    if (value instanceof Value.Missing missing) {
      return Cell.of(Numbers.NONE).noted(words.text(missing.why())).styled("z");
    }
    if (value instanceof Value.Amount number) {
      Count count = number.count();
      Cell cell =
          Cell.of(
              Numbers.atLeast(count.value(), count.isExact(), format(trait.unit())), count.value());
      return count.missing().map(why -> cell.noted(words.text(why))).orElse(cell);
    }
    return Cell.of(((Value.Words) value).text().in(words.language().tag()));
  }

  private static Cell against(Trait trait, Value base, Value value, Messages words) {
    Cell cell = alone(trait, value, words);
    if (value instanceof Value.Missing) {
      return cell;
    }
    if (value.equals(base) && cell.note().isEmpty()) {
      return cell.noted(words.text("number.same")).styled("same");
    }
    if (!(base instanceof Value.Amount old) || !(value instanceof Value.Amount young)) {
      return cell;
    }
    if (!old.count().isExact() || !young.count().isExact()) {
      return cell;
    }
    long before = old.count().value();
    long after = young.count().value();
    return cell.noted(change(trait, before, after, words)).styled(style(trait, before, after));
  }

  /** How a figure differs from the baseline's: pixels by their number, all else by a ratio. */
  public static String change(Trait trait, long before, long after, Messages words) {
    return trait.unit() == Trait.Unit.PIXELS
        ? Numbers.pixelChange(before, after, words)
        : Numbers.change(before, after, format(trait.unit()), words);
  }

  /** How a number of the trait is written. */
  public static LongFunction<String> format(Trait.Unit unit) {
    return switch (unit) {
      case WORDS, EXACT -> Numbers::exact;
      case COUNT -> Numbers::brief;
      case PIXELS -> Numbers::pixels;
      case BYTES -> Numbers::bytes;
    };
  }

  /** Cheaper is marked only where less is meant to be cheaper. */
  private static String style(Trait trait, long before, long after) {
    return switch (trait.direction()) {
      case NEUTRAL -> "other";
      case CHEAPER -> after < before ? "less" : "more";
    };
  }
}
