package dev.convatlas.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import dev.convatlas.browser.TestBed.Way;
import dev.convatlas.catalog.Model;
import dev.convatlas.catalog.Summary;
import dev.convatlas.catalog.comparison.Comparison;
import dev.convatlas.catalog.comparison.LayerComparison;
import dev.convatlas.catalog.comparison.LayerList;
import dev.convatlas.convention.Convention;
import dev.convatlas.convention.Conventions;
import dev.convatlas.report.AlignedTable;
import dev.convatlas.report.Cell;
import dev.convatlas.report.ComparisonTable;
import dev.convatlas.text.Language;
import dev.convatlas.text.Messages;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The browser's page says what Java's comparison says, character by character. */
@ExtendWith(InBrowser.class)
class FiguresIT {

  /** Models, the baseline, the convention and the language. */
  static Stream<Arguments> comparisons() {
    List<String> wide = List.of("resnet50", "resnext50_32x4d", "wide_resnet50_2");
    List<String> mixed =
        List.of("unet", "alexnet", "lenet5", "resnet18", "resnet152", "wide_resnet101_2");
    return Stream.of(
        Arguments.of(wide, "resnet50", "torchvision", Language.ENGLISH),
        Arguments.of(wide, "wide_resnet50_2", "2x", Language.CHINESE),
        Arguments.of(mixed, "lenet5", "fvcore", Language.ENGLISH),
        Arguments.of(mixed, "unet", "thop-0.1.1", Language.CHINESE),
        Arguments.of(List.of("resnet50", "resnet101"), "resnet101", "torchinfo", Language.ENGLISH));
  }

  @ParameterizedTest
  @MethodSource("comparisons")
  void saysWhatJavaSays(
      List<String> ids, String base, String convention, Language language, TestBed bed) {
    Convention counted = Conventions.named(convention).orElseThrow();
    Messages words = Messages.of(language);
    List<Model> models = ids.stream().map(bed.catalog()::model).toList();
    Comparison comparison =
        Comparison.of(
            models.stream().map(Summary::of).toList(),
            ids.indexOf(base),
            counted,
            bed.catalog().catalog().settings());
    ComparisonTable table = ComparisonTable.of(comparison, words);
    String folder = language == Language.CHINESE ? "zh/" : "";
    String address = "compare.html#m=" + String.join(",", ids) + "&base=" + base;
    try (Visit visit = bed.visit(Way.FILE)) {
      Page page = Comparing.open(visit, folder + address + "&conv=" + convention).page();
      assertThat(seen(page)).isEqualTo(written(table));
      assertThat(page.locator(".notices .notice").allTextContents()).isEqualTo(table.notices());
      assertThat(page.locator(".edits article").allInnerTexts().stream().map(FiguresIT::lines))
          .isEqualTo(explained(models, ids.indexOf(base), counted, words));
    }
  }

  private static List<String> seen(Page page) {
    @SuppressWarnings("unchecked")
    List<String> lines =
        (List<String>)
            page.evaluate(
                """
                () => [...document.querySelectorAll("table.free tbody tr")].map(row =>
                  [...row.cells].map(cell => {
                    const note = cell.querySelector("small");
                    const own = [...cell.childNodes].find(child => child !== note);
                    const text = own ? own.textContent : "";
                    return note
                      ? text + "|" + note.textContent + "|" + cell.classList[0]
                      : text;
                  }).join(" & "))
                """);
    return lines;
  }

  private static List<String> written(ComparisonTable table) {
    List<String> lines = new ArrayList<>();
    for (ComparisonTable.Section section : table.sections()) {
      lines.add(section.title());
      for (ComparisonTable.Line line : section.lines()) {
        List<String> cells = new ArrayList<>(List.of(line.label()));
        line.cells().forEach(cell -> cells.add(written(cell)));
        lines.add(String.join(" & ", cells));
      }
    }
    return lines;
  }

  private static String written(Cell cell) {
    return cell.note().isEmpty()
        ? cell.text()
        : cell.text() + "|" + cell.note() + "|" + cell.style();
  }

  private static List<String> lines(String article) {
    return article.lines().filter(line -> !line.isBlank()).toList();
  }

  /** For each model but the baseline: its name, then each sentence with its edits. */
  private static List<List<String>> explained(
      List<Model> models, int base, Convention convention, Messages words) {
    List<LayerList> lists =
        models.stream().map(model -> LayerList.of(model.analysis(), convention)).toList();
    List<List<String>> all = new ArrayList<>();
    for (int i = 0; i < models.size(); i++) {
      if (i != base) {
        AlignedTable aligned =
            AlignedTable.of(
                LayerComparison.of(lists.get(base), lists.get(i), convention.name()),
                convention.unit().text(),
                words);
        List<String> lines = new ArrayList<>();
        lines.add(models.get(i).metadata().title().in(words.language().tag()));
        aligned
            .explained()
            .forEach(
                figure -> {
                  lines.add(figure.sentence());
                  figure.lines().forEach(line -> lines.addAll(List.of(line.amount(), line.edit())));
                });
        all.add(lines);
      }
    }
    return all;
  }
}
