package dev.convatlas.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import dev.convatlas.browser.TestBed.Way;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The search, from a disk, in both languages. */
@ExtendWith(InBrowser.class)
class SearchIT {
  private final TestBed bed;

  SearchIT(TestBed bed) {
    this.bed = bed;
  }

  private static Locator results(Page page) {
    return page.locator(".results a");
  }

  @ParameterizedTest(name = "{1} on {0} finds {2}")
  @CsvSource({
    "models/resnet18.html, resnet 50, models/resnet50.html",
    "models/resnet18.html, RESNET_101, models/resnet101.html",
    "index.html, BatchNorm2d, layers/index.html#batch_norm2d",
    "index.html, batch norm 2d, layers/index.html#batch_norm2d",
    "guide/index.html, paths that join, guide/receptive-field.html#joins",
    "index.html, residual, search.html#tag-residual",
    "zh/models/resnet18.html, 感受野, zh/guide/receptive-field.html",
    "zh/index.html, 分支汇合, zh/guide/receptive-field.html#joins",
    "zh/index.html, ＲｅｓＮｅｔ１８, zh/models/resnet18.html",
  })
  void findsFirst(String from, String query, String expected) {
    try (Visit visit = bed.visit(Way.FILE)) {
      Page page = visit.open(from);
      page.keyboard().press("/");
      page.locator("dialog input").fill(query);
      assertThat(results(page).first()).isVisible();
      page.locator("dialog input").press("Enter");
      page.waitForURL("**/" + expected);
    }
  }

  @Test
  void goesThroughTheResultsWithTheKeyboard() {
    try (Visit visit = bed.visit(Way.HTTP)) {
      Page page = visit.open("index.html");
      page.locator("#filters input[type=search]").press("/");
      assertThat(page.locator("dialog")).hasCount(0);
      page.locator("a.finder").press("Enter");
      page.keyboard().type("resnet");
      assertThat(results(page).first()).hasText("ResNet 5 models");
      page.keyboard().press("ArrowDown");
      assertThat(results(page).first()).isFocused();
      page.keyboard().press("ArrowUp");
      assertThat(page.locator("dialog input")).isFocused();
      page.locator("dialog input").fill("no such thing");
      assertThat(page.locator("dialog [role=status]")).hasText("Nothing is called that.");
      page.keyboard().press("Escape");
      assertThat(page.locator("dialog")).isHidden();
    }
  }

  @Test
  void hasAPageThatCanBeShared() {
    try (Visit visit = bed.visit(Way.FILE)) {
      Page page = visit.open("search.html#q=alexnet");
      assertThat(results(page).first()).hasText("AlexNet alexnet");
      assertThat(page.locator("#list")).isHidden();
      page.locator("#search input").fill("");
      assertThat(page.locator("#list")).isVisible();
      page.locator("#search input").fill("unet");
      assertThat(page).hasURL(visit.at("search.html#q=unet"));
    }
  }
}
