package dev.convatlas.report;

import java.util.List;

/**
 * How the figures of equal layers came about.
 *
 * @param arguments those that are not the default; empty when there are none
 * @param shapes what goes in and what comes out
 * @param rules sentences of the output's shape
 * @param facts counts with their formulas
 * @param uses the layers that it speaks of
 */
public record Explanation(
    String id,
    String type,
    String kind,
    String reference,
    String arguments,
    String shapes,
    List<String> rules,
    List<Fact> facts,
    List<Use> uses) {

  /**
   * A count.
   *
   * @param symbols such as {@code C_out · C_in · k_h · k_w}
   * @param values the same with this layer's numbers; empty when the result says it
   * @param result such as {@code 9,408}
   */
  public record Fact(String label, String symbols, String values, String result) {}

  /**
   * A layer, and how its receptive field follows from its input's.
   *
   * @param href its row
   * @param field such as {@code 11 = 7 + 4 · 1}; empty where the field stays or is not a window's
   */
  public record Use(String path, String href, String field) {}

  public Explanation {
    rules = List.copyOf(rules);
    facts = List.copyOf(facts);
    uses = List.copyOf(uses);
  }
}
