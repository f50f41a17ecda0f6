package dev.convatlas.site;

import static org.assertj.core.api.Assertions.assertThat;

import dev.convatlas.catalog.CatalogBuilder;
import dev.convatlas.catalog.ModelReader;
import dev.convatlas.catalog.Summary;
import dev.convatlas.definition.CatalogSettings;
import dev.convatlas.source.Limits;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

/** The catalog page of five thousand models. */
class LargeCatalogTest {
  private static final int MODELS = 5_000;

  /** In bytes, compressed: what the design of the site allows. */
  private static final int MOST = 300_000;

  private static final MemorySink SITE = site();

  /** Models of a hundred families, all of them different; only what speaks of all is rendered. */
  private static MemorySink site() {
    ModelReader reader = new ModelReader(Limits.DEFAULT, path -> Optional.empty());
    List<Summary> models = new ArrayList<>();
    for (int i = 0; i < MODELS; i++) {
      String text =
          """
          family: Family %d
          title: Synthetic Net %d-%d
          year: %d
          task: %s
          tags: [tag%d, tag%d]
          input: [3, %d, %d]
          layers:
            - conv2d: {out_channels: %d, kernel_size: %d}
            - relu
            - adaptive_avg_pool2d: {output_size: 1}
            - flatten
            - linear: {out_features: %d}
          """;
      Object[] values = {
        i % 100,
        i % 100,
        i,
        1998 + i % 27,
        List.of("classification", "segmentation").get(i % 2),
        i % 20,
        20 + i % 7,
        32 + i % 200,
        32 + i % 200,
        8 + i * 7919 % 1000,
        1 + 2 * (i % 5),
        10 + i * 104_729 % 991
      };
      for (Object value : values) {
        text = text.replaceFirst("%[ds]", value.toString());
      }
      reader.read("net" + i + ".yaml", text).value().orElseThrow().stream()
          .map(Summary::of)
          .forEach(models::add);
    }
    MemorySink sink = new MemorySink();
    Site.render(
        CatalogBuilder.build(CatalogSettings.DEFAULT, models),
        List.of(),
        new Site.Options(1, Charts.SVG),
        sink);
    return sink;
  }

  @Test
  void thePageAndAllThatItLoadsAreSmall() {
    Document page = Jsoup.parse(SITE.text("index.html"));
    List<String> loaded = new ArrayList<>(List.of("index.html"));
    loaded.addAll(page.select("script[src], img[src]").eachAttr("src"));
    loaded.addAll(page.select("link[rel=stylesheet]").eachAttr("href"));
    assertThat(loaded).contains("data/catalog.js");
    assertThat(loaded.stream().mapToInt(path -> compressed(SITE.files().get(path))).sum())
        .isLessThan(MOST);
  }

  @Test
  void withoutScriptsTheTableHasPages() {
    int rows = 0;
    String path = "index.html";
    while (!path.isEmpty()) {
      Document page = Jsoup.parse(SITE.text(path), "https://example.org/" + path);
      int here = page.select("#models tbody tr").size();
      assertThat(here).isBetween(1, 500);
      rows += here;
      path =
          page.select("nav.pages a[aria-current=page] + a").stream()
              .findFirst()
              .map(link -> link.absUrl("href").replace("https://example.org/", ""))
              .orElse("");
    }
    assertThat(rows).isEqualTo(MODELS);
  }

  private static int compressed(byte[] content) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
      gzip.write(content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.size();
  }
}
