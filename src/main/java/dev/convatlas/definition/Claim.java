package dev.convatlas.definition;

import dev.convatlas.source.SourceSpan;
import java.math.BigDecimal;

/**
 * A published figure of a model.
 *
 * @param figure what it is a figure of: {@code params}, {@code params_inference}, {@code macs}, or
 *     {@code receptive_field}
 * @param written as the file has it, such as {@code 1.814G}
 * @param value the same as a number, its unit multiplied out: 1814000000
 * @param unit value of one step of the last digit written: 1000000. The claim holds when the
 *     computed figure, rounded to a multiple of it, equals {@code value}
 * @param convention by which operations were counted; empty for the default one
 * @param source who published it
 * @param url where; empty when the file gives none
 */
public record Claim(
    SourceSpan span,
    String figure,
    String written,
    BigDecimal value,
    BigDecimal unit,
    String convention,
    String source,
    String url) {}
