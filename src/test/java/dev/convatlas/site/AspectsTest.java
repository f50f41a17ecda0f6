package dev.convatlas.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The sides of a model on its page, without any script. Figures of the small one are by hand. */
class AspectsTest {
  private static final Document TINY =
      Jsoup.parse(CatalogFolder.golden().render(1).text("models/tiny.html"));
  private static final MemorySink RESNETS =
      CatalogFolder.read(CatalogFolder.SAMPLES, "resnet.yaml").render(2);
  private static final Document RESNET50 = Jsoup.parse(RESNETS.text("models/resnet50.html"));

  private static Element table(Document page, String aspect, int number) {
    return page.getElementById(aspect).select(".aside table").get(number);
  }

  /** Texts of a row's cells, notes in small print left out. */
  private static List<String> row(Element table, String heading) {
    return table.select("tr").stream()
        .filter(row -> row.child(0).text().equals(heading))
        .findFirst()
        .orElseThrow()
        .select("td")
        .stream()
        .map(Element::ownText)
        .toList();
  }

  /** 11,712 + 3 biases + 256 outputs of the activation + 256 inputs of the pool. */
  @Test
  void everyConventionHasItsTotal() {
    Element totals = table(TINY, "conventions", 0);
    assertThat(totals.select("tbody tr")).hasSize(8);
    assertThat(row(totals, "torchvision")).startsWith("11,712", "MACs");
    assertThat(row(totals, "2x")).startsWith("23,424", "FLOPs");
    assertThat(row(totals, "ptflops-modules")).startsWith("12,227", "MACs");
  }

  @Test
  void differencesAreSaidKindByKind() {
    Element steps = table(TINY, "conventions", 1);
    int column = steps.select("thead th").eachText().indexOf("ptflops-modules") - 1;
    assertThat(row(steps, "torchvision").get(column)).isEqualTo("11,712");
    assertThat(row(steps, "linear").get(column)).isEqualTo("+3");
    assertThat(row(steps, "ReLU, ReLU6, leaky ReLU, ELU, GELU").get(column)).isEqualTo("+256");
    assertThat(row(steps, "max pooling").get(column)).isEqualTo("+256");
    assertThat(row(steps, "Total").get(column)).isEqualTo("12,227");
  }

  /** Both of 4.09 G and 4.13 G are right: each column adds up. */
  @Test
  void everyColumnOfDifferencesAddsUp() {
    Element steps = table(RESNET50, "conventions", 1);
    for (int column = 1; column < steps.select("thead th").size(); column++) {
      long sum = 0;
      for (Element row : steps.select("tbody tr")) {
        sum += number(row.child(column).ownText());
      }
      assertThat(sum).isEqualTo(number(steps.selectFirst("tfoot tr").child(column).ownText()));
    }
    assertThat(row(steps, "Total")).contains("4,133,742,592", "4,111,512,576");
  }

  private static long number(String text) {
    return text.isEmpty() ? 0 : Long.parseLong(text.replaceAll("[,+]", "").replace('−', '-'));
  }

  /**
   * Three maps of 4·8·8 = 256 elements are alive while the activation runs: what the shortcut
   * keeps, what it reads and what it writes. 375 parameters take 1,500 bytes.
   */
  @Test
  void memorySaysWhatMakesThePeak() {
    Element inference = table(TINY, "memory", 0);
    assertThat(row(inference, "Parameters and buffers")).startsWith("375", "1.500 kB", "750 B");
    assertThat(row(inference, "Activations at their peak")).startsWith("768", "3.072 kB");
    Element peak = table(TINY, "memory", 1);
    assertThat(peak.select("tbody th").eachText())
        .containsExactly("conv", "body.body.conv2d", "body.body.relu");
    assertThat(peak.select("tbody td:eq(2)").eachText()).containsOnly("256");
  }

  /** The linear layer reads 4·4·4 elements, and has no weights for another number of them. */
  @Test
  void otherSizesSayWhatTheyWouldNeed() {
    Element sizes = table(TINY, "resolution", 0);
    assertThat(sizes.select("tbody tr")).hasSize(5);
    assertThat(sizes.select("tbody tr:eq(0) td:last-child").text())
        .isEqualTo("needs weights of another size");
    assertThat(sizes.select("tbody tr:eq(2) td:eq(1)").text()).isEqualTo("11.71 k");
  }

  /** Measured on torchvision's module: 427 pixels, where the input has 224. */
  @Test
  void theFieldSaysWhereItCoversTheInput() {
    Element axes = table(RESNET50, "reach", 0);
    assertThat(row(axes, "height").subList(0, 2)).containsExactly("224 px", "427 px");
    assertThat(axes.select("tbody a").eachAttr("href"))
        .allMatch(link -> RESNET50.getElementById(link.substring(1)) != null);
  }

  /** The first of a kind are shown, the others open without any script; none is left out. */
  @Test
  void everyFindingCanBeRead(@TempDir Path folder) throws IOException {
    Files.writeString(folder.resolve("catalog.yaml"), "title: Many\n");
    Files.writeString(
        folder.resolve("many.yaml"),
        """
        input: [1, 8, 8]
        layers:
          - parallel:
              branches:
                - conv2d: {out_channels: 4, kernel_size: 1, stride: 2}
                  for: {i: 9}
              merge: concat
        """);
    Document page =
        Jsoup.parse(CatalogFolder.read(folder, "many.yaml").render(1).text("models/many.html"));
    Element group = page.select("#findings article:has(h3:contains(stride))").first();
    assertThat(group.select("li a").eachText()).hasSize(9).doesNotHaveDuplicates();
    assertThat(group.select("> ul a")).hasSize(6);
    assertThat(group.select("details > summary").text()).contains("3");
    // Nine times the same is said once, and once more of those that wait to be opened.
    assertThat(group.select("li")).hasSize(2);
  }

  /** torchvision's ResNet-18: 435 in truth, 39 without strides, 7 by its direct children. */
  @Test
  void theGuideShowsWhereTheFormulasPart() {
    Document guide = Jsoup.parse(RESNETS.text("guide/receptive-field.html"));
    assertThat(guide.select("p:contains(strides out) b").eachText())
        .containsExactly("435", "39", "7");
    assertThat(guide.select("h2#joins + p b").eachText()).containsExactly("435", "11");
  }

  /** Parameters and totals as published and measured: torchvision.csv, convention_totals.csv. */
  @Test
  void theGuideAddsUpTheWholeModel() {
    Document parameters = Jsoup.parse(RESNETS.text("guide/parameters.html"));
    assertThat(parameters.select(".sum").text())
        .isEqualTo("conv2d 11,166,912 + batch_norm2d 9,600 + linear 513,000 = 11,689,512");
    Document compute = Jsoup.parse(RESNETS.text("zh/guide/compute.html"));
    assertThat(compute.select(".sum b").eachText())
        .containsExactly(
            "1,814,073,344",
            "1,819,065,856",
            "3,628,146,688",
            "1,814,074,344",
            "1,822,177,768",
            "1,824,033,792",
            "1,814,083,944",
            "3,628,146,688");
  }

  /** fvcore counts normalisations, which torchvision does not: its chart has a colour more. */
  @Test
  void legendsNameWhatEachConventionDraws() {
    Element chart = RESNET50.getElementById("chart-macs");
    assertThat(chart.select(".key").eachText()).contains("convolution", "linear");
    Element more = chart.select(".key[data-by*=normalisation]").first();
    assertThat(more.text()).isEmpty();
    assertThat(more.attr("data-by")).startsWith("|normalisation|");
  }

  /** Every headline figure opens to its sum: 427 px as measured, three maps of 256·56·56 alive. */
  @Test
  void headlineFiguresOpenToTheirFormulas() {
    List<Element> hows = RESNET50.select(".hows details");
    assertThat(hows).hasSize(5);
    assertThat(hows.get(0).select("b").text()).isEqualTo("25,557,032");
    assertThat(hows.get(1).select("b").text()).isEqualTo("4,089,184,256");
    assertThat(hows.get(2).select("p").text())
        .contains("1 + 6 (conv1.conv2d) + 4 (maxpool)", "6 · 32", "2 · 64")
        .endsWith("= 427");
    assertThat(hows.get(3).select("p").first().text()).contains("802,816 (", "= 2,408,448");
    assertThat(hows.get(3).select("p").last().text()).startsWith("2,408,448 · 4 B = 9,633,792");
    assertThat(hows.get(4).select("p").text()).contains("conv2d 53").endsWith("= 175");
  }

  @Test
  void theGuideSetsTheToolsFiguresBesideOurs() {
    Document guide = Jsoup.parse(RESNETS.text("guide/conventions.html"));
    Element totals = guide.select("table").last();
    Element resnet50 = totals.select("tr:has(th:contains(resnet50))").first();
    assertThat(resnet50.select("td")).hasSize(6);
    assertThat(resnet50.select("td small").eachText()).hasSize(6).containsOnly("the same here");
    assertThat(totals.select("tr:has(th:contains(vgg16)) small")).isEmpty();
  }
}
