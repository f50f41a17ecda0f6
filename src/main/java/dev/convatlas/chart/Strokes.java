package dev.convatlas.chart;

import java.awt.BasicStroke;

/** The kinds of line. */
final class Strokes {
  private Strokes() {}

  static BasicStroke series(boolean dashed) {
    return dashed
        ? new BasicStroke(
            2, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 10, new float[] {5, 3}, 0)
        : new BasicStroke(2, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND);
  }

  static BasicStroke dotted() {
    return new BasicStroke(
        1, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER, 10, new float[] {2, 2}, 0);
  }
}
