package dev.convatlas.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * All of the hostile corpus that can be built, as one site of English and Chinese pages. Nothing of
 * it runs, not even where the content security policy is switched off; nothing is requested; no
 * console has a complaint.
 */
@ExtendWith(InBrowser.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HostileIT {
  /** Whatever a stranger's script would do first. */
  private static final String CANARY =
      """
      (() => {
        const found = (what) => console.error("a stranger's script ran: " + what);
        Object.defineProperty(window, "__pwned", {set: () => found("value"), get: () => undefined});
        for (const name of ["alert", "confirm", "prompt", "open"]) {
          window[name] = () => found(name);
        }
      })();
      """;

  private HostileSite site;

  @BeforeAll
  void built(@TempDir Path folder) throws IOException, InterruptedException {
    site = HostileSite.built(folder);
  }

  private Visit visit(TestBed bed, boolean policy) {
    Visit visit =
        new Visit(
            bed.browser().newContext(new Browser.NewContextOptions().setBypassCSP(!policy)),
            site.folder().toUri().toString());
    visit.context().addInitScript(CANARY);
    // Many pages, and perhaps a crowded machine.
    visit.context().setDefaultTimeout(60_000);
    return visit;
  }

  @Test
  void markupHoldsNothingThatRuns() throws IOException {
    SoftAssertions all = new SoftAssertions();
    for (String path : site.pages()) {
      Document page = Jsoup.parse(Files.readString(site.folder().resolve(path)));
      for (Element element : page.getAllElements()) {
        String tag = element.normalName();
        all.assertThat(
                List.of("iframe", "object", "embed", "base", "form", "link", "foreignobject"))
            .as("%s: %s", path, tag)
            .doesNotContain(tag.equals("link") && isOurs(element.attr("href")) ? "" : tag);
        if (tag.equals("script")) {
          all.assertThat(isOurs(element.attr("src"))).as("%s: %s", path, element).isTrue();
        }
        if (tag.equals("style") && !path.equals("404.html")) {
          all.assertThat(policy(page)).as("%s: %s", path, element).contains(digest(element.data()));
        }
        for (Attribute attribute : element.attributes()) {
          String name = attribute.getKey().toLowerCase(Locale.ROOT);
          all.assertThat(name).as("%s: %s", path, element).doesNotStartWith("on");
          if (List.of("href", "src", "action", "xlink:href").contains(name)) {
            all.assertThat(attribute.getValue().strip().toLowerCase(Locale.ROOT))
                .as("%s: %s", path, element)
                .doesNotMatch("(?s)(javascript|vbscript|data|file|blob):.*");
          }
        }
      }
    }
    all.assertAll();
  }

  private static String policy(Document page) {
    return page.select("meta[http-equiv=Content-Security-Policy]").attr("content");
  }

  /** By which a policy allows one style and no other. */
  private static String digest(String style) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(style.getBytes(StandardCharsets.UTF_8));
      return "'sha256-" + Base64.getEncoder().encodeToString(hash) + "'";
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Relative, as every address of the site's own is; or the site's own address. */
  private static boolean isOurs(String address) {
    return address.matches("[A-Za-z0-9_./#-]+") || address.startsWith("https://x.example/");
  }

  @Test
  void filesLieInTheFolder() throws IOException {
    try (Stream<Path> files = Files.walk(site.folder())) {
      assertThat(files.map(file -> site.folder().relativize(file).toString()))
          .allMatch(path -> path.matches("[A-Za-z0-9_./-]*"));
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void pagesRunNothing(boolean policy, TestBed bed) throws IOException {
    List<String> pages = site.pages();
    try (Visit visit = visit(bed, policy)) {
      for (int i = 0; i < pages.size(); i++) {
        // With the policy in force, which only takes away, and in the other language, whose pages
        // hold the same texts, a sample will do.
        if (i % 8 != 0 && (policy || pages.get(i).startsWith("zh/"))) {
          continue;
        }
        Page page = visit.open(pages.get(i));
        assertThat(page.title()).as(pages.get(i)).isNotEmpty();
        assertThat(visit.address()).isEqualTo(pages.get(i));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "compare.html#m=<script>window.__pwned=1</script>",
        "compare.html#m=\"><img src=x onerror=window.__pwned=1>,one&base=<svg onload=window.__pwned=1>",
        "compare.html#m=one,two&conv=<img src=x onerror=window.__pwned=1>&diff=<b>",
        "compare.html#m=__proto__,constructor,hasOwnProperty,toString,valueOf,isPrototypeOf",
        "compare.html#m=../../../etc/passwd,..%2f..%2fx,https://evil.example/x,//evil.example/x",
        "compare.html#m=%E0%A4%A,%,%00,%0a&base=%E0%A4%A",
        "compare.html#__proto__=1&m=__proto__&base=__proto__&conv=__proto__",
        "compare.html#m=,,,,&base=&conv=&diff=&m=one&m=two",
        "compare.html#picked=<script>window.__pwned=1</script>",
        "compare.html#",
        "index.html#q=<img src=x onerror=window.__pwned=1>&sort=__proto__&dir=<b>",
        "index.html#tag=__proto__&family=constructor&task=<b>&year=a..b&params=1e999..-5&view=x",
        "index.html#x=%E0%A4%A&y=__proto__&columns=<script>,__proto__,constructor",
        "index.html#%",
        "search.html#q=<img src=x onerror=window.__pwned=1>",
        "search.html#q=__proto__",
        "search.html#q=%E0%A4%A",
        "search.html#%E0%A4%A",
        "search.html#\"><script>window.__pwned=1</script>",
        "models/text-script.html#\"><img src=x onerror=window.__pwned=1>",
        "models/text-script.html#%",
        "models/text-script.html#l-__proto__",
        "zh/compare.html#m=<script>window.__pwned=1</script>,one",
      })
  void addressesRunNothing(String address, TestBed bed) {
    try (Visit visit = visit(bed, false)) {
      Page page = visit.open(address);
      page.waitForTimeout(200);
      // The same again for a page that is open already.
      page.evaluate("hash => { location.hash = ''; location.hash = hash; }", after(address));
      page.waitForTimeout(200);
      assertThat(page.locator("h1").count()).as(address).isPositive();
    }
  }

  private static String after(String address) {
    return address.substring(address.indexOf('#'));
  }

  @Test
  void searchesRunNothing(TestBed bed) {
    try (Visit visit = visit(bed, false)) {
      Page page = visit.open("search.html");
      Locator field = page.locator("#search input");
      for (String query :
          List.of(
              "<img src=x onerror=window.__pwned=1>",
              "__proto__",
              "constructor",
              "(((((.*)*)*)*)+$",
              "[",
              "\\",
              "script",
              "x".repeat(5_000),
              "'\"`${window.__pwned=1}")) {
        field.fill(query);
        page.waitForTimeout(100);
      }
      field.fill("window");
      assertThat(page.locator("#search li a").count()).isPositive();
    }
  }

  @Test
  void whatIsTakenAlongIsText(TestBed bed) {
    try (Visit visit = visit(bed, false)) {
      visit
          .context()
          .addInitScript(
              "Object.defineProperty(navigator, 'clipboard',"
                  + " {value: {writeText: (text) => { window.taken = text; }}});");
      String models = "text-csv,text-markdown-cell,text-latex,text-image,text-json,text-shell";
      Page page = visit.open("compare.html#m=" + models);
      page.locator(".share button[data-key=csv]").waitFor();
      assertThat(taken(page, "csv").lines())
          .noneMatch(line -> line.matches("(.*,\"?)?[=+@-][A-Za-z(].*"));
      assertThat(taken(page, "markdown")).doesNotContain("[x](", "![y]", " <img");
      assertThat(taken(page, "latex")).doesNotContain("\\input{", "\\write18{", "\\csname");
      assertThat(taken(page, "json"))
          .isEqualTo(taken(page, "json").strip() + "\n")
          .startsWith("{\"schema\":1,");
    }
  }

  private static String taken(Page page, String format) {
    page.evaluate("window.taken = undefined");
    page.locator(".share button[data-key=" + format + "]").click();
    page.waitForFunction("window.taken !== undefined");
    return (String) page.evaluate("window.taken");
  }

  /** Names of titles on the catalog's page are texts, sorted and filtered as such. */
  @Test
  void theCatalogsTableRunsNothing(TestBed bed) {
    try (Visit visit = visit(bed, false)) {
      Page page = visit.open("index.html");
      for (Locator button : page.locator("#models th button").all()) {
        button.click();
      }
      assertThat(page.locator("#models tbody tr").count()).isPositive();
    }
  }
}
