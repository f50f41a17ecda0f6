package dev.convatlas.browser;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import dev.convatlas.browser.TestBed.Way;
import java.util.ArrayList;
import java.util.List;

/**
 * What axe finds wrong with a page by WCAG 2.2 A and AA and its best practices: on a phone and on a
 * screen, in the light by every rule and in the dark by those of colours, since nothing else
 * follows the scheme ({@link AccessibilityIT} holds that). {@link Visit} holds besides that no page
 * has a message in the console and that none asks another host for anything.
 */
final class Axe {
  private static final List<String> ALL =
      List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice");

  /** Ids of rules, where those above are tags. */
  private static final List<String> OF_COLOURS = List.of("color-contrast", "link-in-text-block");

  private static final String SCRIPT = AxeBuilder.getAxeScript();

  /**
   * What is folded opens, and what is laid out when it comes near is laid out now: estimated
   * heights would overlap.
   */
  private static final String ALL_SHOWN =
      """
      () => {
        document.querySelectorAll("details").forEach(details => { details.open = true; });
        document.querySelectorAll("section, .scroll")
          .forEach(part => { part.style.contentVisibility = "visible"; });
      }
      """;

  /** Without preloading: it would fetch the styles, which the pages' policy refuses. */
  private static final String RUN =
      """
      rules => axe.run(document, {runOnly: rules, preload: false, resultTypes: ["violations"]})
        .then(results => results.violations.flatMap(rule => rule.nodes.map(node =>
          `${rule.id} at ${node.target}: ${node.failureSummary}`.replace(/\\s+/g, " "))))
      """;

  /** In CSS pixels: of WCAG's reflow (1.4.10), and of a screen. */
  private static final List<Integer> WIDTHS = List.of(320, 1280);

  private static final int HEIGHT = 900;

  private Axe() {}

  /** What is wrong with a page, each with its address and how it was looked at. */
  static List<String> violations(TestBed bed, String address) {
    List<String> all = new ArrayList<>();
    try (Visit visit = bed.visit(Way.FILE)) {
      Page page = visit.open(address);
      page.waitForLoadState();
      begin(page);
      for (int width : WIDTHS) {
        page.setViewportSize(width, HEIGHT);
        for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
          page.emulateMedia(
              new Page.EmulateMediaOptions()
                  .setColorScheme(scheme)
                  .setReducedMotion(ReducedMotion.REDUCE));
          problems(page, scheme == ColorScheme.LIGHT ? ALL : OF_COLOURS)
              .forEach(problem -> all.add(address + ", " + scheme + ", " + width + ": " + problem));
        }
      }
    }
    return all;
  }

  /** Makes a page ready to be looked at. */
  static void begin(Page page) {
    page.evaluate(SCRIPT);
    page.evaluate(ALL_SHOWN);
  }

  /** What is wrong with the colours of a page as it is. */
  static List<String> ofColours(Page page) {
    return problems(page, OF_COLOURS);
  }

  private static List<String> problems(Page page, List<String> rules) {
    return ((List<?>) page.evaluate(RUN, rules)).stream().map(String::valueOf).toList();
  }
}
