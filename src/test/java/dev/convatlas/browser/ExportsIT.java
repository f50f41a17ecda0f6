package dev.convatlas.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import dev.convatlas.browser.TestBed.Way;
import dev.convatlas.cli.Terminal;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a reader takes along is what {@code convatlas compare} prints, byte for byte. */
@ExtendWith(InBrowser.class)
class ExportsIT {
  private static final String WIDE = "resnet50,resnext50_32x4d,wide_resnet50_2";

  /** Buttons of the page by the name of the format. */
  private static final Map<String, String> FORMATS =
      Map.of("md", "Markdown", "latex", "LaTeX", "csv", "CSV", "json", "JSON");

  private static String printed(String language, String format, String ids, String... options) {
    List<String> arguments = new ArrayList<>(List.of("compare", "--models", "sample-models"));
    arguments.addAll(List.of("--language", language, "--format", format));
    arguments.addAll(List.of(options));
    arguments.addAll(List.of(ids.split(",")));
    Terminal terminal = Terminal.run(Path.of(""), arguments.toArray(String[]::new));
    assertThat(terminal.err()).isEmpty();
    return terminal.out();
  }

  /** Models, the baseline, the convention, whether only differences, and the language. */
  static Stream<Arguments> comparisons() {
    return Stream.of(
        Arguments.of(WIDE, "resnet50", "torchvision", false, "en"),
        Arguments.of(WIDE, "wide_resnet50_2", "2x", true, "zh"),
        Arguments.of("alexnet,unet,lenet5,resnet152", "lenet5", "fvcore", true, "en"),
        Arguments.of("resnet18,efficientnet_v2_s", "efficientnet_v2_s", "thop-0.1.1", false, "zh"));
  }

  @ParameterizedTest
  @MethodSource("comparisons")
  void areWhatTheCommandPrints(
      String ids,
      String base,
      String convention,
      boolean differences,
      String language,
      TestBed bed) {
    try (Visit visit = bed.visit(Way.FILE)) {
      visit
          .context()
          .addInitScript(
              "Object.defineProperty(navigator, 'clipboard', {value: {writeText:"
                  + " async text => { window.copied = text; }}})");
      String folder = language.equals("en") ? "" : language + "/";
      String address = "compare.html#m=" + ids + "&base=" + base + (differences ? "&diff=1" : "");
      Page page = Comparing.open(visit, folder + address + "&conv=" + convention).page();
      FORMATS.forEach(
          (format, button) -> {
            page.evaluate("() => { window.copied = undefined; }");
            page.locator(".share button[data-key]")
                .and(page.getByText(button, new Page.GetByTextOptions().setExact(true)))
                .click();
            page.waitForFunction("() => window.copied !== undefined");
            List<String> options =
                new ArrayList<>(List.of("--base", base, "--convention", convention));
            if (differences) {
              options.add("--only-differences");
            }
            assertThat(page.evaluate("() => window.copied"))
                .as(button)
                .isEqualTo(printed(language, format, ids, options.toArray(String[]::new)));
          });
    }
  }

  /** Files of a comparison that the catalog's author wrote. */
  @ParameterizedTest
  @ValueSource(strings = {"md", "csv", "json"})
  void soAreTheFilesOfTheCatalogsOwnComparisons(String format, TestBed bed) throws IOException {
    Path folder = Path.of(URI.create(bed.root(Way.FILE)));
    assertThat(Files.readString(folder.resolve("compare/wider_or_grouped." + format)))
        .isEqualTo(printed("en", format, WIDE));
  }
}
