package dev.convatlas.browser;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;

/** The page that compares, as a reader sees it. */
record Comparing(Visit visit) {

  /**
   * @param path of the page with what it compares, such as {@code compare.html#m=alexnet,lenet5}
   */
  static Comparing open(Visit visit, String path) {
    visit.open(path);
    return new Comparing(visit).waited();
  }

  /** Until everything that the address says is there, the layers included. */
  Comparing waited() {
    page()
        .waitForFunction(
            "() => document.querySelector('main.comparing')?.dataset.shown === location.hash");
    return this;
  }

  Page page() {
    return visit.page();
  }

  /** What is compared and how, without the path. */
  String fragment() {
    String url = page().url();
    return url.contains("#") ? url.substring(url.indexOf('#')) : "";
  }

  List<String> models() {
    return page().locator("table.free thead th[scope=col] > a").allTextContents();
  }

  String baseline() {
    return page().locator("table.free thead th.base > a").textContent();
  }

  /** Cells of a row as they are read: value, then difference. */
  List<String> row(String figure) {
    return page().locator("tr[data-figure='" + figure + "'] td").allInnerTexts();
  }

  List<String> figures() {
    return page().locator("tr[data-figure]").all().stream()
        .map(row -> row.getAttribute("data-figure"))
        .toList();
  }

  Locator button(String name) {
    return page()
        .getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
  }

  String focused() {
    return (String)
        page()
            .evaluate(
                "() => document.activeElement.getAttribute('aria-label')"
                    + " || document.activeElement.id || document.activeElement.textContent");
  }
}
