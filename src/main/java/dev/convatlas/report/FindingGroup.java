package dev.convatlas.report;

import java.util.List;

/**
 * What one check has seen in a model.
 *
 * @param reason why it matters
 * @param source who says so
 * @param href of the source; empty when it is no address
 * @param seen the first of what it has seen
 * @param rest all the others; often none
 * @param more how many those are; empty when there are none
 */
public record FindingGroup(
    String title,
    String reason,
    String source,
    String href,
    List<Seen> seen,
    List<Seen> rest,
    String more) {

  /**
   * The same of one layer or of several.
   *
   * @param layers that it is about, with the addresses of their rows
   */
  public record Seen(String text, List<Link> layers) {
    public Seen {
      layers = List.copyOf(layers);
    }
  }

  public FindingGroup {
    seen = List.copyOf(seen);
    rest = List.copyOf(rest);
  }
}
