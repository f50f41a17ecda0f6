package dev.convatlas.report;

import java.util.List;

/**
 * How the figures of all layers of one type came about: folded, since a reader wants few of them.
 *
 * @param type such as {@code conv2d}
 * @param kind its category, which colours it
 * @param size how many layers it speaks of, and in how many explanations
 * @param reference to the reference of the type
 */
public record ExplanationGroup(
    String type, String kind, String size, Link reference, List<Explanation> all) {
  public ExplanationGroup {
    all = List.copyOf(all);
  }

  /** Its explanations, as articles. */
  public String html() {
    Html html = new Html();
    all.forEach(explanation -> explanation.write(html));
    return html.toString();
  }
}
