package dev.convatlas.analysis.resolution;

import dev.convatlas.graph.Graph;
import dev.convatlas.layer.Weight;
import dev.convatlas.source.Checked;
import dev.convatlas.tensor.Formula;
import dev.convatlas.tensor.Shape;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The smallest input that the model takes with the weights that it has.
 *
 * <p>Found by halving, which is right when a model that takes one size takes every larger one: so
 * sizes in between are tried as well, and where one of them is refused, the sizes are gone through
 * one by one down to the first that is refused.
 *
 * @param inputs that smallest input, all axes scaled alike
 * @param size of its shortest spatial axis
 * @param step sizes that are taken lie so far apart, as far as was tried; 0 where no smaller size
 *     was found, since those 1, 2, 4, … 64 below the one written are all refused
 * @param gapless false when the sizes had to be gone through one by one: then smaller ones may
 *     exist below a refused one, or below the 256 that were gone through
 */
public record SmallestInput(Map<String, Shape> inputs, long size, long step, boolean gapless) {

  private static final int LARGEST_STEP = 64;
  private static final int SAMPLES = 4;

  /** Sizes that are gone through one by one, so that a strange model takes no strange time. */
  private static final int MOST_WALKED = 256;

  /** Empty where no input has a spatial axis. */
  static Optional<SmallestInput> of(Graph graph, Resize resize) {
    long written = Scale.shortest(graph.inputs());
    return written == 0
        ? Optional.empty()
        : Optional.of(new Search(graph, weights(graph), resize, written).smallest());
  }

  private record Search(Graph graph, List<List<Formula>> weights, Resize resize, long written) {

    SmallestInput smallest() {
      long step = step();
      if (step == 0) {
        return found(written, 0, true);
      }
      // Most models take every size: then nothing need be halved.
      long most = (written - 1) / step;
      long steps = fits(written - most * step) ? most : halve(step, most);
      boolean gapless = true;
      for (int i = 1; i < SAMPLES; i++) {
        gapless &= fits(written - steps * i / SAMPLES * step);
      }
      return found(written - (gapless ? steps : walk(step)) * step, step, gapless);
    }

    private SmallestInput found(long size, long step, boolean gapless) {
      return new SmallestInput(inputs(size), size, step, gapless);
    }

    private long step() {
      for (long step = 1; step <= LARGEST_STEP && step < written; step *= 2) {
        if (fits(written - step)) {
          return step;
        }
      }
      return 0;
    }

    /** Most steps down that are taken, when all fewer are and these are not: at least 1. */
    private long halve(long step, long most) {
      long taken = 1;
      long refused = most;
      while (refused - taken > 1) {
        long middle = (taken + refused) / 2;
        if (fits(written - middle * step)) {
          taken = middle;
        } else {
          refused = middle;
        }
      }
      return taken;
    }

    private long walk(long step) {
      long taken = 1;
      while (taken < MOST_WALKED
          && written - (taken + 1) * step >= 1
          && fits(written - (taken + 1) * step)) {
        taken++;
      }
      return taken;
    }

    private Map<String, Shape> inputs(long size) {
      return new Scale(size, written).apply(graph.inputs());
    }

    private boolean fits(long size) {
      Checked<Graph> resized = resize.at(inputs(size));
      return !resized.hasErrors()
          && resized
              .value()
              .map(other -> SmallestInput.weights(other).equals(weights))
              .orElse(false);
    }
  }

  /** Whether the weights of one layout fit into the other, layer by layer. */
  static boolean haveSameWeights(Graph a, Graph b) {
    return weights(a).equals(weights(b));
  }

  /** Of each layer that runs in inference the sizes of its own weights. */
  private static List<List<Formula>> weights(Graph graph) {
    return graph.nodes().stream()
        .filter(node -> !node.training())
        .map(
            node ->
                node.weightsOf().isPresent()
                    ? List.<Formula>of()
                    : node.applied().weights().stream().map(Weight::count).toList())
        .toList();
  }
}
