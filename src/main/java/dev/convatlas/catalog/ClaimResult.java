package dev.convatlas.catalog;

import dev.convatlas.analysis.Count;
import dev.convatlas.definition.Claim;
import dev.convatlas.source.Diagnostic;
import java.util.List;
import java.util.Optional;

/**
 * What came of checking a published figure.
 *
 * @param convention by which operations were counted; empty for a figure that is no count of them
 * @param computed our figure; empty where there is none to compare with
 * @param others names of further conventions under which the claim would hold
 * @param diagnostic at the claim's place: a warning or an error; empty when the claim holds
 */
public record ClaimResult(
    Claim claim,
    Verdict verdict,
    String convention,
    Optional<Count> computed,
    List<String> others,
    Optional<Diagnostic> diagnostic) {

  /** Whether a claim holds. */
  public enum Verdict {
    HOLDS,
    /** Not as written, but under another convention that has a name: a warning. */
    OTHER_CONVENTION,
    /** Our figure is a lower bound, or unknown, and does not contradict the claim: a warning. */
    UNDECIDED,
    /** An error. */
    FAILS
  }

  public ClaimResult {
    others = List.copyOf(others);
  }
}
