package dev.convatlas.report;

import java.util.List;

/**
 * A headline figure.
 *
 * @param id its anchor, for the script that changes it; empty when it has none
 * @param value as short as can be read, such as {@code 11.69 M}
 * @param exact all its digits, or what it is made of; empty when the value says it
 * @param note under which convention; empty when there is nothing to say
 * @param least why it is a lower bound; empty when it is exact
 * @param leastBy the same by each convention, see {@link ByConvention}; empty when it does not
 *     change
 * @param href where it is explained; empty when nowhere
 * @param how it came about, with its own values; often nothing
 */
public record Figure(
    String id,
    String label,
    String value,
    String exact,
    String note,
    String least,
    String leastBy,
    String href,
    List<How> how) {

  /**
   * A calculation.
   *
   * @param text all but the result
   * @param textBy the same by each convention, see {@link ByConvention}; empty when it does not
   *     change
   * @param result all its digits
   * @param resultBy the same by each convention
   */
  public record How(String text, String textBy, String result, String resultBy) {
    static How of(String text, String result) {
      return new How(text, "", result, "");
    }
  }

  /** Its term and what is said of it. */
  public String html() {
    Html html = new Html().raw("<dt>");
    html = href.isEmpty() ? html.text(label) : html.link(href, label);
    html.raw("</dt><dd>").element("b", value);
    if (!exact.isEmpty()) {
      html.element("span", exact);
    }
    if (!note.isEmpty()) {
      html.element("small", note);
    }
    if (!least.isEmpty() || !leastBy.isEmpty()) {
      html.raw("<small").attribute("data-by", leastBy).raw(">").text(least).raw("</small>");
    }
    return html.raw("</dd>").toString();
  }

  /** How it came about, folded; empty when nothing is said of that. */
  public String howHtml() {
    if (how.isEmpty()) {
      return "";
    }
    Html html = new Html().raw("<details>").element("summary", label);
    for (How line : how) {
      html.raw("<p><span").attribute("data-by", line.textBy()).raw(">").text(line.text());
      html.raw("</span><b").attribute("data-by", line.resultBy()).raw(">").text(line.result());
      html.raw("</b></p>");
    }
    return html.raw("</details>").toString();
  }

  public Figure {
    how = List.copyOf(how);
  }

  static Figure of(String label, String value, String exact, String note, String href) {
    return new Figure("", label, value, exact, note, "", "", href, List.of());
  }

  Figure withId(String anchor) {
    return new Figure(anchor, label, value, exact, note, least, leastBy, href, how);
  }

  /**
   * @param why as the constructor's {@code least}
   */
  Figure atLeast(String why, String whyBy) {
    return new Figure(id, label, value, exact, note, why, whyBy, href, how);
  }

  Figure explained(List<How> calculations) {
    return new Figure(id, label, value, exact, note, least, leastBy, href, calculations);
  }
}
