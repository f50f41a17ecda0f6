package dev.convatlas.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.convatlas.analysis.Row;
import dev.convatlas.catalog.ModelReader;
import dev.convatlas.source.Limits;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** How layers are gathered: stage, block, and what stands between. */
class BlocksTest {

  private static List<Row> rows(String layers) {
    String text = "input: [4, 8, 8]\nlayers:\n" + layers.indent(2);
    return new ModelReader(Limits.DEFAULT, path -> Optional.empty())
        .read("m.yaml", text)
        .value()
        .orElseThrow()
        .get(0)
        .analysis()
        .rows();
  }

  private static List<String> runs(String layers) {
    return Blocks.of(rows(layers)).stream()
        .map(run -> (run.heads() ? "# " : "") + run.path() + " " + run.rows().size())
        .toList();
  }

  @Test
  void layersInNoBlockStandTogether() {
    assertThat(runs("- relu\n- tanh\n- sigmoid")).containsExactly(" 3");
  }

  @Test
  void aGroupIsABlock() {
    assertThat(runs("- layers: [relu, tanh]\n  name: stem\n- relu"))
        .containsExactly("stem 2", " 1");
  }

  @Test
  void aStageHeadsItsBlocks() {
    assertThat(
            runs(
                """
                - name: stage
                  layers:
                    - layers: [relu, tanh]
                      repeat: 2
                """))
        .containsExactly("# stage 4", "stage.0 2", "stage.1 2");
  }

  @Test
  void layersBetweenTheBlocksOfAStageHaveNoHeadingOfTheirOwn() {
    assertThat(
            runs(
                """
                - name: stage
                  layers:
                    - layers: [relu, tanh]
                      name: a
                    - sigmoid
                    - relu
                    - layers: [relu, tanh]
                      name: b
                """))
        .containsExactly("# stage 6", "stage.a 2", " 2", "stage.b 2");
  }

  @Test
  void branchesAreNoBlocks() {
    assertThat(
            runs(
                """
                - name: mix
                  layers:
                    - parallel: {branches: [[relu, tanh], [sigmoid]], merge: add}
                """))
        .containsExactly("mix 4");
  }

  @Test
  void aBlockOfOneLayerNeedsNoHeading() {
    assertThat(runs("- layers: [relu]\n  name: stem\n- tanh")).containsExactly(" 1", " 1");
  }
}
