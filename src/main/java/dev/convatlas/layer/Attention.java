package dev.convatlas.layer;

import static dev.convatlas.tensor.Work.Kind.MULTIPLICATION;
import static dev.convatlas.tensor.Work.Kind.MULTIPLY_ACCUMULATE;

import dev.convatlas.tensor.Formula;
import dev.convatlas.tensor.Formula.Factor;
import dev.convatlas.tensor.Work;
import java.util.ArrayList;
import java.util.List;

/**
 * The arithmetic of scaled dot-product attention: softmax(s · q kᵀ) v. Source: A. Vaswani et al.,
 * <i>Attention Is All You Need</i>, NeurIPS 2017, equation 1.
 *
 * @param groups that attend by themselves: heads, windows
 * @param queries of a group
 * @param keys of a group, as many as there are values
 * @param keyWidth features of a query and of a key
 * @param valueWidth features of a value
 */
record Attention(
    List<Factor> groups, Factor queries, Factor keys, Factor keyWidth, Factor valueWidth) {

  Attention {
    groups = List.copyOf(groups);
  }

  private Formula product(Factor... factors) {
    List<Factor> all = new ArrayList<>(groups);
    all.addAll(List.of(factors));
    return Formula.product(all);
  }

  /** The scores, and the values weighted by them. */
  Work products() {
    return Work.of(MULTIPLY_ACCUMULATE, product(queries, keys, keyWidth))
        .and(MULTIPLY_ACCUMULATE, product(queries, keys, valueWidth));
  }

  /** One multiplication for each feature of each query. */
  Work scaling() {
    return Work.of(MULTIPLICATION, product(queries, keyWidth));
  }

  /** A score for each query and key. */
  Formula scores() {
    return product(queries, keys);
  }

  /** A row of scores for each query. */
  Formula queryRows() {
    return product(queries);
  }

  Work softmax() {
    return Softmax.work(scores(), queryRows(), keys.value());
  }
}
