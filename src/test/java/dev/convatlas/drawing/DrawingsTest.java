package dev.convatlas.drawing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.convatlas.analysis.Models;
import dev.convatlas.definition.ModelDefinition;
import dev.convatlas.drawing.Drawing.Box;
import dev.convatlas.drawing.Drawing.Edge;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is folded, opened and joined; expectations read from the definitions by hand. */
class DrawingsTest {
  private static List<Drawing> drawings(String id) {
    return Drawings.of(Models.analysis(Models.sample(id)));
  }

  private static List<String> titles(Drawing drawing) {
    return drawing.boxes().stream()
        .map(box -> box.repeat() > 1 ? box.title() + " ×" + box.repeat() : box.title())
        .toList();
  }

  private static List<String> skips(Drawing drawing) {
    return drawing.edges().stream()
        .filter(Edge::skip)
        .map(edge -> title(drawing, edge.from()) + " → " + title(drawing, edge.to()))
        .toList();
  }

  private static String title(Drawing drawing, int box) {
    return drawing.boxes().get(box).title();
  }

  @Test
  void smallModelsShowEachLayer() {
    List<Drawing> drawings = drawings("lenet5");
    assertThat(drawings).hasSize(1);
    assertThat(titles(drawings.get(0)))
        .containsExactly(
            "input", "conv1", "pool1", "conv2", "pool2", "conv3", "fc1", "fc2", "output");
    assertThat(drawings.get(0).boxes().get(1).lines()).containsExactly("conv2d k5 · tanh");
    assertThat(drawings.get(0).edges())
        .extracting(Edge::label)
        .containsExactly("1×32×32", "6×28×28", "6×14×14", "16×10×10", "16×5×5", "120", "84", "10");
  }

  @Test
  void blocksThatRepeatAreFolded() {
    List<Drawing> drawings = drawings("resnet50");
    assertThat(titles(drawings.get(0)))
        .containsExactly(
            "input",
            "conv1",
            "maxpool",
            "layer1 ×3",
            "layer2 ×4",
            "layer3 ×6",
            "layer4 ×3",
            "avgpool",
            "fc",
            "output");
    assertThat(skips(drawings.get(0))).isEmpty();
    Drawing block = drawings.get(1);
    assertThat(block.name()).isEqualTo("bottleneck");
    assertThat(titles(block)).containsExactly("", "conv1", "conv2", "conv3", "add", "");
    assertThat(skips(block)).containsExactly(" → add");
  }

  @Test
  void branchesStandBesideEachOther() {
    Drawing block = drawings("googlenet").get(1);
    assertThat(block.name()).isEqualTo("inception");
    int concat = titles(block).indexOf("concat");
    assertThat(block.edges().stream().filter(edge -> edge.to() == concat)).hasSize(4);
    assertThat(block.edges().stream().filter(edge -> edge.from() == 0)).hasSize(4);
  }

  @Test
  void waysAcrossAreSkips() {
    assertThat(skips(drawings("unet").get(0)))
        .containsExactly("convs → up4", "convs → up3", "convs → up2", "convs → up1");
  }

  @Test
  void denseLayersAreCounted() {
    assertThat(titles(drawings("densenet201").get(0)))
        .contains("dense_layer ×6", "dense_layer ×12", "dense_layer ×48", "denseblock4 ×32");
  }

  /** Fifteen blocks; the map shrinks at the 2nd, 4th, 7th and 13th. */
  @Test
  void aBlockThatRepeatsElsewhereStaysClosed() {
    assertThat(titles(drawings("mobilenet_v3_large").get(0)))
        .filteredOn(title -> title.startsWith("inverted_residual"))
        .containsExactly(
            "inverted_residual",
            "inverted_residual ×2",
            "inverted_residual ×3",
            "inverted_residual ×6",
            "inverted_residual ×3");
  }

  /** Of its 15 blocks, 5 have a gate and a sum: the paper's table 1, rows with SE and stride 1. */
  @Test
  void theBlockThatIsDrawnIsBuiltAsMostAre() {
    Drawing block = drawings("mobilenet_v3_large").get(1);
    assertThat(block.path()).isEqualTo("blocks.4");
    assertThat(block.alike()).isEqualTo(5);
    assertThat(block.count()).isEqualTo(15);
  }

  static List<ModelDefinition> samples() {
    return Models.samples();
  }

  @ParameterizedTest
  @MethodSource("samples")
  void everySampleIsSeenAtAGlance(ModelDefinition model) {
    List<Drawing> drawings = Drawings.of(Models.analysis(model));
    assertThat(drawings).isNotEmpty();
    Set<String> layers = new HashSet<>();
    Models.analysis(model).rows().forEach(row -> layers.add(row.node().path()));
    for (Drawing drawing : drawings) {
      assertThat(drawing.boxes()).hasSizeBetween(2, 45);
      assertThat(drawing.boxes().stream().map(Box::layer).filter(layer -> !layer.isEmpty()))
          .isSubsetOf(layers);
      assertThat(drawing.frames()).noneMatch(frame -> frame.title().matches("[0-9]*"));
      assertThat(drawing.edges()).allMatch(edge -> edge.from() < edge.to());
      Placed placed = ElkLayout.place(drawing);
      assertThat(placed).isEqualTo(ElkLayout.place(drawing));
      noneOverlap(placed.boxes());
      titlesAreFree(placed);
    }
  }

  /** A title that begins further right does so because no edge runs there. */
  private static void titlesAreFree(Placed placed) {
    for (int i = 0; i < placed.frames().size(); i++) {
      Placed.Rectangle frame = placed.frames().get(i);
      String title = placed.drawing().frames().get(i).title();
      double width = Sizes.text(title, Sizes.FRAME);
      double start = placed.titleStart(i, width);
      boolean moved = start > frame.x() + Placed.TITLE_LEFT;
      if (moved) {
        assertThat(start + width).as(title).isLessThan(frame.x() + frame.width());
        assertThat(placed.edges().stream().flatMap(edge -> edge.parts().stream()))
            .as(title)
            .noneMatch(
                part ->
                    part.x() + part.width() > start
                        && part.x() < start + width
                        && part.y() + part.height() > frame.y() + 6
                        && part.y() < frame.y() + 18);
      }
    }
  }

  private static void noneOverlap(List<Placed.Rectangle> boxes) {
    for (int i = 0; i < boxes.size(); i++) {
      for (int j = 0; j < i; j++) {
        Placed.Rectangle a = boxes.get(i);
        Placed.Rectangle b = boxes.get(j);
        assertThat(
                a.x() < b.x() + b.width()
                    && b.x() < a.x() + a.width()
                    && a.y() < b.y() + b.height()
                    && b.y() < a.y() + a.height())
            .as(a + " and " + b)
            .isFalse();
      }
    }
  }
}
