package dev.convatlas.graph;

import static org.assertj.core.api.Assertions.assertThat;

import dev.convatlas.analysis.Models;
import dev.convatlas.definition.Expressions;
import dev.convatlas.definition.ModelDefinition;
import dev.convatlas.source.Checked;
import dev.convatlas.source.Diagnostic;
import dev.convatlas.source.Limits;
import dev.convatlas.source.Message;
import dev.convatlas.tensor.Axis;
import dev.convatlas.tensor.Shape;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Running the layers again gives what laying the definition out gives. */
class ReplayTest {
  private static final GraphBuilder BUILDER =
      new GraphBuilder(new Expressions(Limits.DEFAULT), Limits.DEFAULT);

  /** Sizes that are taken and some that are not, even ones and odd ones. */
  private static final List<Long> SIZES = List.of(1L, 31L, 97L, 224L, 300L);

  @TestFactory
  List<DynamicTest> samplesAreAsTheirDefinitionsHaveThem() {
    return Models.samples().stream()
        .filter(model -> Models.graph(model).nodes().size() < 400)
        .map(model -> DynamicTest.dynamicTest(model.metadata().id(), () -> check(model)))
        .toList();
  }

  private static void check(ModelDefinition model) {
    Graph graph = Models.graph(model);
    for (long size : SIZES) {
      Map<String, Shape> inputs = inputs(graph, size);
      Checked<Graph> laid = BUILDER.resized(model, inputs);
      Optional<Checked<Graph>> again = Replay.of(graph, inputs);
      if (again.isPresent()) {
        assertThat(again.get().value().map(Graph::nodes)).isEqualTo(laid.value().map(Graph::nodes));
        assertThat(again.get().value().map(Graph::outputs))
            .isEqualTo(laid.value().map(Graph::outputs));
        assertThat(first(again.get())).isEqualTo(first(laid));
      }
    }
  }

  private static Optional<Message> first(Checked<Graph> checked) {
    return checked.diagnostics().stream().map(Diagnostic::message).findFirst();
  }

  private static Map<String, Shape> inputs(Graph graph, long size) {
    Map<String, Shape> inputs = new LinkedHashMap<>();
    graph
        .inputs()
        .forEach(
            (name, shape) ->
                inputs.put(
                    name,
                    new Shape(
                        shape.axes().stream()
                            .map(axis -> axis.role().isSpatial() ? axis.withSize(size) : axis)
                            .toList())));
    return inputs;
  }

  private static Optional<Checked<Graph>> again(String layers, long size) {
    ModelDefinition model =
        Models.definitions("model.yaml", "input: [2, 8, 8]\nlayers:\n" + layers).get(0);
    Graph graph = Models.graph(model);
    return Replay.of(graph, inputs(graph, size));
  }

  @Test
  void aDefinitionThatAsksForChannelsOnlyCanBeRunAgain() {
    assertThat(again("  - conv2d: {out_channels: \"${2 * in.channels}\", kernel_size: 3}\n", 5))
        .isPresent();
  }

  @Test
  void aDefinitionThatAsksForSizesCannot() {
    String pad = "  - pad: {padding: [0, \"${in.width % 2}\", 0, \"${in.height % 2}\"]}\n";
    assertThat(again(pad, 5)).isEmpty();
    assertThat(again("  - relu\n  - relu:\n    when: ${prev.shape[1] > 6}\n", 5)).isEmpty();
  }

  /** A sum broadcasts 1 × 1 and a residual does not. */
  @Test
  void aSumOfUnequalSidesIsLeftToTheDefinition() {
    String even =
        """
          - residual:
              body:
                - avg_pool2d: {kernel_size: 1, stride: 2}
              shortcut:
                - max_pool2d: {kernel_size: 2}
        """;
    assertThat(again(even, 6)).isPresent();
    assertThat(again(even, 5)).isEmpty();
  }

  @Test
  void axesKeepTheirRoles() {
    Graph graph =
        again("  - max_pool2d: {kernel_size: 2}\n", 6).orElseThrow().value().orElseThrow();
    assertThat(graph.nodes().get(0).output()).hasToString("2×3×3");
    assertThat(graph.nodes().get(0).output().axes()).extracting(Axis::role).doesNotContainNull();
  }
}
