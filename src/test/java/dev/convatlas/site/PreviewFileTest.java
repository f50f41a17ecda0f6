package dev.convatlas.site;

import static org.assertj.core.api.Assertions.assertThat;

import dev.convatlas.chart.Preview;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.HashSet;
import java.util.Set;
import javax.imageio.ImageIO;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

/** The picture beside links to a model, where the catalog says where the site is. */
class PreviewFileTest {
  private static final String PATH = "previews/tiny.png";
  private static final MemorySink GOLDEN = CatalogFolder.golden().render(1);

  @Test
  void itIsAsLargeAsSitesAskForAndSmallAsAFile() throws IOException {
    byte[] file = GOLDEN.files().get(PATH);
    BufferedImage image = ImageIO.read(new ByteArrayInputStream(file));
    assertThat(image.getWidth()).isEqualTo(Preview.WIDTH).isEqualTo(1200);
    assertThat(image.getHeight()).isEqualTo(Preview.HEIGHT).isEqualTo(630);
    assertThat(file).hasSizeLessThan(40_000);
    assertThat(image.getRGB(0, 0)).isEqualTo(new Color(0xfcfbf8).getRGB());
    assertThat(colours(image, 0, 760)).hasSizeGreaterThan(10);
    assertThat(colours(image, 800, 1140)).contains(new Color(0x2b6cb8).getRGB());
  }

  private static Set<Integer> colours(BufferedImage image, int from, int to) {
    Set<Integer> colours = new HashSet<>();
    for (int x = from; x < to; x++) {
      for (int y = 0; y < image.getHeight(); y++) {
        colours.add(image.getRGB(x, y));
      }
    }
    return colours;
  }

  @Test
  void pagesOfModelsNameIt() {
    for (String path : new String[] {"models/tiny.html", "zh/models/tiny.html"}) {
      Document page = Jsoup.parse(GOLDEN.text(path));
      assertThat(page.selectFirst("meta[property=og:image]").attr("content"))
          .isEqualTo("https://example.org/atlas/" + PATH);
      assertThat(page.selectFirst("meta[property=og:url]").attr("content"))
          .isEqualTo("https://example.org/atlas/" + path);
    }
    assertThat(Jsoup.parse(GOLDEN.text("index.html")).select("meta[property=og:image]")).isEmpty();
  }

  @Test
  void withoutAnAddressThereIsNone() {
    MemorySink site = CatalogFolder.read(CatalogFolder.SAMPLES, "lenet5.yaml").render(1);
    assertThat(site.files().keySet()).noneMatch(path -> path.startsWith("previews/"));
    assertThat(Jsoup.parse(site.text("models/lenet5.html")).select("meta[property^=og]")).isEmpty();
  }

  @Test
  void theFontHasNoChinese() {
    assertThat(Preview.canWrite("ResNet-50 ×2 α")).isTrue();
    assertThat(Preview.canWrite("残差网络")).isFalse();
  }
}
