package dev.convatlas.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.convatlas.catalog.CatalogBuilder;
import dev.convatlas.definition.CatalogSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
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
        new Site.Options(
            1,
            Charts.SVG,
            new Press("", Optional.of(catalog.resolve("templates"))),
            Cache.none(),
            ""),
        sink);
    return sink;
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
}
