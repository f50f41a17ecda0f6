package dev.convatlas.catalog;

import dev.convatlas.analysis.Analysis;
import dev.convatlas.analysis.Count;
import dev.convatlas.analysis.FinalField;
import dev.convatlas.catalog.ClaimResult.Verdict;
import dev.convatlas.convention.Convention;
import dev.convatlas.convention.Conventions;
import dev.convatlas.definition.Claim;
import dev.convatlas.source.Diagnostic;
import dev.convatlas.source.Message;
import dev.convatlas.source.Nearest;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Checks published figures against computed ones.
 *
 * <p>A claim holds when the computed figure rounds to it at its last written digit: when the two
 * differ by at most half a unit of that digit. A computed figure that lies exactly half-way holds
 * for both neighbours, since publishers round half up, half to even and half down alike.
 */
public final class ClaimCheck {
  private static final BigDecimal TWO = BigDecimal.valueOf(2);

  private final Analysis analysis;
  private final Convention usual;
  private final Map<String, Count> totals;

  private ClaimCheck(Analysis analysis, Convention usual, Map<String, Count> totals) {
    this.analysis = analysis;
    this.usual = usual;
    this.totals = totals;
  }

  /**
   * @param usual the convention of claims that name none
   * @return one result for each claim, in the same order
   */
  public static List<ClaimResult> check(List<Claim> claims, Analysis analysis, Convention usual) {
    return check(claims, analysis, usual, Conventions.totals(analysis));
  }

  /**
   * @param totals by the names of the conventions, where they are known already
   */
  public static List<ClaimResult> check(
      List<Claim> claims, Analysis analysis, Convention usual, Map<String, Count> totals) {
    ClaimCheck check = new ClaimCheck(analysis, usual, totals);
    return claims.stream().map(check::check).toList();
  }

  /** Whether a figure rounds to the claim. */
  static boolean rounds(long computed, Claim claim) {
    BigDecimal difference = claim.value().subtract(BigDecimal.valueOf(computed)).abs();
    return difference.multiply(TWO).compareTo(claim.unit()) <= 0;
  }

  private ClaimResult check(Claim claim) {
    return switch (claim.figure()) {
      case "params" -> plain(claim, Optional.of(analysis.totals().params()));
      case "params_inference" -> plain(claim, Optional.of(analysis.totals().paramsInference()));
      case "buffers" -> plain(claim, Optional.of(analysis.totals().buffers()));
      case "receptive_field" -> plain(claim, FinalField.size(analysis));
      case "macs", "flops" -> operations(claim);
      default -> throw new IllegalArgumentException(claim.figure());
    };
  }

  private static ClaimResult plain(Claim claim, Optional<Count> computed) {
    if (computed.isEmpty()) {
      Message why = Message.of("claim.unknown", claim.figure(), claim.written());
      return undecided(claim, "", computed, Diagnostic.warning(claim.span(), why));
    }
    Count count = computed.get();
    Message fails = Message.of("claim.fails", claim.figure(), claim.written(), count.value());
    return decide(claim, "", count, List.of(), fails);
  }

  private ClaimResult operations(Claim claim) {
    Optional<Convention> named =
        claim.convention().isEmpty() ? Optional.of(usual) : Conventions.named(claim.convention());
    if (named.isEmpty()) {
      return refused(claim, unknownConvention(claim));
    }
    List<String> others =
        Conventions.ALL.stream()
            .filter(other -> !other.name().equals(named.get().name()))
            .filter(other -> holds(claim, total(other)))
            .map(Convention::name)
            .toList();
    if (claim.figure().equals("flops") && claim.convention().isEmpty()) {
      return refused(claim, nameless(claim));
    }
    Count count = total(named.get());
    Message fails =
        Message.of(
            "claim.fails.convention",
            claim.figure(),
            claim.written(),
            count.value(),
            named.get().name());
    return decide(claim, named.get().name(), count, others, fails);
  }

  private Count total(Convention convention) {
    return totals.get(convention.name());
  }

  private static boolean holds(Claim claim, Count count) {
    return count.isExact() && rounds(count.value(), claim);
  }

  private static ClaimResult decide(
      Claim claim, String convention, Count count, List<String> others, Message fails) {
    if (holds(claim, count)) {
      return new ClaimResult(
          claim, Verdict.HOLDS, convention, Optional.of(count), others, Optional.empty());
    }
    if (!others.isEmpty()) {
      Diagnostic warning =
          Diagnostic.warning(claim.span(), fails)
              .with(Diagnostic.Note.of("claim.others", String.join(", ", others)));
      return new ClaimResult(
          claim,
          Verdict.OTHER_CONVENTION,
          convention,
          Optional.of(count),
          others,
          Optional.of(warning));
    }
    if (!count.isExact() && mayHold(claim, count.value())) {
      Message open =
          Message.of(
              "claim.least",
              claim.figure(),
              claim.written(),
              count.value(),
              count.missing().orElseThrow());
      return undecided(
          claim, convention, Optional.of(count), Diagnostic.warning(claim.span(), open));
    }
    return new ClaimResult(
        claim,
        Verdict.FAILS,
        convention,
        Optional.of(count),
        List.of(),
        Optional.of(Diagnostic.error(claim.span(), fails)));
  }

  /** Whether something larger than the lower bound, or the bound itself, could round to it. */
  private static boolean mayHold(Claim claim, long least) {
    return claim.value().compareTo(BigDecimal.valueOf(least)) >= 0 || rounds(least, claim);
  }

  private static ClaimResult undecided(
      Claim claim, String convention, Optional<Count> computed, Diagnostic warning) {
    return new ClaimResult(
        claim, Verdict.UNDECIDED, convention, computed, List.of(), Optional.of(warning));
  }

  private static ClaimResult refused(Claim claim, Diagnostic error) {
    return new ClaimResult(
        claim, Verdict.FAILS, "", Optional.empty(), List.of(), Optional.of(error));
  }

  private static Diagnostic unknownConvention(Claim claim) {
    Diagnostic error =
        Diagnostic.error(
            claim.span(),
            Nearest.name(claim.convention(), Conventions.names())
                .map(near -> Message.of("claim.convention.near", claim.convention(), near))
                .orElseGet(() -> Message.of("claim.convention", claim.convention())));
    return error.with(conventions());
  }

  /** Published FLOPs disagree because tools count different things: which ones, must be said. */
  private Diagnostic nameless(Claim claim) {
    List<String> holding =
        Conventions.ALL.stream()
            .filter(convention -> holds(claim, total(convention)))
            .map(Convention::name)
            .toList();
    Diagnostic error =
        Diagnostic.error(claim.span(), Message.of("claim.nameless", claim.written()));
    return error.with(
        holding.isEmpty()
            ? conventions()
            : Diagnostic.Note.of("claim.others", String.join(", ", holding)));
  }

  private static Diagnostic.Note conventions() {
    return Diagnostic.Note.of("claim.conventions", String.join(", ", Conventions.names()));
  }
}
