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
    Table data) {

  /**
   * A series.
   *
   * @param style of its swatch
   */
  public record Entry(String name, String style) {}

  public ChartFigure {
    legend = List.copyOf(legend);
    notes = List.copyOf(notes);
  }
}
