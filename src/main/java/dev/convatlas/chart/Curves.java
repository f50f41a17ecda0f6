package dev.convatlas.chart;

import dev.convatlas.chart.Picture.Mark;
import dev.convatlas.chart.Plotter.Trace;
import java.awt.geom.AffineTransform;
import java.util.List;

/** Lines over the depth of models: values upwards, shares of the depth below. */
record Curves(Picture picture) implements Layout {

  @Override
  public int height() {
    return Columns.TOP + Columns.PLOT + Columns.NAMES;
  }

  @Override
  public void paint(Canvas canvas) {
    Measure measure = Measure.values(picture, 5);
    int left = Columns.EDGE + Columns.GAP + widest(canvas, measure);
    int right =
        Math.max(
            Columns.EDGE + Columns.GAP + room(canvas), (int) Math.ceil(canvas.width("100\u00a0%")));
    int width = Picture.WIDTH - left - right;
    int bottom = Columns.TOP + Columns.PLOT;
    for (Tick tick : measure.ticks()) {
      double y = Columns.TOP + (1 - measure.place(tick.value())) * Columns.PLOT;
      canvas.grid(left, y, left + width, y);
      canvas.right(tick.label(), left - Columns.GAP, y);
    }
    for (int percent = 0; percent <= 100; percent += 25) {
      canvas.centered(percent + "\u00a0%", left + percent / 100.0 * width, Columns.NAME_LINE);
    }
    canvas.axis(left, bottom, left + width, bottom);
    Columns.marks(picture, canvas, measure, left, width);
    List<Trace> traces = Traces.curves(picture, measure, width, Columns.PLOT);
    if (!traces.isEmpty()) {
      AffineTransform before = canvas.graphics().getTransform();
      canvas.graphics().translate(left, Columns.TOP);
      Plotter.lines(canvas.graphics(), traces, true, false, width, Columns.PLOT);
      canvas.graphics().setTransform(before);
    }
    rings(canvas, measure, left, width);
  }

  private static int widest(Canvas canvas, Measure measure) {
    return (int) Math.ceil(canvas.widest(measure.ticks().stream().map(Tick::label)));
  }

  private int room(Canvas canvas) {
    return (int) Math.ceil(canvas.widest(picture.marks().stream().map(Mark::label)));
  }

  private void rings(Canvas canvas, Measure measure, int left, int width) {
    for (Series series : picture.series()) {
      if (picture.isRing(series)) {
        Series.Point point = series.points().get(0);
        canvas.ring(
            left + Traces.depth(point) * width,
            Columns.TOP + (1 - measure.place((double) point.y())) * Columns.PLOT,
            series.color());
      }
    }
  }
}
