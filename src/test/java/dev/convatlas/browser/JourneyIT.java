package dev.convatlas.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import dev.convatlas.browser.TestBed.Way;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a reader does with the site, from a file and over HTTP below a path. */
@ExtendWith(InBrowser.class)
class JourneyIT {
  private static final String THREE = "#m=resnet50,resnext50_32x4d,wide_resnet50_2";

  private static Locator box(Page page, String title) {
    return page.getByRole(
        AriaRole.CHECKBOX, new Page.GetByRoleOptions().setName("Compare " + title).setExact(true));
  }

  @ParameterizedTest
  @EnumSource
  void sortsTicksAndCompares(Way way, TestBed bed) {
    try (Visit visit = bed.visit(way)) {
      Page page = visit.open("index.html");
      Locator first = page.locator("#models tbody tr").first();
      page.locator("#models th[data-id=params] button").click();
      assertThat(page.locator("#models th[data-id=params]"))
          .hasAttribute("aria-sort", "descending");
      assertThat(first).hasAttribute("id", "m-wide_resnet101_2");
      box(page, "ResNet-50").check();
      box(page, "ResNeXt-50 32x4d").check();
      assertThat(page.locator(".tray .go")).hasText("Compare (2)");
      // The selection follows to another page.
      page.locator("#models th a", new Page.LocatorOptions().setHasText("Wide ResNet-50-2"))
          .click();
      box(page, "Compare").or(page.locator(".near input")).first().check();
      assertThat(page.locator(".tray .go")).hasText("Compare (3)");
      page.locator(".tray .go").click();
      Comparing comparing = new Comparing(visit).waited();
      assertThat(comparing.models())
          .containsExactly("ResNet-50", "ResNeXt-50 32x4d", "Wide ResNet-50-2");
      assertThat(comparing.fragment()).isEqualTo(THREE);
      assertThat(comparing.baseline()).isEqualTo("ResNet-50");
      assertThat(comparing.row("params"))
          .containsExactly("25.56\u00a0M", "25.03\u00a0M\n−2.1\u00a0%", "68.88\u00a0M\n×2.7");
    }
  }

  @ParameterizedTest
  @EnumSource
  void everyStateHasAnAddressAndBackRestoresIt(Way way, TestBed bed) {
    try (Visit visit = bed.visit(way)) {
      Comparing comparing = Comparing.open(visit, "compare.html" + THREE);
      Page page = comparing.page();
      comparing.button("Take differences against Wide ResNet-50-2").click();
      comparing.waited();
      assertThat(comparing.fragment()).isEqualTo(THREE + "&base=wide_resnet50_2");
      assertThat(comparing.row("macs").get(0)).isEqualTo("4.089\u00a0G\n÷2.8");
      List<String> all = comparing.figures();
      page.getByLabel("Only differences").check();
      comparing.waited();
      List<String> some = comparing.figures();
      assertThat(some).doesNotContain("receptive_field", "depth").contains("params", "macs");
      assertThat(page.locator(".options [role=status]"))
          .hasText((all.size() - some.size()) + " lines in which all are the same are hidden.");
      page.getByLabel("Operations as counted by").selectOption("fvcore");
      comparing.waited();
      String shared = THREE + "&base=wide_resnet50_2&diff=1&conv=fvcore";
      assertThat(comparing.fragment()).isEqualTo(shared);
      assertThat(comparing.row("macs").get(0)).startsWith("4.112\u00a0G");
      comparing.button("Remove ResNeXt-50 32x4d from the comparison").click();
      comparing.waited();
      assertThat(comparing.models()).containsExactly("ResNet-50", "Wide ResNet-50-2");
      page.goBack();
      comparing.waited();
      assertThat(comparing.models()).hasSize(3);
      page.goBack();
      comparing.waited();
      assertThat(comparing.row("macs").get(0)).startsWith("4.089\u00a0G");
      page.goBack();
      comparing.waited();
      assertThat(comparing.figures()).isEqualTo(all);
      page.goBack();
      comparing.waited();
      assertThat(comparing.baseline()).isEqualTo("ResNet-50");
      page.goForward();
      comparing.waited();
      assertThat(comparing.baseline()).isEqualTo("Wide ResNet-50-2");
      // Somebody else opens the address.
      try (Visit other = bed.visit(way)) {
        Comparing same = Comparing.open(other, "compare.html" + shared);
        assertThat(same.figures()).isEqualTo(some);
        assertThat(same.baseline()).isEqualTo("Wide ResNet-50-2");
        assertThat(same.page().getByLabel("Only differences")).isChecked();
        assertThat(same.row("macs").get(0)).startsWith("4.112\u00a0G");
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void theKeyboardIsEnough(Way way, TestBed bed) {
    try (Visit visit = bed.visit(way)) {
      Page page = visit.open("index.html");
      box(page, "LeNet-5").focus();
      page.keyboard().press("Space");
      page.keyboard().press("Tab");
      assertThat(page.locator(":focus")).hasText("LeNet-5");
      page.locator(".tray .go").focus();
      page.keyboard().press("Enter");
      Comparing comparing = new Comparing(visit).waited();
      assertThat(comparing.models()).containsExactly("LeNet-5");
      page.getByLabel("Add a model").focus();
      page.keyboard().type("alex");
      assertThat(page.locator("#choices li")).hasCount(1);
      page.keyboard().press("Enter");
      comparing.waited();
      assertThat(comparing.models()).containsExactly("LeNet-5", "AlexNet");
      assertThat(page.locator("body > [role=status]")).hasText("AlexNet added.");
      // Near ones first, without typing: the arrow opens the list.
      page.getByLabel("Add a model").focus();
      page.keyboard().press("ArrowDown");
      page.keyboard().press("Enter");
      comparing.waited();
      assertThat(comparing.models()).hasSize(3);
      // The focus stays on what was pressed.
      comparing.button("Take differences against AlexNet").focus();
      page.keyboard().press("Enter");
      comparing.waited();
      assertThat(comparing.baseline()).isEqualTo("AlexNet");
      assertThat(comparing.focused()).isEqualTo("Take differences against AlexNet");
      comparing.button("Move AlexNet to the left").focus();
      page.keyboard().press("Enter");
      comparing.waited();
      assertThat(comparing.models().get(0)).isEqualTo("AlexNet");
      // It cannot go further: the other direction is next.
      assertThat(comparing.focused()).isEqualTo("Move AlexNet to the right");
      comparing.button("Remove AlexNet from the comparison").focus();
      page.keyboard().press("Enter");
      comparing.waited();
      assertThat(comparing.focused()).isEqualTo("Remove LeNet-5 from the comparison");
    }
  }

  @ParameterizedTest
  @EnumSource
  void sixAreTheMostAndTheReasonIsGiven(Way way, TestBed bed) {
    try (Visit visit = bed.visit(way)) {
      Page page = visit.open("index.html");
      List<String> titles =
          List.of("LeNet-5", "AlexNet", "ResNet-18", "ResNet-34", "ResNet-50", "ResNet-101");
      titles.forEach(title -> box(page, title).check());
      box(page, "ResNet-152").click();
      assertThat(box(page, "ResNet-152")).not().isChecked();
      assertThat(page.locator(".tray .why-not"))
          .hasText("6 models are compared at most: more columns cannot be read side by side.");
      page.locator(".tray .go").click();
      Comparing comparing = new Comparing(visit).waited();
      assertThat(comparing.models()).isEqualTo(titles);
      assertThat(page.getByLabel("Add a model")).isHidden();
    }
  }

  @ParameterizedTest
  @EnumSource
  void whatIsNotInTheCatalogIsShownAsSuch(Way way, TestBed bed) {
    try (Visit visit = bed.visit(way)) {
      String given = "#m=alexnet,alexnot,lenet5,unet,resnet18,resnet34,resnet50&base=nothing";
      Comparing comparing = Comparing.open(visit, "compare.html" + given);
      assertThat(comparing.models())
          .containsExactly("AlexNet", "LeNet-5", "U-Net", "ResNet-18", "ResNet-34");
      assertThat(comparing.baseline()).isEqualTo("AlexNet");
      assertThat(comparing.page().locator(".notices .notice").allTextContents())
          .startsWith(
              "There is no model \"alexnot\" in this catalog.",
              "6 models are compared at most; left out: resnet50.");
      comparing.button("Take them out of the address").click();
      comparing.waited();
      assertThat(comparing.fragment())
          .isEqualTo("#m=alexnet,lenet5,unet,resnet18,resnet34&base=alexnet");
    }
  }

  /** A cache may still have the data that another version of the program wrote. */
  @Test
  void dataOfAnotherVersionIsToldAsSuch(TestBed bed) {
    try (Visit visit = bed.visit(Way.HTTP)) {
      visit
          .context()
          .route(
              "**/data/models/alexnet.js",
              route -> {
                String data = route.fetch().text().replace("{\"schema\":1,", "{\"schema\":0,");
                route.fulfill(
                    new Route.FulfillOptions().setContentType("text/javascript").setBody(data));
              });
      Comparing comparing = Comparing.open(visit, "compare.html#m=lenet5,resnet18");
      assertThat(comparing.page().locator(".notices .notice")).hasCount(1);
      comparing = Comparing.open(visit, "compare.html#m=resnet18,alexnet");
      assertThat(comparing.page().locator(".notices .notice").first())
          .containsText("of another version of the program");
    }
  }

  @ParameterizedTest
  @EnumSource
  void theTwinShowsTheSameInItsLanguage(Way way, TestBed bed) {
    try (Visit visit = bed.visit(way)) {
      Comparing comparing = Comparing.open(visit, "compare.html" + THREE + "&diff=1");
      comparing.page().locator("a.twin").click();
      comparing.waited();
      assertThat(visit.address()).isEqualTo("zh/compare.html" + THREE + "&diff=1");
      assertThat(comparing.page().locator("html")).hasAttribute("lang", "zh");
      assertThat(comparing.page().locator("tr[data-figure=params] th")).hasText("参数量");
      assertThat(comparing.row("params").get(1)).isEqualTo("25.03\u00a0M\n−2.1\u00a0%");
      comparing.page().locator("table.free thead a").first().click();
      assertThat(visit.address()).isEqualTo("zh/models/resnet50.html");
    }
  }

  @ParameterizedTest
  @EnumSource
  void theSelectionFollowsWithoutStorage(Way way, TestBed bed) {
    try (Visit visit = bed.visit(way)) {
      visit
          .context()
          .addInitScript(
              "Object.defineProperty(window, 'localStorage', {get() {"
                  + " throw new DOMException('refused', 'SecurityError'); }})");
      Page page = visit.open("index.html");
      box(page, "AlexNet").check();
      page.locator("#models th a", new Page.LocatorOptions().setHasText("LeNet-5")).click();
      assertThat(page.locator(".tray .go")).hasText("Compare (1)");
      page.locator(".near input").check();
      page.locator(".tray .go").click();
      assertThat(new Comparing(visit).waited().models()).containsExactly("AlexNet", "LeNet-5");
    }
  }

  @ParameterizedTest
  @EnumSource
  void pagesAreReadableWithoutScripts(Way way, TestBed bed) {
    try (Visit visit =
        bed.visit(way, new Browser.NewContextOptions().setJavaScriptEnabled(false))) {
      Page page = visit.open("index.html");
      assertThat(page.locator("#models tbody tr"))
          .hasCount(bed.catalog().catalog().models().size());
      page.locator("#models th a", new Page.LocatorOptions().setHasText("AlexNet")).click();
      assertThat(page.locator("h1")).hasText("AlexNet");
      assertThat(page.locator("#layers table tbody tr").first()).isVisible();
      page.locator(".crumbs a").nth(1).click();
      assertThat(page.locator("table.compare")).isVisible();
      visit.open("compare.html");
      assertThat(page.locator("noscript .notice")).isVisible();
      // What the catalog's author compared is all there.
      page.locator(".authored a", new Page.LocatorOptions().setHasText("in groups")).click();
      assertThat(visit.address()).isEqualTo("compare/wider_or_grouped.html");
      assertThat(page.locator("tr", new Page.LocatorOptions().setHasText("Parameters")).first())
          .containsText("−2.1\u00a0%");
      assertThat(page.locator(".sentence").first())
          .hasText("3 edits explain 100\u00a0% of +141.3\u00a0M MACs.");
      assertThat(page.locator(".chart img")).hasCount(5);
      assertThat(page.locator("table.aligned tr.changed").first()).isVisible();
    }
  }

  /** From the catalog to a comparison that its author wrote, and on with models of one's own. */
  @ParameterizedTest
  @EnumSource
  void theCatalogsOwnComparisonGoesOnInTheFreeOne(Way way, TestBed bed) {
    try (Visit visit = bed.visit(way)) {
      Page page = visit.open("index.html");
      page.locator("#comparisons a", new Page.LocatorOptions().setHasText("in groups")).click();
      assertThat(page.locator("h1")).hasText("ResNet-50: as it was, in groups, wider");
      page.locator(".change a").click();
      Comparing comparing = new Comparing(visit).waited();
      assertThat(comparing.fragment()).isEqualTo(THREE + "&base=resnet50");
      page.goBack();
      box(page, "Wide ResNet-50-2").check();
      assertThat(page.locator(".tray .go")).hasText("Compare (1)");
      page.locator("thead a", new Page.LocatorOptions().setHasText("Wide ResNet-50-2"))
          .first()
          .click();
      assertThat(visit.address()).isEqualTo("models/wide_resnet50_2.html");
      page.locator(".compared-in a", new Page.LocatorOptions().setHasText("in groups")).click();
      page.locator("a.twin").click();
      assertThat(visit.address()).isEqualTo("zh/compare/wider_or_grouped.html");
      assertThat(page.locator("h1")).hasText("ResNet-50：原样、分组与加宽");
    }
  }

  /** On a phone: the baseline and one other model, which tabs choose. */
  @ParameterizedTest
  @EnumSource
  void aPhoneShowsTwoColumnsAtATime(Way way, TestBed bed) {
    try (Visit visit = bed.visit(way, new Browser.NewContextOptions().setViewportSize(360, 740))) {
      Comparing comparing = Comparing.open(visit, "compare.html" + THREE);
      Locator heads = comparing.page().locator("table.free thead th[scope=col]:visible > a");
      assertThat(heads).hasText(new String[] {"ResNet-50", "ResNeXt-50 32x4d"});
      comparing.page().locator(".pairs button").nth(1).click();
      comparing.waited();
      assertThat(heads).hasText(new String[] {"ResNet-50", "Wide ResNet-50-2"});
      assertThat(comparing.fragment()).endsWith("&with=wide_resnet50_2");
      assertThat(
              (boolean)
                  comparing
                      .page()
                      .evaluate("() => document.documentElement.scrollWidth <= window.innerWidth"))
          .isTrue();
      // Without scripts' help two fit beside the labels, and the table scrolls by itself.
      Page page = visit.open("compare/wider_or_grouped.html");
      assertThat(
              page.evaluate(
                  "() => [...document.querySelectorAll('.side thead th')].filter(head =>"
                      + " head.getBoundingClientRect().right <= window.innerWidth).length"))
          .isEqualTo(2);
      assertThat(
              (boolean)
                  page.evaluate("() => document.documentElement.scrollWidth <= window.innerWidth"))
          .isTrue();
    }
  }
}
