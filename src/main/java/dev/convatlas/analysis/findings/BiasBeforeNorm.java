package dev.convatlas.analysis.findings;

import dev.convatlas.analysis.Analysis;
import dev.convatlas.analysis.Row;
import dev.convatlas.graph.Tensor;
import dev.convatlas.layer.Operation;
import dev.convatlas.source.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** A bias that the normalisation behind it takes away again. */
final class BiasBeforeNorm implements Check {
  private static final Set<Operation> BIASED =
      Set.of(
          Operation.CONVOLUTION,
          Operation.TRANSPOSED_CONVOLUTION,
          Operation.DEFORMABLE_CONVOLUTION,
          Operation.LINEAR);

  /** Normalisations that subtract a mean for each channel, and so every constant of a channel. */
  private static final Set<Operation> PER_CHANNEL =
      Set.of(Operation.BATCH_NORM, Operation.INSTANCE_NORM);

  @Override
  public String name() {
    return "bias-before-norm";
  }

  @Override
  public String source() {
    return "S. Ioffe, C. Szegedy, Batch Normalization, ICML 2015, section 3.2:"
        + " https://arxiv.org/abs/1502.03167";
  }

  @Override
  public List<Finding> find(Analysis analysis) {
    List<Finding> found = new ArrayList<>();
    List<List<Integer>> readers = readers(analysis);
    for (int i = 0; i < analysis.rows().size(); i++) {
      long bias = bias(analysis.rows().get(i));
      if (bias > 0 && readers.get(i).size() == 1) {
        int reader = readers.get(i).get(0);
        Row norm = analysis.rows().get(reader);
        if (PER_CHANNEL.contains(norm.node().layer().operation())) {
          found.add(
              new Finding(
                  name(),
                  List.of(i, reader),
                  Message.of("finding.bias-before-norm.seen", bias, norm.node().path())));
        }
      }
    }
    return found;
  }

  private static long bias(Row row) {
    if (!BIASED.contains(row.node().layer().operation())) {
      return 0;
    }
    return row.weights().stream()
        .filter(weight -> weight.name().equals("bias"))
        .mapToLong(weight -> weight.count().value())
        .sum();
  }

  /** For each node the nodes that take its output; a model's output counts as a reader too. */
  private static List<List<Integer>> readers(Analysis analysis) {
    List<List<Integer>> readers = new ArrayList<>();
    analysis.rows().forEach(row -> readers.add(new ArrayList<>()));
    for (int i = 0; i < analysis.rows().size(); i++) {
      for (Tensor tensor : analysis.rows().get(i).node().inputs()) {
        if (tensor instanceof Tensor.Output output) {
          readers.get(output.node()).add(i);
        }
      }
    }
    for (Tensor tensor : analysis.graph().outputs().values()) {
      if (tensor instanceof Tensor.Output output) {
        readers.get(output.node()).add(output.node());
      }
    }
    return readers;
  }
}
