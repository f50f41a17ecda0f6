package dev.convatlas.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

/** The layer table of a large model as a reader meets it: ResNet-50 of the samples. */
class LayerTableTest {
  private static final MemorySink SITE =
      CatalogFolder.read(CatalogFolder.SAMPLES, "resnet.yaml").render(2);
  private static final Document PAGE = Jsoup.parse(SITE.text("models/resnet50.html"));
  private static final Element TABLE = PAGE.selectFirst("table.layers");

  /** He et al., Deep Residual Learning, table 1: 3, 4, 6 and 3 blocks in four stages. */
  @Test
  void rowsAreGatheredByStageAndBlock() {
    assertThat(TABLE.select("tbody.g1 > tr.head th").eachText())
        .containsExactly("layer1", "layer2", "layer3", "layer4");
    assertThat(TABLE.select("tbody.g2 > tr.head th:has(small:contains(bottleneck))")).hasSize(16);
    assertThat(TABLE.select("tr.head input[checked]")).isEmpty();
  }

  @Test
  void everyRowHasACellForEachColumn() {
    int columns = TABLE.select("thead th").size();
    for (Element row : TABLE.select("tr")) {
      int cells =
          row.children().stream()
              .mapToInt(
                  cell -> cell.hasAttr("colspan") ? Integer.parseInt(cell.attr("colspan")) : 1)
              .sum();
      assertThat(cells).as(row.text()).isEqualTo(columns);
    }
  }

  /** torchvision's published figure. */
  @Test
  void blocksAndSingleLayersAddUpToTheTotal() {
    long sum = 0;
    int column = 5;
    for (Element body : TABLE.select("tbody.g2")) {
      Element head = body.selectFirst("tr.head");
      if (head != null) {
        sum += number(head.child(column - 3));
      } else {
        sum += body.select("tr").stream().mapToLong(row -> number(row.child(column))).sum();
      }
    }
    assertThat(sum).isEqualTo(25_557_032L);
    assertThat(TABLE.select("tfoot td").eachText()).contains("25,557,032", "4,089,184,256");
  }

  private static long number(Element cell) {
    return Long.parseLong(cell.text().replace(",", ""));
  }

  @Test
  void everyLayerLeadsToItsExplanationAndItsLine() {
    List<String> links = TABLE.select("tbody a").eachAttr("href");
    assertThat(links).hasSize(2 * 175).allMatch(link -> PAGE.getElementById(anchor(link)) != null);
  }

  private static String anchor(String link) {
    return link.substring(1);
  }
}
