package dev.convatlas.report;

/**
 * A headline figure.
 *
 * @param value as short as can be read, such as {@code 11.69 M}
 * @param exact all its digits, or what it is made of; empty when the value says it
 * @param note under which convention or why it is a lower bound; empty when there is nothing to say
 * @param href where it is explained; empty when nowhere
 */
public record Figure(String label, String value, String exact, String note, String href) {}
