package dev.convatlas.report;

import dev.convatlas.analysis.Count;
import dev.convatlas.catalog.ClaimResult;
import java.math.BigDecimal;
import java.util.List;

/** Published figures beside computed ones. */
final class ClaimLines {
  private ClaimLines() {}

  static List<ClaimLine> of(Edition edition, List<ClaimResult> claims) {
    return claims.stream().map(result -> line(edition, result)).toList();
  }

  private static ClaimLine line(Edition edition, ClaimResult result) {
    return new ClaimLine(
        figure(edition, result),
        result.claim().written(),
        result.computed().map(Counts::exactText).orElse(""),
        style(result.verdict()),
        verdict(edition, result),
        edition.said(result.claim().source()),
        result.claim().url());
  }

  private static String figure(Edition edition, ClaimResult result) {
    String figure = edition.word("site.claims." + result.claim().figure());
    return result.convention().isEmpty()
        ? figure
        : edition.word("site.claims.counted", figure, result.convention());
  }

  private static String style(ClaimResult.Verdict verdict) {
    return switch (verdict) {
      case HOLDS -> "holds";
      case OTHER_CONVENTION, UNDECIDED -> "open";
      case FAILS -> "fails";
    };
  }

  private static String verdict(Edition edition, ClaimResult result) {
    return switch (result.verdict()) {
      case HOLDS ->
          isExact(result) ? edition.word("site.claims.exact") : edition.word("site.claims.rounded");
      case OTHER_CONVENTION ->
          edition.word("site.claims.other", String.join(", ", result.others()));
      case UNDECIDED -> edition.word("site.claims.open");
      case FAILS -> edition.word("site.claims.fails");
    };
  }

  /** Whether every digit agrees, not only those that were published. */
  private static boolean isExact(ClaimResult result) {
    return result
        .computed()
        .map(Count::value)
        .map(BigDecimal::valueOf)
        .filter(value -> value.compareTo(result.claim().value()) == 0)
        .isPresent();
  }
}
