package dev.convatlas.report;

/**
 * A cell of a table.
 *
 * @param text what is read
 * @param note a smaller second line, such as a delta; empty when there is none
 * @param href where the text leads; empty when it is no link
 * @param sort what it is sorted by, where the text does not say: a number in plain digits; empty
 *     otherwise
 * @param style names of CSS classes; empty when there is none
 * @param by the text by each convention, see {@link ByConvention}; empty when it is the same by all
 */
public record Cell(String text, String note, String href, String sort, String style, String by) {

  public static final Cell EMPTY = of("");

  public static Cell of(String text) {
    return new Cell(text, "", "", "", "", "");
  }

  public static Cell of(String text, long sort) {
    return of(text).sortedBy(Long.toString(sort));
  }

  public Cell linked(String to) {
    return new Cell(text, note, to, sort, style, by);
  }

  public Cell noted(String remark) {
    return new Cell(text, remark, href, sort, style, by);
  }

  public Cell sortedBy(String key) {
    return new Cell(text, note, href, key, style, by);
  }

  public Cell styled(String classes) {
    String all = style.isEmpty() || classes.isEmpty() ? style + classes : style + " " + classes;
    return new Cell(text, note, href, sort, all, by);
  }

  /** The same cell, with what scripts show by each convention. */
  Cell counted(String texts) {
    return new Cell(text, note, href, sort, style, texts);
  }
}
