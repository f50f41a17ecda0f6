package dev.convatlas.chart;

import dev.convatlas.chart.Picture.Mark;
import dev.convatlas.chart.Plotter.Trace;
import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/** Bars or lines over many categories: values upwards, the names of groups of categories below. */
record Columns(Picture picture) implements Layout {
  static final int PLOT = 250;
  static final int TOP = 10;
  static final int GAP = 8;
  static final int NAMES = 26;

  /** Room between what is drawn and the picture's edge. */
  static final int EDGE = 4;

  /** The middle of the line of names. */
  static final double NAME_LINE = TOP + PLOT + GAP + Canvas.HALF_LINE + 2;

  /** Room that a name may take even where its section has less: about ten letters. */
  private static final int LEAST_ROOM = 64;

  /** A few points have dots, so that one sees which they are. */
  private static final int MOST_DOTS = 16;

  @Override
  public int height() {
    return TOP + PLOT + NAMES;
  }

  /** A section whose name has found room. */
  private record Named(Section section, String text, double x) {}

  @Override
  public void paint(Canvas canvas) {
    Measure measure = Measure.values(picture, 5);
    int left =
        EDGE + GAP + (int) Math.ceil(canvas.widest(measure.ticks().stream().map(Tick::label)));
    int right =
        EDGE + GAP + (int) Math.ceil(canvas.widest(picture.marks().stream().map(Mark::label)));
    int width = Picture.WIDTH - left - right;
    List<Named> names = names(canvas, left, width);
    for (Tick tick : measure.ticks()) {
      double y = TOP + (1 - measure.place(tick.value())) * PLOT;
      canvas.grid(left, y, left + width, y);
    }
    for (int index : borders(names)) {
      double x = left + place(index) * width;
      canvas.grid(x, TOP, x, TOP + PLOT + GAP);
    }
    for (Tick tick : measure.ticks()) {
      canvas.right(tick.label(), left - GAP, TOP + (1 - measure.place(tick.value())) * PLOT);
    }
    plot(canvas.graphics(), measure, left, width);
    canvas.axis(left, TOP + PLOT, left + width, TOP + PLOT);
    names.forEach(name -> canvas.left(name.text(), name.x(), NAME_LINE));
    marks(picture, canvas, measure, left, width);
  }

  /** From the lowest up, so that numerals that would touch make room upwards. */
  static void marks(Picture picture, Canvas canvas, Measure measure, int left, int width) {
    List<Mark> lowestFirst =
        picture.marks().stream().sorted(Comparator.comparingLong(Mark::value)).toList();
    double highest = Double.MAX_VALUE;
    for (Mark mark : lowestFirst) {
      double y = TOP + (1 - measure.place((double) mark.value())) * PLOT;
      canvas.mark(left, y, left + width, y);
      highest = Math.min(y, highest - 2 * Canvas.HALF_LINE - 1);
      canvas.left(mark.label(), left + width + GAP / 2.0, highest);
    }
  }

  private double place(double index) {
    return index / Math.max(1, picture.categories().size());
  }

  /** Where named sections begin and end, the ends of the plot left out. */
  private SortedSet<Integer> borders(List<Named> names) {
    SortedSet<Integer> borders = new TreeSet<>();
    for (Named name : names) {
      borders.add(name.section().from());
      borders.add(name.section().to());
    }
    borders.removeAll(List.of(0, picture.categories().size()));
    return borders;
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

  /** The widest sections are named first; a name for which no room is left is left out. */
  private List<Named> names(Canvas canvas, int left, int width) {
    List<Section> widestFirst =
        Section.readable(picture.categories()).stream()
            .sorted(Comparator.comparingInt(Section::size).reversed())
            .toList();
    List<Named> named = new ArrayList<>();
    List<Rectangle2D> taken = new ArrayList<>();
    for (Section section : widestFirst) {
      double room = Math.max(LEAST_ROOM, place(section.size()) * width - GAP);
      String text = canvas.fitting(section.name(), room);
      double size = canvas.width(text);
      double center = left + place((section.from() + section.to()) / 2.0) * width;
      double x = Math.max(EDGE, Math.min(Picture.WIDTH - EDGE - size, center - size / 2));
      Rectangle2D box = new Rectangle2D.Double(x - GAP / 2.0, 0, size + GAP, 1);
      if (taken.stream().noneMatch(box::intersects)) {
        taken.add(box);
        named.add(new Named(section, text, x));
      }
    }
    return named;
  }
}
