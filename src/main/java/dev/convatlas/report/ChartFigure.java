package dev.convatlas.report;

import java.util.List;

/**
 * A chart on a page: the picture is a file of its own, the words around it are HTML.
 *
 * @param id anchor on the page
 * @param src address of the SVG file
 * @param width in CSS pixels, as {@code height}
 * @param alt says what the picture shows
 * @param vertical name of the vertical axis with its unit; empty when the title says it
 * @param horizontal the same of the horizontal one
 * @param legend names of the series; none when there is one only
 * @param notes what a reader must know to read it right
 * @param data what is drawn; without lines where another table of the page has it
 * @param counted what changes with the counting convention
 */
public record ChartFigure(
    String id,
    String title,
    String src,
    int width,
    int height,
    String alt,
    String vertical,
    String horizontal,
    List<Entry> legend,
    List<String> notes,
    Table data,
    Counted counted) {

  /**
   * A series.
   *
   * @param style of its swatch
   * @param by its name by each convention, see {@link ByConvention}; empty when it has one only
   */
  public record Entry(String name, String style, String by) {}

  /**
   * What stands in place of the figure's own by each convention, in the order of their list, see
   * {@link ByConvention}; each is empty when it does not change.
   *
   * @param views what follows the address of the picture
   * @param heights in CSS pixels
   * @param notes all notes of a convention together
   */
  public record Counted(
      String views, String heights, String alt, String vertical, String horizontal, String notes) {

    static final Counted NONE = new Counted("", "", "", "", "", "");
  }

  public ChartFigure {
    legend = List.copyOf(legend);
    notes = List.copyOf(notes);
  }
}
