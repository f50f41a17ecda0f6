package dev.convatlas.catalog.alignment;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The layers of two models, in the order of execution, side by side: the cheapest way to turn one
 * list into the other by {@link Costs}.
 *
 * <p>The method is O. Gotoh's, <i>An improved algorithm for matching biological sequences</i>,
 * Journal of Molecular Biology 162, 1982: a run of layers without counterpart costs something to
 * open and little for each of its layers. Among ways that cost the same, the one is taken that,
 * read from the first layer on, prefers a pair to a removal and a removal to an addition, and
 * continues a run rather than ends it.
 *
 * @param steps in order; each layer of both models is in exactly one
 */
public record Alignment(List<Step> steps) {

  /** One byte is kept for each: 16 MiB. Two models of 4,096 layers have as many pairs. */
  public static final long MOST_PAIRS = 1L << 24;

  private static final int INFINITE = Integer.MAX_VALUE / 4;

  // What the cheapest way does next, as bits of one byte: in a pair, in a removal, in an addition.
  private static final int PAIR = 0;
  private static final int REMOVE = 1;
  private static final int ADD = 2;
  private static final int NEXT = 3;
  private static final int REMOVE_MORE = 4;
  private static final int ADD_MORE = 8;

  public Alignment {
    steps = List.copyOf(steps);
  }

  /** Empty where the models are too long: more than {@link #MOST_PAIRS} behind what is equal. */
  public static Optional<Alignment> of(List<LayerKey> before, List<LayerKey> after) {
    int same = 0;
    while (same < Math.min(before.size(), after.size())
        && before.get(same).equals(after.get(same))) {
      same++;
    }
    List<LayerKey> left = before.subList(same, before.size());
    List<LayerKey> right = after.subList(same, after.size());
    if ((left.size() + 1L) * (right.size() + 1L) > MOST_PAIRS) {
      return Optional.empty();
    }
    List<Step> steps = new ArrayList<>();
    for (int i = 0; i < same; i++) {
      steps.add(new Step(Step.Kind.SAME, i, i));
    }
    Costs costs = new Costs(left, right);
    walk(left.size(), right.size(), same, costs, ways(left.size(), right.size(), costs), steps);
    return Optional.of(new Alignment(steps));
  }

  /**
   * What to do next at each pair of places, found from the last layers to the first.
   *
   * @return at {@code i * (m + 1) + j} for layer i of the first and layer j of the second model
   */
  private static byte[] ways(int n, int m, Costs costs) {
    int width = m + 1;
    byte[] ways = new byte[(n + 1) * width];
    // Cheapest costs of what follows: freely, in a run of removals, in a run of additions.
    int[] freely = new int[width];
    int[] removing = new int[width];
    Arrays.fill(removing, INFINITE);
    for (int i = n; i >= 0; i--) {
      int diagonal = INFINITE;
      int adding = INFINITE;
      for (int j = m; j >= 0; j--) {
        int below = freely[j];
        int remove = i == n ? INFINITE : removing[j] + Costs.EXTEND;
        int add = j == m ? INFINITE : adding + Costs.EXTEND;
        byte pair = i == n || j == m ? Costs.NEVER : costs.of(i, j);
        int best = pair == Costs.NEVER ? INFINITE : diagonal + pair;
        int next = PAIR;
        if (i == n && j == m) {
          best = 0;
        }
        if (remove + Costs.OPEN < best) {
          best = remove + Costs.OPEN;
          next = REMOVE;
        }
        if (add + Costs.OPEN < best) {
          best = add + Costs.OPEN;
          next = ADD;
        }
        if (remove <= best) {
          next |= REMOVE_MORE;
        }
        if (add <= best) {
          next |= ADD_MORE;
        }
        ways[i * width + j] = (byte) next;
        diagonal = below;
        freely[j] = best;
        removing[j] = Math.min(best, remove);
        adding = Math.min(best, add);
      }
    }
    return ways;
  }

  private static void walk(int n, int m, int same, Costs costs, byte[] ways, List<Step> into) {
    int i = 0;
    int j = 0;
    int doing = PAIR;
    while (i < n || j < m) {
      int way = ways[i * (m + 1) + j];
      boolean more =
          doing == REMOVE ? (way & REMOVE_MORE) != 0 : doing == ADD && (way & ADD_MORE) != 0;
      doing = more ? doing : way & NEXT;
      switch (doing) {
        case REMOVE -> into.add(new Step(Step.Kind.REMOVED, same + i++, -1));
        case ADD -> into.add(new Step(Step.Kind.ADDED, -1, same + j++));
        default -> {
          boolean equal = costs.of(i, j) == 0;
          into.add(new Step(equal ? Step.Kind.SAME : Step.Kind.CHANGED, same + i++, same + j++));
        }
      }
    }
  }

  /** Steps of one kind that follow each other. */
  public List<List<Step>> runs() {
    List<List<Step>> runs = new ArrayList<>();
    int from = 0;
    for (int i = 1; i <= steps.size(); i++) {
      if (i == steps.size() || steps.get(i).kind() != steps.get(from).kind()) {
        runs.add(steps.subList(from, i));
        from = i;
      }
    }
    return runs;
  }
}
