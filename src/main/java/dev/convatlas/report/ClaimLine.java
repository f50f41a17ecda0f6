package dev.convatlas.report;

/**
 * A published figure beside the computed one.
 *
 * @param status {@code holds}, {@code elsewhere} (under another convention) or {@code fails}
 * @param verdict the same in words
 * @param href where it was published; empty when the file gives none
 */
public record ClaimLine(
    String figure,
    String published,
    String computed,
    String status,
    String verdict,
    String source,
    String href) {}
