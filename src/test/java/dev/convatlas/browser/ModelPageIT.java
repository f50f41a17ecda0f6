package dev.convatlas.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import dev.convatlas.browser.TestBed.Way;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What a reader does on a model's page. */
@ExtendWith(InBrowser.class)
class ModelPageIT {

  private static int right(Locator cell) {
    return (int) Math.round(cell.boundingBox().x + cell.boundingBox().width);
  }

  @Test
  void columnsAreChosenAndStayChosen(TestBed bed) {
    try (Visit visit = bed.visit(Way.FILE)) {
      Page page = visit.open("models/resnet50.html");
      Locator types = page.locator(".layers thead [data-id=type]");
      Locator params = page.locator(".layers thead [data-id=params]");
      Locator stage = page.locator("[id='b-layer2'] td").nth(1);
      assertThat(types).isVisible();
      page.locator(".switches summary").click();
      page.locator(".switches label:has-text('Type')").click();
      page.locator(".switches label:has-text('Output')").click();
      assertThat(types).isHidden();
      // The heading of a block stands across the first columns: its figures stay under theirs.
      assertThat(right(stage)).isEqualTo(right(params));
      assertThat(right(page.locator(".layers tfoot td").nth(1))).isEqualTo(right(params));
      page.reload();
      assertThat(types).isHidden();
      assertThat(right(stage)).isEqualTo(right(params));
      page.locator(".switches summary").click();
      page.locator(".switches label:has-text('Type')").click();
      assertThat(types).isVisible();
    }
  }

  @Test
  void aLinkOpensTheDerivationThatItLeadsTo(TestBed bed) {
    try (Visit visit = bed.visit(Way.FILE)) {
      Page page = visit.open("models/resnet50.html");
      Locator link = page.locator("[id='l-fc'] td a").first();
      Locator derivation = page.locator(link.getAttribute("href"));
      assertThat(derivation).isHidden();
      link.click();
      assertThat(derivation).isVisible();
      assertThat(derivation).isInViewport();
      Page again = visit.open("models/resnet50.html" + link.getAttribute("href"));
      assertThat(again.locator(link.getAttribute("href"))).isInViewport();
    }
  }

  @Test
  void theListOfPartsFollowsTheReader(TestBed bed) {
    try (Visit visit = bed.visit(Way.FILE)) {
      Page page = visit.open("models/resnet50.html");
      page.locator("nav.local a[href='#layers']").click();
      assertThat(page.locator("nav.local a[aria-current]")).hasAttribute("href", "#layers");
      assertThat(page.locator("nav.local")).isInViewport();
    }
  }

  @Test
  void linesOfTheDefinitionHaveAddresses(TestBed bed) {
    try (Visit visit = bed.visit(Way.FILE)) {
      Page page = visit.open("models/resnet50.html");
      page.locator(".code a[href='#y4']").click();
      assertThat(visit.address()).isEqualTo("models/resnet50.html#y4");
    }
  }
}
