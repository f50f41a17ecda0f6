package dev.convatlas.site;

import static org.assertj.core.api.Assertions.assertThat;

import dev.convatlas.catalog.CatalogBuilder;
import dev.convatlas.definition.CatalogSettings;
import dev.convatlas.layer.LayerType;
import dev.convatlas.layer.LayerTypes;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Which files a site has, and what every page owes its readers. */
class SiteTest {
  private static final CatalogFolder FOLDER = CatalogFolder.golden();
  private static final MemorySink SITE = FOLDER.render(1);

  private static final List<String> PAGES =
      List.of(
          "build.html",
          "changes.html",
          "compare.html",
          "compare/narrow_or_wide.html",
          "families/tiny-small.html",
          "guide/compute.html",
          "guide/conventions.html",
          "guide/data.html",
          "guide/index.html",
          "guide/memory.html",
          "guide/parameters.html",
          "guide/receptive-field.html",
          "guide/writing.html",
          "index.html",
          "layers/index.html",
          "models/tiny.html",
          "models/tiny_wide.html",
          "search.html");

  static Stream<String> pages() {
    return PAGES.stream().flatMap(page -> Stream.of(page, "zh/" + page));
  }

  private static Document page(String path) {
    return Jsoup.parse(SITE.text(path), "https://example.org/" + path);
  }

  @Test
  void thePagesAreTheseInBothLanguages() {
    assertThat(
            SITE.files().keySet().stream()
                .filter(path -> path.endsWith(".html") && !path.contains("embed/")))
        .containsExactlyInAnyOrderElementsOf(
            Stream.concat(
                    pages(),
                    Stream.of("404.html", "models/tiny_narrow.html", "zh/models/tiny_narrow.html"))
                .toList());
  }

  @Test
  void anEarlierIdLeadsToTheModel() {
    Document page = page("zh/models/tiny_narrow.html");
    assertThat(page.selectFirst("meta[http-equiv=refresh]").attr("content"))
        .isEqualTo("0; url=tiny.html");
    assertThat(page.selectFirst("link[rel=canonical]").attr("href"))
        .isEqualTo("https://example.org/atlas/zh/models/tiny.html");
    assertThat(page.selectFirst("main a").absUrl("href"))
        .isEqualTo("https://example.org/zh/models/tiny.html");
    assertThat(page("build.html").select("#moved li").text()).isEqualTo("tiny_narrow → Tiny 4");
  }

  @Test
  void theOtherFilesAreThese() {
    assertThat(SITE.files().keySet())
        .contains(
            ".nojekyll",
            "robots.txt",
            "sitemap.xml",
            "data/catalog.json",
            "data/catalog.csv",
            "data/models/tiny.json",
            "data/models/tiny.csv",
            "charts/tiny/params.svg");
  }

  @Test
  void theNumberOfThreadsChangesNoByte() {
    assertThat(same(FOLDER.render(3))).isEqualTo(same(SITE));
  }

  private static Map<String, String> same(MemorySink sink) {
    Map<String, String> texts = new TreeMap<>();
    sink.files()
        .forEach((path, bytes) -> texts.put(path, new String(bytes, StandardCharsets.UTF_8)));
    return texts;
  }

  @ParameterizedTest
  @MethodSource("pages")
  void everyPageLinksItsTwin(String path) {
    String twin = path.startsWith("zh/") ? path.substring(3) : "zh/" + path;
    assertThat(page(path).select("a.twin"))
        .singleElement()
        .satisfies(link -> assertThat(link.absUrl("href")).isEqualTo("https://example.org/" + twin))
        .satisfies(
            link -> assertThat(link.attr("lang")).isEqualTo(path.startsWith("zh/") ? "en" : "zh"));
  }

  @ParameterizedTest
  @MethodSource("pages")
  void everyPageSaysWhatItIs(String path) {
    Document page = page(path);
    assertThat(page.selectFirst("html").attr("lang"))
        .isEqualTo(path.startsWith("zh/") ? "zh" : "en");
    assertThat(page.title()).isNotBlank();
    assertThat(page.select("h1")).hasSize(1);
    assertThat(page.selectFirst("meta[name=description]").attr("content")).isNotBlank();
    assertThat(page.selectFirst("link[rel=canonical]").attr("href"))
        .isEqualTo("https://example.org/atlas/" + path);
    assertThat(page.select("img")).allMatch(image -> !image.attr("alt").isBlank());
    assertThat(page.select("[id]").eachAttr("id")).doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @MethodSource("pages")
  void nothingIsRunOrLoadedThatIsNotOurs(String path) {
    Document page = page(path);
    assertThat(page.selectFirst("meta[http-equiv=Content-Security-Policy]").attr("content"))
        .startsWith("default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'");
    assertThat(page.select("[style], style, script:not([src]), iframe, object, embed, form"))
        .isEmpty();
    assertThat(page.getAllElements())
        .noneMatch(
            element ->
                element.attributes().asList().stream()
                    .anyMatch(attribute -> attribute.getKey().startsWith("on")));
    assertThat(page.select("[src], link[rel=stylesheet], link[rel=icon]"))
        .noneMatch(
            element -> (element.attr("src") + element.attr("href")).matches("(?:[a-z]+:|/).*"));
  }

  @ParameterizedTest
  @MethodSource("pages")
  void noLinkIsDead(String path) throws Exception {
    Links links = new Links();
    links.add(path, SITE.files().get(path));
    assertThat(links.check(SITE.files().keySet(), file -> SITE.files().get(file))).isEmpty();
  }

  @Test
  void whatPeopleWroteIsEscaped() {
    assertThat(SITE.text("models/tiny.html"))
        .contains("Tiny &amp; &lt;small&gt;", "A paper with &lt;angles&gt;")
        .doesNotContain("<script>alert", "<small>\"");
  }

  @Test
  void theReferenceHasEveryLayerType() {
    assertThat(page("layers/index.html").select("article.type").eachAttr("id"))
        .containsExactlyInAnyOrderElementsOf(LayerTypes.ALL.stream().map(LayerType::name).toList());
  }

  @Test
  void withoutChartsThePagesAreTheSameButForPictures() {
    MemorySink bare = FOLDER.render(new Site.Options(1, Charts.NONE));
    assertThat(bare.files().keySet())
        .isEqualTo(
            SITE.files().keySet().stream()
                .filter(
                    path ->
                        !path.matches(
                            "(family-|catalog-|comparison-)?charts/.*|drawings/.*|previews/.*"))
                .collect(Collectors.toSet()));
    Document page = Jsoup.parse(bare.text("models/tiny.html"));
    assertThat(page.select("#charts, #architecture, img:not(.badges img), a[href=#charts]"))
        .isEmpty();
    assertThat(page.select("#layers").outerHtml())
        .isEqualTo(page("models/tiny.html").select("#layers").outerHtml());
  }

  @Test
  void anEmptyCatalogIsASiteToo() {
    MemorySink empty = new MemorySink();
    Site.render(
        CatalogBuilder.build(CatalogSettings.DEFAULT, List.of()),
        List.of(),
        new Site.Options(1, Charts.SVG),
        empty);
    assertThat(Jsoup.parse(empty.text("index.html")).select(".empty").text())
        .isEqualTo("There is no model in this catalog yet.");
    assertThat(empty.files()).doesNotContainKeys("sitemap.xml", "zh/index.html");
  }
}
