package dev.convatlas.report;

import java.util.List;

/**
 * How the figures of equal layers came about.
 *
 * @param arguments those that are not the default; empty when there are none
 * @param shapes what goes in and what comes out
 * @param topics all but the receptive field, which is each layer's own
 * @param uses the layers that it speaks of
 */
public record Explanation(
    String id,
    String type,
    String kind,
    String reference,
    String arguments,
    String shapes,
    List<Topic> topics,
    List<Use> uses) {

  /** What is said of parameters, say. */
  public record Topic(String title, List<Line> lines) {
    public Topic {
      lines = List.copyOf(lines);
    }
  }

  /**
   * A calculation or a sentence.
   *
   * @param text what is computed and how, up to the result: {@code weight: C_out · C_in = 8 · 3 =};
   *     or the sentence
   * @param result such as {@code 9,408}; empty for a sentence
   */
  public record Line(String text, String result) {}

  /**
   * Layers, and how their receptive field follows from their input's.
   *
   * @param layers to their rows
   * @param field such as {@code size r: 7 + (3 − 1) · 1 · 2 = 11; …}
   */
  public record Use(List<Link> layers, String field) {
    public Use {
      layers = List.copyOf(layers);
    }
  }

  public Explanation {
    topics = List.copyOf(topics);
    uses = List.copyOf(uses);
  }

  void write(Html html) {
    html.raw("<article class=why").attribute("id", id).raw(">").element("h3", shapes);
    if (!arguments.isEmpty()) {
      html.raw("<p class=given>").text(arguments).raw("</p>");
    }
    html.raw("<dl>");
    for (Topic topic : topics) {
      html.raw("<dt>").text(topic.title());
      for (Line line : topic.lines()) {
        html.raw("<dd>").text(line.text());
        if (!line.result().isEmpty()) {
          html.element("b", line.result());
        }
      }
    }
    html.raw("</dl><ul>");
    for (Use use : uses) {
      html.raw("<li>");
      use.layers().forEach(layer -> html.link(layer.href(), layer.text()));
      html.element("span", use.field());
    }
    html.raw("</ul></article>\n");
  }
}
