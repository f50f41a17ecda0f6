package dev.convatlas.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import dev.convatlas.browser.TestBed.Way;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Filters, columns, sorting and the scatter of the catalog page. */
@ExtendWith(InBrowser.class)
class CatalogPageIT {
  private final TestBed bed;

  CatalogPageIT(TestBed bed) {
    this.bed = bed;
  }

  private static Locator rows(Page page) {
    return page.locator("#models tbody tr");
  }

  private static List<String> ids(Page page) {
    return rows(page).all().stream()
        .map(row -> row.getAttribute("id").substring("m-".length()))
        .toList();
  }

  private static Locator status(Page page) {
    return page.locator("#filters [role=status]");
  }

  private static Locator box(Page page, String label) {
    return page.locator(".panel label", new Page.LocatorOptions().setHasText(label))
        .locator("input");
  }

  private int models() {
    return bed.catalog().catalog().models().size();
  }

  @ParameterizedTest
  @EnumSource
  void findsAndAnnounces(Way way) {
    try (Visit visit = bed.visit(way)) {
      Page page = visit.open("index.html");
      assertThat(rows(page)).hasCount(models());
      page.locator("#filters input[type=search]").fill("wide");
      assertThat(status(page)).hasText("2 of " + models() + " models");
      assertThat(ids(page)).containsExactly("wide_resnet50_2", "wide_resnet101_2");
      assertThat(page).hasURL(visit.at("index.html#q=wide"));
      page.locator("#filters input[type=search]").fill("nothing has this name");
      assertThat(status(page)).hasText("No model fits these filters.");
      assertThat(rows(page)).hasCount(0);
      page.getByText("Clear the filters").click();
      assertThat(rows(page)).hasCount(models());
      assertThat(page).hasURL(visit.at("index.html"));
    }
  }

  @Test
  void goesBackThroughTheFilters() {
    try (Visit visit = bed.visit(Way.FILE)) {
      Page page = visit.open("index.html");
      page.locator("summary", new Page.LocatorOptions().setHasText("Family")).click();
      box(page, "ResNeXt").check();
      assertThat(page).hasURL(visit.at("index.html#family=resnext"));
      box(page, "AlexNet").check();
      assertThat(ids(page)).contains("alexnet", "resnext50_32x4d").doesNotContain("resnet50");
      page.goBack();
      assertThat(ids(page)).contains("resnext50_32x4d").doesNotContain("alexnet");
      assertThat(box(page, "AlexNet")).not().isChecked();
      page.goBack();
      assertThat(rows(page)).hasCount(models());
      page.goForward();
      page.reload();
      assertThat(ids(page)).contains("resnext50_32x4d").doesNotContain("alexnet");
    }
  }

  /** Parameters as torchvision's documentation has them: 61,100,840 and 25,557,032. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "#params=61M..62M | alexnet",
        "#params=61100840..61100840 | alexnet",
        "#params=6110万.. & family=alexnet | alexnet",
        "#params=25.5M..25.6M | resnet50",
        "#year=..2000&q=lenet | lenet5",
      })
  void takesRangesFromTheAddress(String fragment, String expected) {
    try (Visit visit = bed.visit(Way.FILE)) {
      Page page = visit.open("index.html" + fragment.replace(" ", ""));
      assertThat(status(page)).containsText("of " + models());
      assertThat(String.join(" ", ids(page))).isEqualTo(expected);
    }
  }

  @Test
  void sortsAndChoosesColumns() {
    try (Visit visit = bed.visit(Way.FILE)) {
      Page page = visit.open("index.html#family=resnet");
      page.locator("th[data-id=params] button").click();
      assertThat(page.locator("th[data-id=params]")).hasAttribute("aria-sort", "descending");
      assertThat(ids(page))
          .containsExactly("resnet152", "resnet101", "resnet50", "resnet34", "resnet18");
      page.locator("th[data-id=params] button").press("Enter");
      assertThat(ids(page)).startsWith("resnet18");
      assertThat(page).hasURL(visit.at("index.html#family=resnet&sort=params"));
      page.locator("summary", new Page.LocatorOptions().setHasText("Columns")).click();
      page.locator(".columns").getByLabel("Depth").check();
      assertThat(page.locator("th[data-id=depth]")).hasCount(1);
      // What the number in the name means.
      int depth = page.locator("th[data-id=depth]").evaluate("th => th.cellIndex").hashCode();
      assertThat(rows(page).first().locator("> *").nth(depth)).hasText("18");
      page.keyboard().press("Escape");
      assertThat(page.locator(".columns").getByLabel("Depth")).not().isVisible();
    }
  }

  @Test
  void drawsWhatTheReaderChose() {
    try (Visit visit = bed.visit(Way.FILE)) {
      Page page = visit.open("index.html#family=resnet");
      assertThat(page.locator("#scatter path.dot"))
          .hasAttribute("d", Pattern.compile("^(M[^M]*){5}$"));
      page.locator("#scatter label", new Page.LocatorOptions().setHasText("Across"))
          .locator("select")
          .selectOption("macs");
      assertThat(page).hasURL(visit.at("index.html#family=resnet&x=macs"));
      page.getByLabel("Families as lines").check();
      assertThat(page.locator("#scatter path.family")).hasCount(1);
      page.locator("#scatter .plot").press("ArrowRight");
      assertThat(page.locator("#scatter .tip")).containsText("ResNet-18");
      page.locator("#scatter .plot").press("Enter");
      page.waitForURL("**/models/resnet18.html");
    }
  }

  @Test
  void isATableWithoutScripts() {
    try (Visit visit =
        bed.visit(
            Way.FILE,
            new com.microsoft.playwright.Browser.NewContextOptions().setJavaScriptEnabled(false))) {
      Page page = visit.open("zh/index.html");
      assertThat(rows(page)).hasCount(models());
      assertThat(page.locator("#filters")).isHidden();
      assertThat(page.locator("#chart-macs-params img")).isVisible();
    }
  }
}
