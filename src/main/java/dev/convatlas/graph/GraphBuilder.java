package dev.convatlas.graph;

import dev.convatlas.definition.Expressions;
import dev.convatlas.definition.Limited;
import dev.convatlas.definition.ModelDefinition;
import dev.convatlas.layer.Kinds;
import dev.convatlas.source.Checked;
import dev.convatlas.source.Diagnostic;
import dev.convatlas.source.Limits;
import dev.convatlas.source.Message;
import dev.convatlas.source.Problems;
import dev.convatlas.tensor.Shape;
import dev.convatlas.yaml.Fractions;
import dev.convatlas.yaml.Value;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Lays a definition out: every layer that runs, in order, with the shapes of its tensors. */
public final class GraphBuilder {
  private final Expressions expressions;
  private final Limits limits;

  public GraphBuilder(Expressions expressions, Limits limits) {
    this.expressions = expressions;
    this.limits = limits;
  }

  /**
   * @return no graph where anything is wrong, or was wrong when the model's file was read
   */
  public Checked<Graph> build(ModelDefinition model) {
    return build(model, Map.of(), true);
  }

  /**
   * The same model on inputs of other sizes, without the layers that run only in training: an input
   * need not be large enough for them.
   *
   * @param graph what the definition gives on the inputs that it has
   * @param inputs shapes of all inputs by name
   */
  public Checked<Graph> resized(ModelDefinition model, Graph graph, Map<String, Shape> inputs) {
    return Replay.of(graph, inputs).orElseGet(() -> resized(model, inputs));
  }

  /** The same by the definition alone. */
  Checked<Graph> resized(ModelDefinition model, Map<String, Shape> inputs) {
    return build(model, inputs, false);
  }

  private Checked<Graph> build(
      ModelDefinition model, Map<String, Shape> resized, boolean training) {
    Problems problems = new Problems();
    Map<String, Shape> inputs = inputs(model, problems);
    inputs.putAll(resized);
    Optional<Graph> graph = Optional.empty();
    if (!problems.hasErrors() && !inputs.isEmpty()) {
      try {
        graph = new Layout(model, inputs, training, expressions, limits, problems).graph();
      } catch (Limited limited) {
        problems.add(limited.diagnostic());
      }
    }
    if (problems.hasErrors()) {
      return new Checked<>(Optional.empty(), problems.list());
    }
    if (training) {
      graph.ifPresent(laidOut -> Unused.check(model, laidOut, problems));
    }
    return new Checked<>(graph, problems.list());
  }

  private static Map<String, Shape> inputs(ModelDefinition model, Problems problems) {
    Map<String, Shape> inputs = new LinkedHashMap<>();
    model
        .inputs()
        .forEach(
            (name, written) ->
                shape(name, written, problems).ifPresent(shape -> inputs.put(name, shape)));
    return inputs;
  }

  private static Optional<Shape> shape(String name, Value written, Problems problems) {
    Optional<Shape> shape = Kinds.POSITIVES.read(written).map(Shape::map);
    if (shape.isEmpty()) {
      problems.add(
          Fractions.hinted(
              Diagnostic.error(written.span(), Message.of("graph.input", name, written.shown())),
              written,
              whole -> Kinds.POSITIVES.read(whole).isPresent()));
      return shape;
    }
    try {
      shape.get().elements();
      return shape;
    } catch (ArithmeticException tooLarge) {
      problems.error(written.span(), "graph.overflow.output", shape.get().toString());
      return Optional.empty();
    }
  }
}
