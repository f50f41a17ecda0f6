package dev.convatlas.graph;

import dev.convatlas.definition.Expressions;
import dev.convatlas.definition.Limited;
import dev.convatlas.definition.ModelDefinition;
import dev.convatlas.layer.Kinds;
import dev.convatlas.source.Checked;
import dev.convatlas.source.Diagnostic;
import dev.convatlas.source.Limits;
import dev.convatlas.source.Problems;
import dev.convatlas.tensor.Shape;
import dev.convatlas.yaml.Value;
import java.util.LinkedHashMap;
import java.util.List;
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
   * @return no graph where anything is wrong
   */
  public Checked<Graph> build(ModelDefinition model) {
    return build(model, Map.of(), true);
  }

  /**
   * The same model on inputs of other sizes, without the layers that run only in training: an input
   * need not be large enough for them.
   *
   * @param resized shapes by the name of the input; the others stay as they are written
   */
  public Checked<Graph> resized(ModelDefinition model, Map<String, Shape> resized) {
    return build(model, resized, false);
  }

  private Checked<Graph> build(
      ModelDefinition model, Map<String, Shape> resized, boolean training) {
    Problems problems = new Problems();
    Map<String, Shape> inputs = inputs(model, problems);
    inputs.putAll(resized);
    Optional<Graph> graph = Optional.empty();
    if (!problems.hasErrors()) {
      TypeCheck.check(model, problems);
      try {
        graph = new Layout(model, inputs, training, expressions, limits, problems).graph();
      } catch (Limited limited) {
        problems.add(limited.diagnostic());
      }
    }
    List<Diagnostic> found = problems.list();
    return new Checked<>(problems.hasErrors() ? Optional.empty() : graph, found);
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
      problems.error(written.span(), "graph.input", name, written.shown());
      return shape;
    }
    try {
      shape.get().elements();
      return shape;
    } catch (ArithmeticException tooLarge) {
      problems.error(written.span(), "graph.overflow", name);
      return Optional.empty();
    }
  }
}
