package dev.convatlas.analysis.memory;

import dev.convatlas.analysis.memory.Liveness.Piece;

/** Live elements at every node, in one pass over the pieces. */
final class Timeline {
  /** At index i + 1 what is live while node i runs; at 0 what is live before the first. */
  private final long[] live;

  Timeline(Liveness liveness, int nodes) {
    live = new long[nodes + 1];
    long[] freed = new long[nodes + 2];
    for (Piece piece : liveness.pieces()) {
      int from = piece.first() + 1;
      int to = Math.min(piece.last(), nodes - 1) + 1;
      live[from] = Math.addExact(live[from], piece.elements());
      freed[to + 1] = Math.addExact(freed[to + 1], piece.elements());
    }
    for (int i = 1; i <= nodes; i++) {
      live[i] = Math.subtractExact(Math.addExact(live[i], live[i - 1]), freed[i]);
    }
  }

  long liveAt(int node) {
    return live[node + 1];
  }
}
