package dev.convatlas.chart;

import dev.convatlas.chart.Plotter.Trace;
import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.util.Comparator;
import java.util.List;

/** Bars or lines over many categories: values upwards, the names of groups of categories below. */
record Columns(Picture picture) implements Layout {
  private static final int PLOT = 250;
  private static final int TOP = 10;
  private static final int GAP = 8;
  private static final int NAMES = 26;

  /** A name that has less room than this says nothing. */
  private static final int LEAST_NAME = 34;

  /** A few points have dots, so that one sees which they are. */
  private static final int MOST_DOTS = 16;

  @Override
  public int height() {
    return TOP + PLOT + NAMES;
  }

  @Override
  public void paint(Canvas canvas) {
    Measure measure = Measure.values(picture, 5);
    int left = GAP + (int) Math.ceil(widest(canvas, measure.ticks().stream().map(Tick::label)));
    int right =
        GAP + (int) Math.ceil(widest(canvas, picture.marks().stream().map(mark -> mark.label())));
    int width = Picture.WIDTH - left - right;
    for (Tick tick : measure.ticks()) {
      double y = TOP + (1 - measure.place(tick.value())) * PLOT;
      canvas.grid(left, y, left + width, y);
      canvas.right(tick.label(), left - GAP, y);
    }
    List<Section> sections = Section.of(picture.categories());
    for (Section section : sections.subList(Math.min(1, sections.size()), sections.size())) {
      double x = left + place(section.from()) * width;
      canvas.grid(x, TOP, x, TOP + PLOT + GAP);
    }
    plot(canvas.graphics(), measure, left, width);
    canvas.axis(left, TOP + PLOT, left + width, TOP + PLOT);
    names(canvas, sections, left, width);
    for (Picture.Mark mark : picture.marks()) {
      double y = TOP + (1 - measure.place((double) mark.value())) * PLOT;
      canvas.mark(left, y, left + width, y);
      canvas.left(mark.label(), left + width + GAP / 2.0, y);
    }
  }

  private static double widest(Canvas canvas, java.util.stream.Stream<String> texts) {
    return texts.mapToDouble(canvas::width).max().orElse(0);
  }

  private double place(double index) {
    return index / Math.max(1, picture.categories().size());
  }

  private void plot(Graphics2D graphics, Measure measure, int left, int width) {
    AffineTransform before = graphics.getTransform();
    graphics.translate(left, TOP);
    if (picture.form() == Picture.Form.LINES) {
      List<Trace> traces = Traces.lines(picture, measure, width);
      boolean dots = picture.categories().size() <= MOST_DOTS;
      if (!traces.isEmpty()) {
        Plotter.lines(graphics, traces, true, dots, width, PLOT);
      }
    } else {
      List<Trace> traces = Traces.bars(picture, measure, width);
      double pitch = (double) width / Math.max(1, picture.categories().size());
      if (!traces.isEmpty()) {
        Plotter.bars(graphics, traces, false, pitch < 4 ? 0.85 : 0.72, width, PLOT);
      }
    }
    graphics.setTransform(before);
  }

  /** The widest groups are named first; a name for which no room is left is left out. */
  private void names(Canvas canvas, List<Section> sections, int left, int width) {
    double middle = TOP + PLOT + GAP + Canvas.HALF_LINE + 2;
    List<Section> widestFirst =
        sections.stream().sorted(Comparator.comparingInt(Section::size).reversed()).toList();
    for (Section section : widestFirst) {
      double room = Math.max(LEAST_NAME, place(section.size()) * width - 4);
      String name = canvas.fitting(section.name(), room);
      double half = canvas.width(name) / 2;
      double center = left + place((section.from() + section.to()) / 2.0) * width;
      double x = Math.min(Picture.WIDTH - half, Math.max(half, center));
      Rectangle2D box = canvas.box(name, x - half - 3, middle);
      box.setRect(box.getX(), box.getY(), box.getWidth() + 6, box.getHeight());
      if (canvas.isFree(box)) {
        canvas.centered(name, x, middle);
      }
    }
  }
}
