package dev.convatlas.analysis.findings;

import dev.convatlas.analysis.Analysis;
import dev.convatlas.analysis.FinalField;
import dev.convatlas.analysis.Row;
import dev.convatlas.analysis.Sliding;
import dev.convatlas.graph.Tensor;
import dev.convatlas.source.Message;
import dev.convatlas.tensor.AxisField;
import dev.convatlas.tensor.Field;
import dev.convatlas.tensor.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Layers that widen a receptive field which already covers the input: rfa_toolbox's unproductive
 * layers, with the smallest field over all paths, on every axis. The first of them is the border
 * layer.
 */
final class UnproductiveLayers implements Check {

  @Override
  public String name() {
    return "unproductive-layers";
  }

  @Override
  public String source() {
    return "M. Richter, J. Schöning, A. Wiedenroth, U. Krumnack, Should You Go Deeper? Optimizing"
        + " Convolutional Neural Network Architectures without Training, ICMLA 2021:"
        + " https://arxiv.org/abs/2106.12307";
  }

  @Override
  public List<Finding> find(Analysis analysis) {
    List<Integer> nodes = new ArrayList<>();
    long params = 0;
    long macs = 0;
    for (int i = 0; i < analysis.rows().size(); i++) {
      Row row = analysis.rows().get(i);
      if (learnsContext(row)
          && !row.node().training()
          && covered(analysis, row.node().inputs().get(0))) {
        nodes.add(i);
        params = Math.addExact(params, row.params().value());
        macs = Math.addExact(macs, row.macs().value());
      }
    }
    return nodes.isEmpty()
        ? List.of()
        : List.of(
            new Finding(
                name(),
                nodes,
                Message.of(
                    "finding.unproductive-layers.seen",
                    analysis.rows().get(nodes.get(0)).node().path(),
                    nodes.size(),
                    params,
                    macs)));
  }

  /** Whether it learns something of neighbouring positions. */
  private static boolean learnsContext(Row row) {
    return !row.node().applied().weights().isEmpty()
        && Sliding.of(row).stream().anyMatch(axis -> axis.kernel() > 1);
  }

  /** Whether each position already sees every model input whole, whatever path it takes. */
  private static boolean covered(Analysis analysis, Tensor tensor) {
    Field field = analysis.field(tensor);
    if (field.inputs().isEmpty() || !field.unknown().isEmpty()) {
      return false;
    }
    for (Map.Entry<String, Map<Role, AxisField>> input : field.inputs().entrySet()) {
      for (Map.Entry<Role, AxisField> axis : input.getValue().entrySet()) {
        long size =
            FinalField.sizeOf(analysis.graph().inputs().get(input.getKey()), axis.getKey())
                .orElseThrow();
        if (axis.getValue().narrowest().size() < size) {
          return false;
        }
      }
    }
    return true;
  }
}
