package dev.convatlas.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The places are computed by hand: middles of bars, from the one end to the other. */
class BarsTest {

  private static Rectangle2D bar(double x, double y, double width, double height) {
    return new Rectangle2D.Double(x, y, width, height);
  }

  private static String path(List<Rectangle2D> bars) {
    SvgPath path = new SvgPath(1);
    Bars.of(bars).orElseThrow().write(path);
    return path.toString();
  }

  @Test
  void uprightOnesGoToAndFro() {
    List<Rectangle2D> bars =
        List.of(bar(0, 5, 4, 15), bar(6, 10, 4, 10), bar(12, 10, 4, 10), bar(18, 0, 4, 20));
    assertThat(path(bars)).isEqualTo("M2 5v15m6 0v-10m6 0v10m6 0v-20");
    assertThat(Bars.of(bars).orElseThrow().thickness()).isEqualTo(4);
  }

  @Test
  void lyingOnesAreAsThickAsTheyAreHigh() {
    List<Rectangle2D> bars =
        List.of(bar(1, 0, 9, 2), bar(1, 4, 8, 2), bar(1, 8, 7, 2), bar(1, 12, 6, 2));
    assertThat(path(bars)).isEqualTo("M1 1h9m-1 4h-8m0 4h7m-1 4h-6");
    assertThat(Bars.of(bars).orElseThrow().thickness()).isEqualTo(2);
  }

  @Test
  void whatHasNoLengthIsNotDrawn() {
    List<Rectangle2D> bars =
        List.of(bar(0, 5, 4, 15), bar(6, 20, 4, 0), bar(12, 20, 4, 0.04), bar(18, 0, 4, 20));
    assertThat(path(bars)).isEqualTo("M2 5v15m18 0v-20");
  }

  @Test
  void fewOrUnequalOnesKeepTheirCorners() {
    assertThat(Bars.of(List.of(bar(0, 0, 1, 1), bar(2, 0, 1, 1)))).isEmpty();
    assertThat(Bars.of(List.of(bar(0, 0, 1, 1), bar(2, 0, 2, 2), bar(5, 0, 3, 3), bar(9, 0, 1, 4))))
        .isEmpty();
  }

  @Test
  void onlyRectanglesAreBars() {
    Rectangle2D bar = bar(1, 2, 3, 4);
    assertThat(Bars.bar(bar)).contains(bar);
    AffineTransform quarter = new AffineTransform(0, 1, -1, 0, 0, 0);
    assertThat(Bars.bar(quarter.createTransformedShape(bar))).contains(bar(-6, 1, 4, 3));
    AffineTransform turned = AffineTransform.getRotateInstance(0.5);
    assertThat(Bars.bar(turned.createTransformedShape(bar))).isEmpty();
    assertThat(Bars.bar(new Ellipse2D.Double(0, 0, 2, 2))).isEmpty();
  }
}
