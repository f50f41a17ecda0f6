package dev.convatlas.layer;

/**
 * An argument of a layer with its value, so that two layers can be told apart.
 *
 * @param text the value in its shortest form: equal values have equal texts, however they were
 *     written
 */
public record Setting(String name, String text) {}
