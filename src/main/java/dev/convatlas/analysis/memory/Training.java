package dev.convatlas.analysis.memory;

import dev.convatlas.analysis.Analysis;
import dev.convatlas.analysis.Count;
import dev.convatlas.analysis.memory.Liveness.Piece;
import dev.convatlas.source.Message;
import java.util.List;

/**
 * What one training step of one sample keeps in memory, in elements.
 *
 * <p>Assumed: the output of every layer is kept until its own backward step has run; the gradient
 * of a tensor exists from the backward step of the layer that read it last to that of the layer
 * that made it; inputs need no gradient; every parameter has a gradient, and as many numbers of
 * state as the optimizer keeps.
 *
 * @param params trainable parameters, those of layers that run only in training included
 * @param buffers running means and the like
 * @param activations kept outputs and live gradients at the moment when they are most
 * @param node index of the layer whose backward step runs then; −1 for a model without layers
 */
public record Training(Count params, Count buffers, long activations, int node) {

  /** Optimizers by what they keep for each parameter. */
  public enum Optimizer {
    SGD(0),
    SGD_MOMENTUM(1),
    ADAM(2);

    private final int states;

    Optimizer(int states) {
      this.states = states;
    }

    /** Numbers kept for each parameter beside itself and its gradient. */
    public int states() {
      return states;
    }
  }

  /**
   * @throws ArithmeticException when a sum does not fit into 63 bits
   */
  public static Training of(Analysis analysis) {
    Liveness liveness = Liveness.of(analysis.graph(), false, true);
    int nodes = analysis.graph().nodes().size();
    long[] written = new long[nodes];
    long inputs = 0;
    for (Piece piece : liveness.pieces()) {
      if (piece.isInput()) {
        inputs = Math.addExact(inputs, piece.elements());
      } else {
        written[piece.first()] = Math.addExact(written[piece.first()], piece.elements());
      }
    }
    List<Piece> gradients = liveness.pieces().stream().filter(piece -> !piece.isInput()).toList();
    Timeline live = new Timeline(new Liveness(gradients, liveness.executed()), nodes);
    long kept = inputs;
    long most = 0;
    int at = -1;
    for (int node : liveness.executed()) {
      kept = Math.addExact(kept, written[node]);
      long both = Math.addExact(kept, live.liveAt(node));
      if (both > most) {
        most = both;
        at = node;
      }
    }
    return new Training(analysis.totals().params(), analysis.totals().buffers(), most, at);
  }

  /**
   * Everything together: parameters, their gradients, the optimizer's state, buffers, activations.
   */
  public Count elements(Optimizer optimizer) {
    Count sum = buffers.plus(Count.of(activations));
    for (int i = 0; i < 2 + optimizer.states(); i++) {
      sum = sum.plus(params);
    }
    return sum;
  }

  /** What the figures take for granted, to be printed beside them. */
  public List<Message> assumptions() {
    return List.of(
        Message.of("training.kept"),
        Message.of("training.gradients"),
        Message.of("training.optimizer"),
        Message.of("memory.workspace"));
  }
}
