package dev.convatlas.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.convatlas.catalog.CatalogBuilder;
import dev.convatlas.definition.CatalogSettings;
import dev.convatlas.report.Provenance;
import dev.convatlas.site.Looks.OwnFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A catalog's own templates stand before those of the program. */
class OwnTemplatesTest {
  @TempDir Path catalog;

  private MemorySink render(String name, String template) throws IOException {
    Path file = catalog.resolve("templates").resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, template);
    MemorySink sink = new MemorySink();
    Site.render(
        CatalogBuilder.build(CatalogSettings.DEFAULT, List.of()),
        List.of(),
        options(Optional.of(catalog.resolve("templates")), Looks.NONE),
        sink);
    return sink;
  }

  private static Site.Options options(Optional<Path> templates, Looks looks) {
    return new Site.Options(
        1, Charts.SVG, new Press("", templates, looks), Cache.none(), "", Provenance.NONE);
  }

  @Test
  void onePageIsReplacedAndTheOthersStay() throws IOException {
    MemorySink site = render("search.html", "<p th:text=\"${page.title}\">x</p>");
    assertThat(site.text("search.html")).isEqualTo("<p>Search</p>");
    assertThat(site.text("index.html")).contains("There is no model in this catalog yet.");
  }

  @Test
  void proseOfTheGuideIsReplaced() throws IOException {
    assertThat(render("guide/en/compute.html", "<p>Ours.</p>").text("guide/compute.html"))
        .contains("<p>Ours.</p>", "<header class=\"top\">");
  }

  @Test
  void aWrongTemplateNamesItsFileAndLine() {
    TemplateFault fault =
        catchThrowableOfType(
            TemplateFault.class,
            () -> render("search.html", "<div>\n<p th:text=\"${page.titel}\"></p>\n</div>"));
    assertThat(fault.message().key()).isEqualTo("publish.template");
    assertThat(fault.message().arguments().subList(0, 2)).hasToString("[templates/search.html, 2]");
  }

  /** The example of the README, as it is written there. */
  @Test
  void oneFragmentIsReplacedOnEveryPage() throws IOException {
    MemorySink site = render("frame/end.html", readme("html"));
    for (String page : List.of("index.html", "search.html", "guide/data.html")) {
      assertThat(Jsoup.parse(site.text(page)).select("footer.end").eachText())
          .containsExactly("Made by the vision group. All models");
      assertThat(Jsoup.parse(site.text(page)).select("header.top")).hasSize(1);
    }
    assertThat(Jsoup.parse(site.text("guide/data.html")).selectFirst("footer a").attr("href"))
        .isEqualTo("../index.html");
  }

  @Test
  void aWrongFragmentNamesItsFileAndLine() {
    TemplateFault fault =
        catchThrowableOfType(
            TemplateFault.class,
            () ->
                render(
                    "frame/end.html",
                    "<footer th:fragment=\"end(layout)\">\n\n<p th:text=\"${layout.nothing}\">\n"));
    assertThat(fault.message().arguments().subList(0, 2))
        .hasToString("[templates/frame/end.html, 3]");
  }

  /** Whoever runs the program reads one message, not a trace of the stack beside it. */
  @Test
  void nothingIsLoggedBesides() {
    List<LogRecord> logged = new ArrayList<>();
    Handler handler =
        new Handler() {
          @Override
          public void publish(LogRecord line) {
            logged.add(line);
          }

          @Override
          public void flush() {}

          @Override
          public void close() {}
        };
    Logger.getLogger("").addHandler(handler);
    try {
      assertThatThrownBy(() -> render("search.html", "<p th:text=\"${page.titel}\"></p>"))
          .isInstanceOf(TemplateFault.class);
    } finally {
      Logger.getLogger("").removeHandler(handler);
    }
    assertThat(logged).isEmpty();
  }

  @Test
  void stylesAndLogoAreAdded() throws IOException {
    String styles = readme("css");
    MemorySink sink = new MemorySink();
    Site.render(
        CatalogBuilder.build(CatalogSettings.DEFAULT, List.of()),
        List.of(),
        options(
            Optional.empty(),
            new Looks(
                Optional.of(new OwnFile("looks/ours.css", utf8(styles))),
                Optional.of(new OwnFile("looks/Ours.SVG", utf8("<svg/>"))))),
        sink);
    Document page = Jsoup.parse(sink.text("guide/data.html"));
    List<String> sheets = page.select("link[rel=stylesheet]").eachAttr("href");
    assertThat(sheets).hasSize(2);
    assertThat(sink.text(sheets.get(1).replace("../", ""))).isEqualTo(styles);
    Element logo = page.selectFirst("a.brand img");
    assertThat(logo.attr("src")).matches("\\.\\./assets/own\\.[0-9a-f]{10}\\.svg");
    assertThat(page.select("a.brand svg")).isEmpty();
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** The block of a language in the README's chapter on looks. */
  private static String readme(String language) throws IOException {
    String text = Files.readString(Path.of("README.md"));
    String chapter = text.substring(text.indexOf("## Change how the site looks"));
    String begin = "```" + language + "\n";
    int from = chapter.indexOf(begin) + begin.length();
    return chapter.substring(from, chapter.indexOf("```", from));
  }
}
