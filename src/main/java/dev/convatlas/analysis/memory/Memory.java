package dev.convatlas.analysis.memory;

import dev.convatlas.analysis.Analysis;
import dev.convatlas.analysis.Count;
import dev.convatlas.analysis.Row;
import dev.convatlas.analysis.memory.Liveness.Piece;
import dev.convatlas.source.Message;
import java.util.ArrayList;
import java.util.List;

/**
 * What a model keeps in memory while it runs one sample, in elements; {@link NumberType} makes
 * bytes of them. The computed minimum, not a measurement: frameworks keep workspaces beside it.
 *
 * @param inPlace whether element-wise activations overwrite their input
 * @param weights parameters and buffers of the layers that run in inference
 * @param timeline elements of activations while each layer runs, in the order of execution
 * @param peak the first moment at which they are most
 */
public record Memory(boolean inPlace, Count weights, List<Step> timeline, Peak peak) {

  /**
   * A moment.
   *
   * @param node index of the layer that runs
   * @param live elements that exist then: what it reads, what it writes, and what waits for later
   */
  public record Step(int node, long live) {}

  /**
   * @param node index of the layer that runs; −1 for a model without layers
   * @param pieces what is live then, the largest first
   */
  public record Peak(int node, long live, List<Piece> pieces) {
    public Peak {
      pieces = List.copyOf(pieces);
    }
  }

  public Memory {
    timeline = List.copyOf(timeline);
  }

  /**
   * @throws ArithmeticException when a sum does not fit into 63 bits
   */
  public static Memory of(Analysis analysis, boolean inPlace) {
    Liveness liveness = Liveness.of(analysis.graph(), inPlace, false);
    Timeline timeline = new Timeline(liveness, analysis.graph().nodes().size());
    List<Step> steps = new ArrayList<>();
    Step highest = new Step(-1, 0);
    for (int node : liveness.executed()) {
      Step step = new Step(node, timeline.liveAt(node));
      steps.add(step);
      highest = step.live() > highest.live() ? step : highest;
    }
    return new Memory(inPlace, weights(analysis), steps, peak(liveness, highest));
  }

  private static Peak peak(Liveness liveness, Step highest) {
    List<Piece> live =
        liveness.pieces().stream()
            .filter(piece -> piece.isLiveAt(highest.node()) && piece.elements() > 0)
            .sorted((a, b) -> Long.compare(b.elements(), a.elements()))
            .toList();
    return new Peak(highest.node(), highest.live(), live);
  }

  private static Count weights(Analysis analysis) {
    Count sum = Count.ZERO;
    for (Row row : analysis.rows()) {
      sum = row.node().training() ? sum : sum.plus(row.params()).plus(row.buffers());
    }
    return sum;
  }

  /** What the figures take for granted, to be printed beside them. */
  public List<Message> assumptions() {
    return List.of(
        Message.of("memory.liveness"),
        Message.of("memory.views"),
        Message.of(inPlace ? "memory.inplace" : "memory.separate"),
        Message.of("memory.workspace"));
  }
}
