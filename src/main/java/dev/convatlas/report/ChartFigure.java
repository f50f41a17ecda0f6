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
 * @param dataTitle heads the data
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
    String dataTitle,
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

  /** What its figure element holds. */
  public String html() {
    Html html = new Html().raw("<figcaption>").element("b", title);
    for (Entry entry : legend) {
      html.raw(" <span").attribute("class", "key " + entry.style());
      html.attribute("data-by", entry.by()).raw(">").text(entry.name()).raw("</span>");
    }
    html.raw("</figcaption>");
    html.counted("p class=axis", "p", vertical, counted.vertical());
    html.raw("<div class=\"scroll picture\" tabindex=0 role=group");
    html.attribute("aria-label", title).raw("><img loading=lazy").attribute("src", src);
    html.attribute("alt", alt).attribute("width", Integer.toString(width));
    html.attribute("height", Integer.toString(height));
    html.attribute("data-views", counted.views()).attribute("data-heights", counted.heights());
    html.attribute("data-alts", counted.alt()).raw("></div>");
    html.counted("p class=\"axis x\"", "p", horizontal, counted.horizontal());
    notes.forEach(note -> html.counted("p class=note", "p", note, counted.notes()));
    if (!data.lines().isEmpty()) {
      html.raw("<details>").element("summary", dataTitle);
      html.raw("<div class=scroll tabindex=0 role=group").attribute("aria-label", title);
      html.raw("><table class=sortable><caption class=unseen>")
          .text(title)
          .raw("</caption><thead>");
      html.raw(data.sortableHead()).raw("<tbody>").raw(data.sortable());
      html.raw("</table></div></details>");
    }
    return html.toString();
  }

  public ChartFigure {
    legend = List.copyOf(legend);
    notes = List.copyOf(notes);
  }
}
