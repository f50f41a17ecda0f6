package dev.convatlas.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** Every made-up picture keeps what pages rely on. */
class PainterTest {
  /** The aim of the design: 12 kB each. */
  private static final int MOST_BYTES = 12_000;

  /** Beyond 500 layers and models the picture may grow, but not with their number. */
  private static final int MOST_BYTES_OF_THOUSANDS = 30_000;

  static Stream<Arguments> pictures() {
    return Pictures.all().entrySet().stream().map(e -> Arguments.of(e.getKey(), e.getValue()));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("pictures")
  void isWellFormedAndNeedsNothingElse(String name, Picture picture) throws Exception {
    byte[] svg = Painter.svg(picture, "a < b & c \u0001");
    Document document =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(new ByteArrayInputStream(svg));
    Element root = document.getDocumentElement();
    assertThat(root.getAttribute("role")).isEqualTo("img");
    assertThat(root.getAttribute("viewBox"))
        .isEqualTo("0 0 " + Picture.WIDTH + " " + Painter.height(picture));
    assertThat(root.getElementsByTagName("title").item(0).getTextContent()).isEqualTo("a < b & c ");
    String text = new String(svg, StandardCharsets.UTF_8);
    assertThat(text.replace("http://www.w3.org/2000/svg", ""))
        .doesNotContain("http", "url(", "NaN");
  }

  /** Pictures that look alike are written once, and each has its own height. */
  @Test
  void oneFileHoldsSeveralPictures() {
    Picture first = Pictures.of(Picture.Form.ROWS, 3, index -> 5);
    Picture same = Pictures.of(Picture.Form.ROWS, 3, index -> 5);
    Picture taller = Pictures.of(Picture.Form.ROWS, 9, index -> 5);
    Map<String, Picture> views = new LinkedHashMap<>();
    views.put("c-a", same);
    views.put("c-b", taller);
    views.put("c-c", taller);
    String file = new String(Painter.svg(first, views, "x"), StandardCharsets.UTF_8);
    int height = Painter.height(first);
    assertThat(file)
        .contains("<view id=\"c-a\" viewBox=\"0 0 640 " + height + "\"/>")
        .contains(
            "<view id=\"c-b\" viewBox=\"0 " + (height + 20) + " 640 " + Painter.height(taller))
        .contains("<view id=\"c-c\" viewBox=\"0 " + (height + 20) + " 640 ")
        .containsOnlyOnce("translate(0 ");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("pictures")
  void isSmall(String name, Picture picture) {
    int most = name.endsWith("5000") ? MOST_BYTES_OF_THOUSANDS : MOST_BYTES;
    assertThat(compressed(Painter.svg(picture, name))).isLessThanOrEqualTo(most);
  }

  private static int compressed(byte[] bytes) {
    ByteArrayOutputStream compressed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(compressed)) {
      gzip.write(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return compressed.size();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("pictures")
  void textsTouchNeitherEachOtherNorTheEdge(String name, Picture picture) {
    Layout layout = Layout.of(picture);
    SvgWriter writer = new SvgWriter(Picture.WIDTH, layout.height());
    List<Rectangle2D> texts = Painter.paint(layout, new SvgGraphics(writer)).texts();
    Rectangle2D page = new Rectangle2D.Double(0, 0, Picture.WIDTH, layout.height());
    for (int i = 0; i < texts.size(); i++) {
      assertThat(page.contains(texts.get(i))).as("%s inside %s", texts.get(i), page).isTrue();
      for (int j = 0; j < i; j++) {
        assertThat(texts.get(i).intersects(texts.get(j)))
            .as("%s over %s", texts.get(i), texts.get(j))
            .isFalse();
      }
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("pictures")
  void isAnImageToo(String name, Picture picture) throws IOException {
    byte[] png = Painter.png(picture);
    BufferedImage image = ImageIO.read(new ByteArrayInputStream(png));
    assertThat(image.getWidth()).isEqualTo(2 * Picture.WIDTH);
    assertThat(image.getHeight()).isEqualTo(2 * Painter.height(picture));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("pictures")
  void isTheSameInEveryThread(String name, Picture picture) {
    byte[] once = Painter.svg(picture, name);
    assertThat(Stream.of(1, 2, 3, 4).parallel().map(i -> Painter.svg(picture, name)))
        .allSatisfy(again -> assertThat(again).isEqualTo(once));
  }

  /** XChart draws the bars, we the grid: a bar of 200 must reach the line of 200. */
  @ParameterizedTest
  @EnumSource(
      value = Picture.Form.class,
      names = {"BARS", "LINES"})
  void plotAndGridAgree(Picture.Form form) throws IOException {
    Picture made = Pictures.of(form, 100, index -> 200);
    Picture picture =
        new Picture(form, made.x(), made.y(), made.categories(), made.series(), List.of());
    BufferedImage image = ImageIO.read(new ByteArrayInputStream(Painter.png(picture)));
    int edge = 2 * (Picture.WIDTH - 12) - 1;
    int line = first(image, Palette.LIGHT.grid(), edge, edge + 1);
    int series = first(image, Palette.LIGHT.series(0), Picture.WIDTH, edge);
    assertThat(series).isBetween(line - 3, line + 1);
  }

  /** The first row from above in which a colour is found. */
  private static int first(BufferedImage image, Color color, int from, int to) {
    for (int y = 0; y < image.getHeight(); y++) {
      for (int x = from; x < to; x++) {
        if (image.getRGB(x, y) == color.getRGB()) {
          return y;
        }
      }
    }
    throw new AssertionError("no pixel of " + color);
  }
}
