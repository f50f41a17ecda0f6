package dev.convatlas.analysis.resolution;

import dev.convatlas.graph.Graph;
import dev.convatlas.source.Checked;
import dev.convatlas.tensor.Shape;
import java.util.Map;

/** Lays a model out anew on inputs of other sizes, without layers that run only in training. */
@FunctionalInterface
public interface Resize {

  /**
   * @param inputs shapes of all inputs by name
   * @return nothing where the model cannot take them; the diagnostics say why
   */
  Checked<Graph> at(Map<String, Shape> inputs);
}
