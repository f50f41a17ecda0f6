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

  /** What its details element holds. */
  public String html() {
    Html html = new Html().raw("<summary><b").attribute("class", "k-" + kind).raw(">").text(type);
    html.raw("</b> ").element("span", size).raw("</summary><p class=hint>");
    html.link(reference.href(), reference.text()).raw("</p><div class=whys>");
    all.forEach(explanation -> explanation.write(html));
    return html.raw("</div>").toString();
  }
}
