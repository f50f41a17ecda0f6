package dev.convatlas.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.ExtendWith;

/** Pages are valid HTML, every one of the small site and, where asked for, of the whole catalog. */
@ExtendWith(SampleSite.Given.class)
class MarkupIT {
  /** The checker knows no hashes of styles: browsers take this one. */
  private static final Predicate<String> MISTAKEN =
      complaint ->
          complaint.matches(
              "(?:404|.*embed/[^:]*)\\.html:.*: Inline style violates .* nonce/hash\\)\\.");

  @Test
  void everyPageIsValid(SampleSite site) throws InterruptedException {
    assertThat(Checker.check(site.files().files())).filteredOn(MISTAKEN.negate()).isEmpty();
  }

  @Test
  void aFaultIsFound() throws InterruptedException {
    byte[] page =
        "<!DOCTYPE html><title>x</title><p id=a><p id=a>".getBytes(StandardCharsets.UTF_8);
    assertThat(Checker.check(new TreeMap<>(Map.of("a.html", page))))
        .anyMatch(complaint -> complaint.startsWith("a.html:1:47: Duplicate ID"));
  }

  @Test
  @EnabledIfSystemProperty(named = "pages", matches = "all")
  void theWholeCatalogIsValid() throws InterruptedException {
    assertThat(Checker.check(SampleSite.whole().files().files()))
        .filteredOn(MISTAKEN.negate())
        .isEmpty();
  }
}
