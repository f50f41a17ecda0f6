package dev.convatlas.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The other half of {@link AccessibilityIT}, in a class of its own to run beside it. */
@ExtendWith(InBrowser.class)
class AccessibilityInChineseIT {
  private final TestBed bed;

  AccessibilityInChineseIT(TestBed bed) {
    this.bed = bed;
  }

  /** There is one page for what is not found. */
  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NOT_FOUND")
  void everyKindOfPageCanBeUsedByEverybody(Kind kind) {
    assertThat(Axe.violations(bed, "zh/" + kind.address())).isEmpty();
  }

  @Test
  void theHeaviestModelToo() {
    assertThat(Axe.violations(bed, "zh/" + Kind.heaviest(bed))).isEmpty();
  }

  @TestFactory
  @EnabledIfSystemProperty(named = "pages", matches = "all")
  Stream<DynamicTest> everyPageOfTheWholeCatalog() {
    return AccessibilityIT.pages(path -> path.startsWith("zh/"));
  }
}
