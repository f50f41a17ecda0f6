package dev.convatlas.graph;

import dev.convatlas.definition.ModelDefinition;
import dev.convatlas.source.Diagnostic;
import dev.convatlas.source.Message;
import dev.convatlas.source.Problems;
import java.util.HashSet;
import java.util.Set;

/** What a sound model has and does not use: figures count it, so it is worth a warning. */
final class Unused {
  private Unused() {}

  static void check(ModelDefinition model, Graph graph, Problems problems) {
    Set<Tensor> read = new HashSet<>(graph.outputs().values());
    graph.nodes().forEach(node -> read.addAll(node.inputs()));
    for (int i = 0; i < graph.nodes().size(); i++) {
      Node node = graph.nodes().get(i);
      if (!node.training() && !read.contains(new Tensor.Output(i))) {
        Message unused = Message.of("unused.output", node.type());
        problems.add(node.located(Diagnostic.warning(node.span(), unused)));
      }
    }
    model
        .inputs()
        .forEach(
            (name, written) -> {
              if (!read.contains(new Tensor.Input(name))) {
                problems.warning(written.span(), "unused.input", name);
              }
            });
  }
}
