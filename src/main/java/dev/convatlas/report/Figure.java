package dev.convatlas.report;

/**
 * A headline figure.
 *
 * @param id its anchor, for the script that changes it; empty when it has none
 * @param value as short as can be read, such as {@code 11.69 M}
 * @param exact all its digits, or what it is made of; empty when the value says it
 * @param note under which convention or why it is a lower bound; empty when there is nothing to say
 * @param href where it is explained; empty when nowhere
 */
public record Figure(
    String id, String label, String value, String exact, String note, String href) {

  static Figure of(String label, String value, String exact, String note, String href) {
    return new Figure("", label, value, exact, note, href);
  }
}
