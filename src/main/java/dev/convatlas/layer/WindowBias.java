package dev.convatlas.layer;

import static dev.convatlas.tensor.Work.Kind.ADDITION;
import static dev.convatlas.tensor.Work.Kind.BIAS_ADDITION;
import static dev.convatlas.tensor.Work.Kind.COMPARISON;
import static dev.convatlas.tensor.Work.Kind.DIVISION;
import static dev.convatlas.tensor.Work.Kind.MULTIPLICATION;
import static dev.convatlas.tensor.Work.Kind.MULTIPLY_ACCUMULATE;
import static dev.convatlas.tensor.Work.Kind.TRANSCENDENTAL;

import dev.convatlas.tensor.Formula;
import dev.convatlas.tensor.Formula.Factor;
import dev.convatlas.tensor.Work;
import java.util.List;

/**
 * How window attention scales its scores and where their bias comes from. Source: torchvision,
 * {@code models/swin_transformer.py}.
 */
enum WindowBias {
  /** Swin: scores divided by √d, a learned table of biases. */
  TABLE {
    @Override
    List<Weight> weights(long heads, List<Long> window) {
      return List.of(
          Weight.parameter("relative_position_bias_table", places(window), heads(heads)),
          index(window));
    }

    @Override
    Work work(Attention attention, long heads, List<Long> window) {
      return attention.scaling();
    }
  },

  /** Swin V2: cosine similarity with a learned scale, a small network that makes the biases. */
  CONTINUOUS {
    @Override
    List<Weight> weights(long heads, List<Long> window) {
      return List.of(
          Weight.parameter("logit_scale", heads(heads)),
          Weight.parameter("cpb_mlp.0.weight", HIDDEN, COORDINATES),
          Weight.parameter("cpb_mlp.0.bias", HIDDEN),
          Weight.parameter("cpb_mlp.2.weight", heads(heads), HIDDEN),
          Weight.buffer("relative_coords_table", places(window), COORDINATES),
          index(window));
    }

    @Override
    Work work(Attention attention, long heads, List<Long> window) {
      return cosine(attention).plus(network(heads, window)).plus(bias(heads, window));
    }
  };

  /** Width of the network's hidden layer. */
  private static final Factor HIDDEN = Formula.factor("hidden", 512);

  private static final Factor COORDINATES = Formula.factor("2", 2);

  abstract List<Weight> weights(long heads, List<Long> window);

  /** Scaling of queries, keys and scores, and what the biases cost before they are added. */
  abstract Work work(Attention attention, long heads, List<Long> window);

  private static Factor heads(long heads) {
    return Formula.factor("heads", heads);
  }

  /** Differences between two positions of a window: (2 w_h − 1) · (2 w_w − 1). */
  private static Factor places(List<Long> window) {
    return Formula.factor(
        "(2 w_h − 1) · (2 w_w − 1)",
        Math.multiplyExact(2 * window.get(0) - 1, 2 * window.get(1) - 1));
  }

  private static Factor tokens(List<Long> window) {
    return Formula.factor("w_h · w_w", Math.multiplyExact(window.get(0), window.get(1)));
  }

  private static Weight index(List<Long> window) {
    return Weight.buffer("relative_position_index", tokens(window), tokens(window));
  }

  /** Queries and keys divided by their lengths, scores times a scale for each head. */
  private static Work cosine(Attention attention) {
    Formula features = attention.scaling().formula(MULTIPLICATION);
    Formula vectors = attention.queryRows();
    Work one =
        Work.of(MULTIPLICATION, features)
            .and(ADDITION, Statistics.sums(vectors, attention.keyWidth().value()))
            .and(TRANSCENDENTAL, vectors)
            .and(DIVISION, features);
    return one.plus(one).and(MULTIPLICATION, attention.scores());
  }

  /** A linear layer from two coordinates, a ReLU, a linear layer to a bias for each head. */
  private static Work network(long heads, List<Long> window) {
    Formula hidden = Formula.product(places(window), HIDDEN);
    return Work.of(MULTIPLY_ACCUMULATE, hidden.times(COORDINATES))
        .and(BIAS_ADDITION, hidden)
        .and(COMPARISON, hidden)
        .and(MULTIPLY_ACCUMULATE, hidden.times(heads(heads)));
  }

  /** 16 · sigmoid of each bias, and the exponential of each bounded scale. */
  private static Work bias(long heads, List<Long> window) {
    Formula biases = Formula.product(tokens(window), tokens(window), heads(heads));
    Formula scales = Formula.product(heads(heads));
    return Work.of(TRANSCENDENTAL, biases)
        .and(ADDITION, biases)
        .and(DIVISION, biases)
        .and(MULTIPLICATION, biases)
        .and(COMPARISON, scales)
        .and(TRANSCENDENTAL, scales);
  }
}
