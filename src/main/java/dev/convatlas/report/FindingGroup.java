package dev.convatlas.report;

import java.util.List;

/**
 * What one check has seen in a model.
 *
 * @param reason why it matters
 * @param source who says so
 * @param href of the source; empty when it is no address
 * @param more how many are left out; empty when all are shown
 */
public record FindingGroup(
    String title, String reason, String source, String href, List<Seen> seen, String more) {

  /**
   * @param layer that it is about
   * @param href its row
   */
  public record Seen(String text, String layer, String href) {}

  public FindingGroup {
    seen = List.copyOf(seen);
  }
}
