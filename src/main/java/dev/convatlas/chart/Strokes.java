package dev.convatlas.chart;

import java.awt.BasicStroke;
import java.util.List;

/** The kinds of line. */
final class Strokes {
  /** Line and gap in turn, as {@code plot.js} draws them too; the first is solid. */
  private static final List<float[]> DASHES =
      List.of(
          new float[] {},
          new float[] {7, 4},
          new float[] {2, 3},
          new float[] {9, 3, 2, 3},
          new float[] {14, 4},
          new float[] {1, 4});

  private Strokes() {}

  static BasicStroke series(int dash) {
    float[] pattern = DASHES.get(dash % DASHES.size());
    return pattern.length == 0
        ? new BasicStroke(2, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND)
        : new BasicStroke(2, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 10, pattern, 0);
  }

  static BasicStroke dotted() {
    return new BasicStroke(
        1, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER, 10, new float[] {2, 2}, 0);
  }
}
