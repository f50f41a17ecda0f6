package dev.convatlas.chart;

import java.util.List;

/**
 * What is drawn.
 *
 * @param x the axis of the categories, or of the first coordinate of points
 * @param y the axis of the values
 * @param categories places along the x axis in their order; empty for curves and points
 * @param series in the order of drawing
 * @param marks values of the y axis that are marked with a line
 */
public record Picture(
    Form form, Axis x, Axis y, List<Category> categories, List<Series> series, List<Mark> marks) {

  /** Width of every picture, in CSS pixels at its natural size. */
  public static final int WIDTH = 640;

  /** The width, in CSS pixels, below which a picture's numerals are hard to read. */
  public static final int NARROWEST = 480;

  public Picture {
    categories = List.copyOf(categories);
    series = List.copyOf(series);
    marks = List.copyOf(marks);
  }

  /**
   * The axis that goes up, or down where categories are rows: its name belongs above the picture.
   */
  public Axis vertical() {
    return Layout.of(this) instanceof Rows ? x : y;
  }

  /** The axis that goes to the right: its name belongs below the picture. */
  public Axis horizontal() {
    return Layout.of(this) instanceof Rows ? y : x;
  }

  /**
   * The same without the words that stand around it, lines of shares rounded to less than one can
   * see: pictures that look the same are equal.
   */
  Picture looks() {
    boolean rounded = form == Form.LINES && y.scale() == Axis.Scale.SHARE;
    return new Picture(
        form,
        x.wordless(),
        y.wordless(),
        categories,
        series.stream().map(one -> rounded ? one.rounded() : one.wordless()).toList(),
        marks);
  }

  /** Whether a series marks a point of another one. */
  boolean isRing(Series series) {
    return form == Form.CURVES && series.points().size() == 1;
  }

  /** How the data is drawn. */
  public enum Form {
    /** A bar for each category in the order of depth; rows while there are few of them. */
    BARS,
    /** The same, always as rows: categories are names that one reads. */
    ROWS,
    /** Rows with a bar of each series beside each other. */
    GROUPED_ROWS,
    /** A line over the categories for each series. */
    LINES,
    /** A line over the depth for each series; a series of one point is a ring. */
    CURVES,
    /** A dot for each point. */
    POINTS,
    /** Dots, those of a series joined by a line in their order. */
    JOINED_POINTS,
    /** The same, dots only at points that have a name; no name is written. */
    ROOFS
  }

  /**
   * A place along the x axis.
   *
   * @param path what it is called, from the outermost group to its own name
   */
  public record Category(List<String> path) {
    public Category {
      path = List.copyOf(path);
    }

    public static Category of(String name) {
      return new Category(List.of(name));
    }
  }

  /**
   * A value of the y axis that is marked, such as the size of the input.
   *
   * @param label numerals
   */
  public record Mark(long value, String label) {}
}
