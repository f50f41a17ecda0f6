package dev.convatlas.layer;

import static dev.convatlas.tensor.Work.Kind.ADDITION;
import static dev.convatlas.tensor.Work.Kind.DIVISION;
import static dev.convatlas.tensor.Work.Kind.MULTIPLICATION;
import static dev.convatlas.tensor.Work.Kind.TRANSCENDENTAL;

import dev.convatlas.tensor.Formula;
import dev.convatlas.tensor.Work;

/** What one step of a recurrent layer does. Source: PyTorch's documentation of the modules. */
enum RecurrentCell {
  /** i, f, o = σ(…), g = tanh(…), c = f · c + i · g, h = o · tanh c. */
  LSTM("lstm", 4, 3, 2, 3, 1),
  /** r, z = σ(…), n = tanh(W x + r · (W h)), h = (1 − z) · n + z · h. */
  GRU("gru", 3, 2, 1, 3, 2);

  private final String type;
  private final long gates;
  private final long sigmoids;
  private final long tangents;
  private final long products;
  private final long sums;

  RecurrentCell(String type, long gates, long sigmoids, long tangents, long products, long sums) {
    this.type = type;
    this.gates = gates;
    this.sigmoids = sigmoids;
    this.tangents = tangents;
    this.products = products;
    this.sums = sums;
  }

  String type() {
    return type;
  }

  /** Rows of the weights for each element of the state. */
  long gates() {
    return gates;
  }

  /**
   * Everything but the matrix products and their biases.
   *
   * @param states elements of the state, over all steps
   */
  Work work(Formula states) {
    return Work.of(TRANSCENDENTAL, Maps.repeated(states, sigmoids + tangents))
        .and(ADDITION, Maps.repeated(states, gates + sigmoids + sums))
        .and(DIVISION, Maps.repeated(states, sigmoids))
        .and(MULTIPLICATION, Maps.repeated(states, products));
  }
}
