package dev.convatlas.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import dev.convatlas.browser.TestBed.Way;
import dev.convatlas.site.SampleSite;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Axe finds nothing wrong by WCAG 2.2 A and AA, nor against its best practices: light and dark, on
 * a phone and on a screen, in every language. {@link Visit} holds besides that no page has a
 * message in the console and that none asks another host for anything.
 */
@ExtendWith(InBrowser.class)
class AccessibilityIT {
  private static final List<String> RULES =
      List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice");

  private static final String AXE = AxeBuilder.getAxeScript();

  /**
   * What is folded opens, and what is laid out when it comes near is laid out now: estimated
   * heights would overlap.
   */
  private static final String ALL_SHOWN =
      """
      () => {
        document.querySelectorAll("details").forEach(details => { details.open = true; });
        document.querySelectorAll("section")
          .forEach(section => { section.style.contentVisibility = "visible"; });
      }
      """;

  /** Without preloading: it would fetch the styles, which the pages' policy refuses. */
  private static final String RUN =
      """
      rules => axe.run(document, {runOnly: rules, preload: false, resultTypes: ["violations"]})
        .then(results => results.violations.flatMap(rule => rule.nodes.map(node =>
          `${rule.id} at ${node.target}: ${node.failureSummary}`.replace(/\\s+/g, " "))))
      """;

  /**
   * How a page is looked at.
   *
   * @param width in CSS pixels
   */
  private record State(ColorScheme scheme, int width) {}

  /** Of WCAG's reflow (1.4.10). */
  private static final int PHONE = 320;

  private static final int SCREEN = 1280;
  private static final int HEIGHT = 900;

  private static final List<State> STATES =
      List.of(
          new State(ColorScheme.LIGHT, PHONE),
          new State(ColorScheme.LIGHT, SCREEN),
          new State(ColorScheme.DARK, PHONE),
          new State(ColorScheme.DARK, SCREEN));

  /** Both schemes and both widths in half of the time. */
  private static final List<State> LEAST =
      List.of(new State(ColorScheme.LIGHT, PHONE), new State(ColorScheme.DARK, SCREEN));

  /** One page of each kind, and the states of those that scripts fill. */
  enum Kind {
    CATALOG("index.html"),
    FILTERED("index.html#family=resnet&q=no"),
    MODEL("models/resnet18.html"),
    FAMILY("families/resnet.html"),
    COMPARE("compare.html"),
    COMPARED("compare.html#m=resnet50,resnext50_32x4d,wide_resnet50_2"),
    AUTHORED("compare/wider_or_grouped.html"),
    LAYERS("layers/index.html"),
    GUIDE("guide/index.html"),
    CHAPTER("guide/receptive-field.html"),
    WRITING("guide/writing.html"),
    CONVENTIONS("guide/conventions.html"),
    DATA("guide/data.html"),
    BUILT("build.html"),
    CHANGES("changes.html"),
    SEARCH("search.html"),
    FOUND("search.html#q=net"),
    CARD("embed/resnet18.html"),
    NOT_FOUND("404.html");

    private final String address;

    Kind(String address) {
      this.address = address;
    }

    String path() {
      return address.replaceFirst("#.*", "");
    }
  }

  private final TestBed bed;

  AccessibilityIT(TestBed bed) {
    this.bed = bed;
  }

  @ParameterizedTest
  @EnumSource
  void everyKindOfPageCanBeUsedByEverybody(Kind kind) {
    List<String> wrong = new ArrayList<>(violations(kind.address));
    if (kind != Kind.NOT_FOUND) {
      wrong.addAll(violations(bed, "zh/" + kind.address, LEAST));
    }
    assertThat(wrong).isEmpty();
  }

  @Test
  void theHeaviestModelToo() {
    String heaviest =
        bed.files().entrySet().stream()
            .filter(file -> file.getKey().startsWith("models/"))
            .max(Comparator.comparing(file -> file.getValue().length))
            .map(Map.Entry::getKey)
            .orElseThrow();
    assertThat(violations(bed, heaviest, LEAST)).isEmpty();
    assertThat(violations(bed, "zh/" + heaviest, LEAST)).isEmpty();
  }

  /** A new kind of page is a line above. */
  @Test
  void noKindIsPassedOver() {
    Set<String> kinds =
        Stream.of(Kind.values())
            .map(Kind::path)
            .map(AccessibilityIT::kind)
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(bed.files().keySet())
        .filteredOn(path -> path.endsWith(".html"))
        .allSatisfy(path -> assertThat(kinds).contains(kind(path.replaceFirst("^zh/", ""))));
  }

  /** On a phone in the light, and on a screen in the dark: all four would take twice as long. */
  @Test
  @EnabledIfSystemProperty(named = "pages", matches = "all")
  void everyPageOfTheWholeCatalog() throws IOException {
    List<String> wrong = new ArrayList<>();
    try (TestBed whole = TestBed.start(SampleSite.whole())) {
      List<String> pages =
          whole.files().keySet().stream().filter(path -> path.endsWith(".html")).toList();
      for (String page : pages) {
        wrong.addAll(violations(whole, page, LEAST));
      }
    }
    assertThat(wrong).isEmpty();
  }

  @Test
  void aFaultIsFound() {
    try (Visit visit = bed.visit(Way.FILE)) {
      Page page = visit.open("index.html");
      page.evaluate(AXE);
      page.evaluate("() => document.querySelector('h1').style.color = 'light-dark(#eee, #222)'");
      assertThat(problems(page)).anyMatch(problem -> problem.contains("color-contrast"));
    }
  }

  /** Pages of one folder are alike; others stand for themselves. */
  private static String kind(String path) {
    return path.replaceFirst("^(models|families|compare|catalog|embed|guide)/.*", "$1/");
  }

  private List<String> violations(String address) {
    return violations(bed, address, STATES);
  }

  private static List<String> violations(TestBed bed, String address, List<State> states) {
    List<String> all = new ArrayList<>();
    try (Visit visit = bed.visit(Way.FILE)) {
      Page page = visit.open(address);
      page.waitForLoadState();
      page.evaluate(AXE);
      page.evaluate(ALL_SHOWN);
      for (State state : states) {
        page.emulateMedia(
            new Page.EmulateMediaOptions()
                .setColorScheme(state.scheme())
                .setReducedMotion(ReducedMotion.REDUCE));
        page.setViewportSize(state.width(), HEIGHT);
        problems(page).forEach(problem -> all.add(address + ", " + state + ": " + problem));
      }
    }
    return all;
  }

  private static List<String> problems(Page page) {
    return ((List<?>) page.evaluate(RUN, RULES)).stream().map(String::valueOf).toList();
  }
}
