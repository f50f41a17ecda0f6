package dev.convatlas.tensor;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A count that knows how it came about: a sum of products of named factors. The same object gives
 * the number and the line that explains it, so the two cannot disagree.
 */
public record Formula(List<Term> terms) {

  /** The count of something that does not happen. */
  public static final Formula ZERO = new Formula(List.of());

  /**
   * A factor of a product.
   *
   * @param name symbol as the field writes it, such as {@code C_out} or {@code k_h}
   */
  public record Factor(String name, long value) {}

  /** A product of factors; without factors it is 1. */
  public record Term(List<Factor> factors) {

    public Term {
      factors = List.copyOf(factors);
    }

    long value() {
      long product = 1;
      for (Factor factor : factors) {
        product = Math.multiplyExact(product, factor.value());
      }
      return product;
    }
  }

  public Formula {
    terms = List.copyOf(terms);
  }

  public static Factor factor(String name, long value) {
    return new Factor(name, value);
  }

  public static Formula product(Factor... factors) {
    return new Formula(List.of(new Term(List.of(factors))));
  }

  public static Formula product(List<Factor> factors) {
    return new Formula(List.of(new Term(factors)));
  }

  public Formula plus(Formula other) {
    if (terms.isEmpty()) {
      return other;
    }
    if (other.terms.isEmpty()) {
      return this;
    }
    List<Term> all = new ArrayList<>(terms);
    all.addAll(other.terms);
    return new Formula(all);
  }

  /** This count, once for each of something: every term gets the factor. */
  public Formula times(Factor factor) {
    return new Formula(
        terms.stream()
            .map(
                term -> {
                  List<Factor> factors = new ArrayList<>(term.factors());
                  factors.add(factor);
                  return new Term(factors);
                })
            .toList());
  }

  public boolean isZero() {
    return terms.isEmpty();
  }

  /**
   * @throws ArithmeticException when it does not fit into 63 bits
   */
  public long value() {
    long sum = 0;
    for (Term term : terms) {
      sum = Math.addExact(sum, term.value());
    }
    return sum;
  }

  /** {@code C_out · C_in · k_h · k_w + C_out}; an empty sum is {@code 0}. */
  public String symbols() {
    return written(Factor::name);
  }

  /** {@code 64 · 3 · 7 · 7 + 64}; an empty sum is {@code 0}. */
  public String values() {
    return written(factor -> Long.toString(factor.value()));
  }

  private String written(java.util.function.Function<Factor, String> part) {
    return terms.isEmpty()
        ? "0"
        : terms.stream()
            .map(
                term ->
                    term.factors().isEmpty()
                        ? "1"
                        : term.factors().stream().map(part).collect(Collectors.joining(" · ")))
            .collect(Collectors.joining(" + "));
  }
}
