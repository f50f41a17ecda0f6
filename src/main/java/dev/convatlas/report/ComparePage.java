package dev.convatlas.report;

/**
 * The page on which readers compare models of their choice; scripts fill it.
 *
 * @param title of the page
 */
public record ComparePage(Layout layout, String title) {

  public static final String PATH = "compare.html";

  public static ComparePage of(Edition edition) {
    String title = edition.word("compare.view.title");
    return new ComparePage(
        edition.layout(PATH, title, edition.word("compare.view.lead"), Part.COMPARE), title);
  }
}
