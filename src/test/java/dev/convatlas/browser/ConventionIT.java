package dev.convatlas.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import dev.convatlas.browser.TestBed.Way;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A reader switches the counting convention on a model's page. What the tools themselves count of a
 * ResNet-50: convention_totals.csv.
 */
@ExtendWith(InBrowser.class)
class ConventionIT {
  private static final List<String> COUNTED = List.of("stages", "macs", "cumulative", "resolution");

  private static final Map<String, String> TOTALS =
      Map.of(
          "torchvision", "4,089,184,256",
          "fvcore", "4,111,512,576",
          "ptflops-modules", "4,121,925,096",
          "thop-0.1.1", "4,133,742,592");

  private static void choose(Page page, String convention) {
    page.locator("#layers > .switches select:has(option[value=fvcore])").selectOption(convention);
  }

  private static Locator picture(Page page, String chart) {
    return page.locator("#chart-" + chart + " img");
  }

  @ParameterizedTest
  @EnumSource
  void everyFigureFollows(Way way, TestBed bed) {
    try (Visit visit = bed.visit(way)) {
      Page page = visit.open("models/resnet50.html");
      assertThat(page.locator("#figure-macs b")).hasText("4.089\u00a0G");
      TOTALS.forEach(
          (convention, total) -> {
            choose(page, convention);
            assertThat(page.locator("#figure-macs span")).hasText(total);
            assertThat(page.locator("#figure-macs small")).containsText(convention);
            assertThat(page.locator("table.layers tfoot")).containsText(total);
            assertThat(page.locator("table.layers th[data-id=macs]")).containsText(convention);
            assertThat(page.locator("#conventions select")).hasValue(convention);
            assertThat(page.locator("#chart-macs .axis").first()).containsText(" · " + convention);
            for (String chart : COUNTED) {
              assertThat(picture(page, chart))
                  .hasAttribute("src", "../charts/resnet50/" + chart + ".svg#c-" + convention);
            }
          });
      // Other sizes: the row of the size written, and the head of its column.
      choose(page, "thop-0.1.1");
      Locator sizes = page.locator("#resolution .aside table");
      assertThat(sizes.locator("thead th").nth(1)).containsText("thop-0.1.1");
      assertThat(sizes.locator("tbody tr").nth(2).locator("td").first()).hasText("4.134\u00a0G");
      assertThat(sizes.locator("tbody tr").nth(2).locator("td").nth(1)).hasText("×1.00");
      assertThat(page.locator("#chart-stages .key").nth(1)).containsText("thop-0.1.1");
      // The choice goes along to another model: thop counts 1,824,033,792 for a ResNet-18.
      visit.open("models/resnet18.html");
      assertThat(page.locator("#figure-macs span")).hasText("1,824,033,792");
      assertThat(picture(page, "macs")).hasAttribute("src", Pattern.compile("#c-thop-0.1.1$"));
    }
  }

  /** 4.09 G and 4.13 G are both right: the differences from one to the other, kind by kind. */
  @ParameterizedTest
  @EnumSource
  void theWaterfallAddsUp(Way way, TestBed bed) {
    try (Visit visit = bed.visit(way)) {
      Page page = visit.open("models/resnet50.html");
      Locator steps = page.locator("#conventions table").nth(1);
      int column = steps.locator("thead th").allTextContents().indexOf("thop-0.1.1");
      List<String> cells =
          steps.locator("tbody tr > :nth-child(" + (column + 1) + ")").all().stream()
              .map(
                  cell -> (String) cell.evaluate("c => c.firstChild ? c.firstChild.nodeValue : ''"))
              .filter(text -> !text.isEmpty())
              .toList();
      assertThat(cells).first().isEqualTo("4,089,184,256");
      assertThat(cells.stream().mapToLong(ConventionIT::number).sum()).isEqualTo(4_133_742_592L);
      assertThat(steps.locator("tfoot tr > *").nth(column)).hasText("4,133,742,592");
    }
  }

  private static long number(String text) {
    return Long.parseLong(text.replaceAll("[,+]", "").replace('−', '-'));
  }

  /** A view shows the picture of its convention, and the usual one is the file's own. */
  @ParameterizedTest
  @EnumSource
  void chartsAreDrawnAnew(Way way, TestBed bed) {
    try (Visit visit = bed.visit(way)) {
      Page page = visit.open("models/alexnet.html");
      for (String chart : COUNTED) {
        Locator image = picture(page, chart);
        image.scrollIntoViewIfNeeded();
        byte[] written = drawn(image);
        choose(page, "ptflops-modules");
        image.scrollIntoViewIfNeeded();
        byte[] other = drawn(image);
        choose(page, "torchvision");
        image.scrollIntoViewIfNeeded();
        assertThat(drawn(image)).as(chart).isEqualTo(written).isNotEqualTo(other);
      }
    }
  }

  private static byte[] drawn(Locator image) {
    image.evaluate("i => i.decode()");
    return image.screenshot();
  }

  /** Without scripts everything is there, by the convention of the catalog. */
  @ParameterizedTest
  @EnumSource
  void nothingIsMissingWithoutScripts(Way way, TestBed bed) {
    try (Visit visit =
        bed.visit(way, new Browser.NewContextOptions().setJavaScriptEnabled(false))) {
      Page page = visit.open("models/resnet50.html");
      assertThat(page.locator("#figure-macs b")).hasText("4.089\u00a0G");
      assertThat(page.locator("#chart-macs .axis").first()).hasText("MACs · torchvision");
      assertThat(picture(page, "macs")).hasAttribute("src", Pattern.compile("macs\\.svg$"));
    }
  }
}
