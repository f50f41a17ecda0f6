package dev.convatlas.drawing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.convatlas.analysis.Models;
import dev.convatlas.drawing.FieldMap.Spot;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FieldMapTest {
  private static FieldMap sample(String id) {
    return FieldMap.of(Models.analysis(Models.sample(id))).orElseThrow();
  }

  private static List<Spot> ends(FieldMap map) {
    return map.ends().stream().map(end -> map.spots().get(end).orElseThrow()).toList();
  }

  /**
   * By hand: of 28 positions of conv1 number 14 reads pixels 14 to 18; of 10 of conv2 number 5
   * reads positions 5 to 9 of pool1, so 10 to 19 of conv1, so pixels 10 to 23; conv3 sees all 32.
   */
  @Test
  void whatTheMiddleReads() {
    FieldMap map = sample("lenet5");
    assertThat(map.height()).isEqualTo(32);
    Spot conv1 = map.spots().get(0).orElseThrow();
    assertThat(List.of(conv1.rows().low(), conv1.rows().high())).containsExactly(14L, 18L);
    Spot conv2 = map.spots().get(3).orElseThrow();
    assertThat(conv2.layer()).isEqualTo("conv2.conv2d");
    assertThat(List.of(conv2.rows().low(), conv2.rows().high())).containsExactly(10L, 23L);
    Spot last = ends(map).get(ends(map).size() - 1);
    assertThat(List.of(last.rows().low(), last.rows().high())).containsExactly(0L, 31L);
  }

  /** 427 was measured on torchvision's modules by the extent of gradients. */
  @Test
  void stagesEndWhereTheJumpChanges() {
    List<Spot> ends = ends(sample("resnet50"));
    assertThat(ends)
        .extracting(Spot::layer)
        .containsExactly(
            "relu", "layer1.2.relu", "layer2.3.relu", "layer3.5.relu", "layer4.2.relu");
    assertThat(ends)
        .extracting(spot -> spot.rows().jump())
        .containsExactly("2", "4", "8", "16", "32");
    assertThat(ends.get(4).rows().size()).isEqualTo(427);
  }

  @Test
  void oneSpatialAxisIsNoPicture() {
    String text =
        """
        id: net
        input: [3, 100]
        layers:
          - conv1d: {out_channels: 4, kernel_size: 3}
        """;
    assertThat(FieldMap.of(Models.analysis(text))).isEqualTo(Optional.empty());
  }

  @Test
  void layersThatSeeNoPartAreNoPicture() {
    String text =
        """
        id: net
        input: [3, 8, 8]
        layers:
          - flatten
          - linear: {out_features: 4}
        """;
    assertThat(FieldMap.of(Models.analysis(text))).isEqualTo(Optional.empty());
  }

  /** By hand: a window of 5 with padding 2 at position 0 of 1 reads from −2 to 2. */
  @Test
  void whatLiesOutsideHasRoom() {
    String text =
        """
        id: net
        input: [3, 1, 3]
        layers:
          - conv2d: {out_channels: 4, kernel_size: 5, padding: 2}
        """;
    FieldMap map = FieldMap.of(Models.analysis(text)).orElseThrow();
    FieldPicture picture = last(FieldPicture.of(map));
    assertThat(map.spots().get(0).orElseThrow().rows().low()).isEqualTo(-2);
    assertThat(picture.top()).isLessThan(-2);
    assertThat(picture.left()).isLessThan(-1);
    assertThat(picture.content()).contains("clip-path");
  }

  /** By hand: three windows of 9 on an input of 8 read 25 pixels, more than twice the input. */
  @Test
  void anInputThatIsDwarfedStandsAlone() {
    String text =
        """
        id: net
        input: [3, 8, 8]
        layers:
          - conv2d: {out_channels: 4, kernel_size: 9, padding: 4}
          - conv2d: {out_channels: 4, kernel_size: 9, padding: 4}
          - conv2d: {out_channels: 4, kernel_size: 9, padding: 4}
        """;
    FieldMap map = FieldMap.of(Models.analysis(text)).orElseThrow();
    assertThat(map.spots().get(2).orElseThrow().rows().size()).isEqualTo(25);
    List<FieldPicture> pictures = FieldPicture.of(map);
    assertThat(pictures).hasSize(2);
    assertThat(pictures.get(0).top()).isBetween(-2.0, 0.0);
    assertThat(pictures.get(0).scale()).isGreaterThan(2 * pictures.get(1).scale());
  }

  private static FieldPicture last(List<FieldPicture> pictures) {
    return pictures.get(pictures.size() - 1);
  }
}
