package dev.convatlas.report;

/**
 * A link of a page.
 *
 * @param href relative to the page that shows it, or absolute
 * @param language tag of the language that the target is written in; empty for the page's own
 * @param current whether it leads to the page or the part of the site that shows it
 */
public record Link(String text, String href, String language, boolean current) {

  public static Link to(String text, String href) {
    return new Link(text, href, "", false);
  }
}
