package dev.convatlas.site;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.convatlas.report.Badge;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What other people's pages show of ResNet-18. Parameters and operations as torchvision has them:
 * 11,689,512 and 1.814 G; the receptive field as Araujo et al. (2019) have it.
 */
class EmbedFilesTest {
  private static final MemorySink SITE =
      CatalogFolder.read(CatalogFolder.SAMPLES, "resnet.yaml").render(2);

  @ParameterizedTest
  @CsvSource({
    "params, params, 11.69 M",
    "macs, MACs, 1.814 G",
    "receptive-field, receptive field, 435 px"
  })
  void badgesSayTheFigures(String name, String label, String message) {
    JsonObject endpoint =
        JsonParser.parseString(SITE.text("data/badges/resnet18/" + name + ".json"))
            .getAsJsonObject();
    assertThat(endpoint.get("schemaVersion").getAsInt()).isEqualTo(1);
    assertThat(endpoint.get("label").getAsString()).isEqualTo(label);
    assertThat(endpoint.get("message").getAsString()).isEqualTo(message);
    Element svg =
        Jsoup.parse(SITE.text("badges/resnet18/" + name + ".svg"), "", Parser.xmlParser())
            .selectFirst("svg");
    assertThat(svg.attr("aria-label")).isEqualTo(label + ": " + message);
    assertThat(svg.select("text").eachText()).containsExactly(label, message);
    int width = Integer.parseInt(svg.attr("width"));
    Element last = svg.select("text").last();
    assertThat(Integer.parseInt(last.attr("x")) + Integer.parseInt(last.attr("textLength")))
        .isLessThan(width);
  }

  @Test
  void aBadgeIsEscaped() {
    assertThat(EmbedFiles.svg(new Badge("x", "a<b>&\"", "1")))
        .contains("aria-label=\"a&lt;b>&amp;&quot;: 1\"")
        .doesNotContain("a<b");
  }

  @Test
  void theCardStandsAlone() {
    Document card = Jsoup.parse(SITE.text("embed/resnet18.html"));
    assertThat(card.select("dd").eachText()).containsExactly("11.69 M", "1.814 G", "435 px");
    assertThat(card.select("[src], link, script")).isEmpty();
    assertThat(card.select("a").eachAttr("target")).containsOnly("_top");
    assertThat(card.selectFirst("h1 a").attr("href")).isEqualTo("../models/resnet18.html");
    String style = card.selectFirst("style").data();
    assertThat(card.selectFirst("meta[http-equiv]").attr("content"))
        .isEqualTo(
            "default-src 'none'; style-src '"
                + SiteAssets.digest(style)
                + "'; base-uri 'none'; form-action 'none'");
    assertThat(Jsoup.parse(SITE.text("zh/embed/resnet18.html")).select("dt").eachText())
        .containsExactly("参数量", "乘加次数", "感受野");
  }

  @Test
  void theModelsPageSaysHow() {
    Document page = Jsoup.parse(SITE.text("models/resnet18.html"));
    assertThat(page.select("#embed .badges img").eachAttr("alt"))
        .containsExactly("params: 11.69 M", "MACs: 1.814 G", "receptive field: 435 px");
    assertThat(page.select("#embed pre").eachText().get(1))
        .isEqualTo(
            "<iframe src=\"SITE/embed/resnet18.html\" title=\"ResNet-18\" width=\"420\""
                + " height=\"150\" loading=\"lazy\"></iframe>");
  }

  /** The golden catalog says where its site is. */
  @Test
  void aKnownAddressIsWritten() {
    Document page = Jsoup.parse(CatalogFolder.golden().render(1).text("zh/models/tiny.html"));
    assertThat(page.select("#embed pre").eachText().get(1))
        .startsWith("<iframe src=\"https://example.org/atlas/zh/embed/tiny.html\"");
    assertThat(page.select("#embed[data-root]")).isEmpty();
  }
}
