package dev.convatlas.drawing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.convatlas.analysis.Models;
import dev.convatlas.drawing.Drawing.Box;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Networks that are one long list of layers, without any block: they are drawn all the same. */
class CondensingTest {
  private static final String CONVOLUTION =
      "  - conv2d: {out_channels: 4, kernel_size: 3, padding: 1}\n";

  private static List<Drawing> drawings(String layers) {
    String text = "title: flat\ninput: [4, 64, 64]\nlayers:\n" + layers;
    return Drawings.of(Models.analysis(Models.definitions("flat.yaml", text).get(0)));
  }

  private static String times(int count, String layers) {
    return layers.repeat(count);
  }

  /** A sum of what is before the two convolutions and what comes out of them. */
  private static String sums(int count) {
    return IntStream.range(0, count)
        .mapToObj(
            i ->
                CONVOLUTION.replace("\n", "\n    name: a" + i + "\n")
                    + CONVOLUTION
                    + "  - add:\n    from: [prev, "
                    + (i == 0 ? "input" : "s" + (i - 1))
                    + "]\n"
                    + "    name: s"
                    + i
                    + "\n")
        .collect(Collectors.joining());
  }

  /** Every layer also feeds the last: no place where only one tensor passes. */
  private static String fan(int count) {
    String all = IntStream.range(0, count).mapToObj(i -> "c" + i).collect(Collectors.joining(", "));
    String layers =
        IntStream.range(0, count)
            .mapToObj(i -> CONVOLUTION.replace("\n", "\n    name: c" + i + "\n"))
            .collect(Collectors.joining());
    return layers + "  - concat:\n    from: [" + all + "]\n";
  }

  static List<Arguments> networks() {
    return List.of(
        Arguments.of("chain", times(500, CONVOLUTION)),
        Arguments.of(
            "kernels in turn",
            times(150, CONVOLUTION + CONVOLUTION.replace("3, padding: 1", "5, padding: 2"))),
        Arguments.of("sums", sums(120)),
        Arguments.of("fan", fan(200)));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("networks")
  void everyNetworkIsDrawn(String name, String layers) {
    List<Drawing> drawings = drawings(layers);
    assertThat(drawings).hasSize(1);
    assertThat(drawings.get(0).boxes()).hasSizeBetween(3, 50);
    assertThat(Picture.of(drawings.get(0)).height()).isPositive();
  }

  @Test
  void equalLayersAreOneBoxWithTheirNumber() {
    List<Box> boxes = drawings(times(500, CONVOLUTION)).get(0).boxes();
    assertThat(boxes).extracting(Box::repeat).containsExactly(1, 500, 1);
    assertThat(boxes.get(1).lines()).containsExactly("conv2d k3");
  }

  @Test
  void blocksThatNobodyNamedAreFound() {
    List<Box> boxes = drawings(sums(120)).get(0).boxes();
    assertThat(boxes).extracting(Box::repeat).containsExactly(1, 120, 1);
    assertThat(boxes.get(1).title()).isEqualTo("a0 – s119");
    assertThat(boxes.get(1).lines()).containsExactly("conv2d k3 ×2 · add");
  }

  @Test
  void fewBoxesStayAsTheyAre() {
    assertThat(drawings(times(20, CONVOLUTION)).get(0).boxes()).hasSize(22);
  }
}
