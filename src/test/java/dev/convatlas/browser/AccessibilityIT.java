package dev.convatlas.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import dev.convatlas.browser.TestBed.Way;
import dev.convatlas.site.SampleSite;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** {@link Axe} finds nothing wrong with any kind of page; {@link AccessibilityInChineseIT} too. */
@ExtendWith(InBrowser.class)
class AccessibilityIT {
  private final TestBed bed;

  AccessibilityIT(TestBed bed) {
    this.bed = bed;
  }

  @ParameterizedTest
  @EnumSource
  void everyKindOfPageCanBeUsedByEverybody(Kind kind) {
    assertThat(Axe.violations(bed, kind.address())).isEmpty();
  }

  @Test
  void theHeaviestModelToo() {
    assertThat(Axe.violations(bed, Kind.heaviest(bed))).isEmpty();
  }

  /** A new kind of page is a line in {@link Kind}. */
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

  /** Pages of one folder are alike; others stand for themselves. */
  private static String kind(String path) {
    return path.replaceFirst("^(models|families|compare|catalog|embed|guide)/.*", "$1/");
  }

  /** What else did would have to be looked at in the dark by every rule. */
  @Test
  void nothingButColoursFollowsTheScheme() {
    String styles =
        bed.files().entrySet().stream()
            .filter(file -> file.getKey().endsWith(".css"))
            .map(file -> new String(file.getValue(), StandardCharsets.UTF_8))
            .collect(Collectors.joining());
    assertThat(styles).contains("light-dark(").doesNotContain("prefers-color-scheme");
    assertThat(styles.split("\\[data-theme"))
        .as("rules for a chosen scheme")
        .hasSize(3)
        .filteredOn(rule -> rule.startsWith("="))
        .allMatch(rule -> rule.matches("(?s)=\"(light|dark)\"\\] ?\\{ ?color-scheme: ?\\1;? ?}.*"));
  }

  @TestFactory
  @EnabledIfSystemProperty(named = "pages", matches = "all")
  Stream<DynamicTest> everyPageOfTheWholeCatalog() {
    return pages(path -> !path.startsWith("zh/"));
  }

  /** A test for each page of the whole catalog that is among those wanted. */
  static Stream<DynamicTest> pages(Predicate<String> wanted) {
    TestBed whole = TestBed.start(SampleSite.whole());
    return whole.files().keySet().stream()
        .filter(path -> path.endsWith(".html"))
        .filter(wanted)
        .map(
            path ->
                DynamicTest.dynamicTest(
                    path, () -> assertThat(Axe.violations(whole, path)).isEmpty()))
        .onClose(whole::close);
  }

  @Test
  void aFaultIsFound() {
    try (Visit visit = bed.visit(Way.FILE)) {
      Page page = visit.open("index.html");
      Axe.begin(page);
      page.evaluate("() => document.querySelector('h1').style.color = 'light-dark(#eee, #222)'");
      assertThat(Axe.ofColours(page)).anyMatch(problem -> problem.contains("color-contrast"));
    }
  }
}
