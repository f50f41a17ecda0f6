package dev.convatlas.graph;

import static org.assertj.core.api.Assertions.assertThat;

import dev.convatlas.analysis.Models;
import dev.convatlas.definition.Block;
import dev.convatlas.definition.Expressions;
import dev.convatlas.definition.Item;
import dev.convatlas.definition.Item.Modifiers;
import dev.convatlas.definition.Item.Share;
import dev.convatlas.definition.ModelDefinition;
import dev.convatlas.source.Checked;
import dev.convatlas.source.Limit;
import dev.convatlas.source.Limits;
import dev.convatlas.source.SourceSpan;
import dev.convatlas.yaml.Value.Scalar;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Blocks that are repeated give what they give where each of them is laid out. */
class RepeatsTest {
  private static final SourceSpan NOWHERE = SourceSpan.wholeFile("model.yaml");

  @TestFactory
  List<DynamicTest> samplesAreAsWithoutRepeats() {
    return Models.samples().stream()
        .map(model -> DynamicTest.dynamicTest(model.metadata().id(), () -> check(model)))
        .toList();
  }

  private static void check(ModelDefinition model) {
    assertSame(model, Limits.DEFAULT);
  }

  private static void assertSame(ModelDefinition model, Limits limits) {
    Checked<Graph> repeated = graph(model, limits);
    Checked<Graph> plain = graph(withoutRepeats(model), limits);
    assertThat(repeated.value()).isEqualTo(plain.value());
    assertThat(repeated.diagnostics()).isEqualTo(plain.diagnostics());
  }

  private static Checked<Graph> graph(ModelDefinition model, Limits limits) {
    return new GraphBuilder(new Expressions(limits).forOneFile(), limits).build(model);
  }

  /** A block that nobody uses and that shares weights is enough to have each block laid out. */
  private static ModelDefinition withoutRepeats(ModelDefinition model) {
    Item share = new Share(NOWHERE, new Scalar(NOWHERE, "stem", true), Modifiers.NONE);
    Map<String, Block> blocks = new HashMap<>(model.blocks());
    blocks.put(
        "unused",
        new Block("unused", NOWHERE, true, List.of(), List.of("in"), List.of(share), Map.of()));
    return new ModelDefinition(
        model.metadata(),
        model.span(),
        model.params(),
        model.inputs(),
        model.items(),
        blocks,
        model.outputs());
  }

  private static ModelDefinition model(String layers) {
    String text =
        """
        input: [4, 8, 8]
        blocks:
          pair:
            args: {channels: required}
            layers:
              - {conv2d: {out_channels: "${channels}", kernel_size: 3, padding: 1}, name: first}
              - inner: {channels: "${channels}"}
          inner:
            args: {channels: required}
            layers:
              - conv2d: {out_channels: "${channels}", kernel_size: 1}
              - {relu: {}, name: last}
        layers:
        """;
    return Models.definitions("model.yaml", text + layers).get(0);
  }

  @Test
  void whatIsInsideARepetitionCanBeNamedFromOutside() {
    ModelDefinition model =
        model(
            """
              - {pair: {channels: 4}, name: stages, for: {i: [1, 2, 3]}}
              - {add: {}, from: [stages.0.first, stages.2.inner.last, stages.1.inner]}
            """);
    assertSame(model, Limits.DEFAULT);
    List<Node> nodes = graph(model, Limits.DEFAULT).value().orElseThrow().nodes();
    assertThat(nodes.get(9).inputs())
        .containsExactly(new Tensor.Output(0), new Tensor.Output(8), new Tensor.Output(5));
    assertThat(nodes.get(6).applied()).isSameAs(nodes.get(3).applied());
  }

  @Test
  void theRepetitionThatIsTooMuchIsNamed() {
    ModelDefinition model = model("  - {pair: {channels: 4}, for: {i: [1, 2, 3, 4, 5]}}\n");
    for (Limit limit : List.of(Limit.LAYERS, Limit.STEPS, Limit.WORK)) {
      for (long most : List.of(4L, 11L, 14L, 500L, 900L)) {
        assertSame(model, Limits.DEFAULT.with(limit, most));
      }
    }
  }

  @Test
  void anErrorInARepetitionIsReportedAsEver() {
    assertSame(
        model("  - {pair: {channels: \"${8 / i}\"}, for: {i: [1, 2, 3, 2]}}\n"), Limits.DEFAULT);
  }
}
