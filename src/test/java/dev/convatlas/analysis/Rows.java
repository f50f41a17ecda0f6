package dev.convatlas.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.convatlas.graph.Applied;
import dev.convatlas.graph.Node;
import dev.convatlas.graph.Tensor;
import dev.convatlas.layer.Layer;
import dev.convatlas.layer.LayerTypes;
import dev.convatlas.layer.Weight;
import dev.convatlas.source.Limits;
import dev.convatlas.source.Problems;
import dev.convatlas.source.SourceSpan;
import dev.convatlas.tensor.Axis;
import dev.convatlas.tensor.Field;
import dev.convatlas.tensor.Role;
import dev.convatlas.tensor.Shape;
import dev.convatlas.tensor.Work;
import dev.convatlas.yaml.Value;
import dev.convatlas.yaml.YamlReader;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;

/** Rows of single layers, made without a model file. */
public final class Rows {
  private static final SourceSpan SPAN = SourceSpan.wholeFile("layer.yaml");

  private Rows() {}

  /**
   * Such as {@code 8x16x16}, or several with blanks between them; {@code tokens:10x64} has its
   * channels last.
   */
  public static List<Shape> shapes(String written) {
    return Arrays.stream(written.trim().split(" +")).map(Rows::shape).toList();
  }

  private static Shape shape(String written) {
    List<Long> sizes =
        Arrays.stream(written.replace("tokens:", "").split("x")).map(Long::valueOf).toList();
    return written.startsWith("tokens:")
        ? new Shape(List.of(Axis.of(Role.NONE, sizes.get(0)), Axis.of(Role.CHANNEL, sizes.get(1))))
        : Shape.map(sizes);
  }

  /** A layer as a model file writes it, such as {@code - relu}. */
  public static Layer layer(String item) {
    Value.Sequence items =
        (Value.Sequence) YamlReader.read("layer.yaml", item, Limits.DEFAULT).value().orElseThrow();
    Value written = items.items().get(0);
    Problems problems = new Problems();
    String type =
        written instanceof Value.Mapping mapping
            ? mapping.keys().get(0)
            : ((Value.Scalar) written).text();
    Value.Mapping arguments =
        written instanceof Value.Mapping mapping
            ? (Value.Mapping) mapping.get(type).orElseThrow()
            : new Value.Mapping(SPAN, List.of());
    Layer layer = LayerTypes.named(type).orElseThrow().read(SPAN, arguments, problems).orElse(null);
    assertThat(problems.list()).isEmpty();
    return layer;
  }

  public static Row of(String item, String inputs, boolean training, boolean functional) {
    Layer layer = layer(item);
    List<Shape> shapes = shapes(inputs);
    Shape output = layer.output(shapes);
    List<Tensor> tensors =
        shapes.stream().map(shape -> (Tensor) new Tensor.Input("input")).toList();
    Node node =
        new Node(
            "layer",
            List.of(),
            new Applied("layer", layer, new Value.Mapping(SPAN, List.of()), shapes, output),
            tensors,
            SPAN,
            List.of(),
            OptionalInt.empty(),
            training,
            functional,
            "");
    List<Weight> weights = layer.weights(shapes);
    Work work = training ? Work.NONE : layer.work(shapes, output);
    return new Row(
        node,
        weights,
        sum(weights, true),
        sum(weights, false),
        work,
        new Count(work.count(Work.Kind.MULTIPLY_ACCUMULATE), work.missing()),
        Field.NOTHING,
        output.elements());
  }

  private static Count sum(List<Weight> weights, boolean trainable) {
    return weights.stream()
        .filter(weight -> weight.trainable() == trainable)
        .map(weight -> new Count(weight.count().value(), weight.missing()))
        .reduce(Count.ZERO, Count::plus);
  }
}
