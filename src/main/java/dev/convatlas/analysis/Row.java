package dev.convatlas.analysis;

import dev.convatlas.graph.Node;
import dev.convatlas.layer.Weight;
import dev.convatlas.tensor.Field;
import dev.convatlas.tensor.Formula;
import dev.convatlas.tensor.Work;
import java.util.List;

/**
 * One executed operation with its figures, for one sample.
 *
 * @param weights that are its own; none where it uses another's again
 * @param params elements of the trainable weights
 * @param buffers elements of the others
 * @param work what one execution costs; nothing where the layer runs only in training
 * @param macs multiply-accumulates of the work
 * @param field receptive field of the output
 * @param activations elements of the output
 */
public record Row(
    Node node,
    List<Weight> weights,
    Count params,
    Count buffers,
    Work work,
    Count macs,
    Field field,
    long activations) {

  public Row {
    weights = List.copyOf(weights);
  }

  /** How the parameters came about: the sum of the trainable weights' sizes. */
  public Formula paramsFormula() {
    Formula sum = Formula.ZERO;
    for (Weight weight : weights) {
      sum = weight.trainable() ? sum.plus(weight.count()) : sum;
    }
    return sum;
  }

  public Formula macsFormula() {
    return work.formula(Work.Kind.MULTIPLY_ACCUMULATE);
  }
}
