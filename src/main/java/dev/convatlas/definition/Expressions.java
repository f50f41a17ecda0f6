package dev.convatlas.definition;

import dev.convatlas.source.Limits;
import dev.convatlas.source.Problems;
import dev.convatlas.yaml.Value;
import java.util.Optional;

/**
 * Evaluates what stands in {@code ${…}}; the only importer of the expression library. Expressions
 * are parsed once and evaluated often.
 */
public final class Expressions {

  public Expressions(Limits limits) {}

  /**
   * The value with every {@code ${…}} in it replaced, at any depth; {@code {for: …, value: …}}
   * becomes a list. A scalar that is one expression and nothing else keeps the expression's type;
   * inside other text the result is written into it. Places stay those of what was written.
   *
   * @return nothing after an error, which is then in {@code problems}
   */
  public Optional<Value> evaluate(Value written, Names names, Problems problems) {
    throw new UnsupportedOperationException();
  }

  /** Whether the value contains a {@code ${…}} anywhere. */
  public static boolean in(Value written) {
    throw new UnsupportedOperationException();
  }

  /** Reports expressions that cannot be parsed, without evaluating anything. */
  public void check(Value written, Problems problems) {
    throw new UnsupportedOperationException();
  }
}
