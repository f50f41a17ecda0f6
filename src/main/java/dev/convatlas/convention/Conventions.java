package dev.convatlas.convention;

import dev.convatlas.analysis.Analysis;
import dev.convatlas.analysis.Count;
import dev.convatlas.analysis.Row;
import dev.convatlas.graph.Applied;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The one list of conventions, the default first, in the order in which pages offer them. */
public final class Conventions {

  /** Used wherever nobody names another. */
  public static final Convention DEFAULT = new Torchvision();

  public static final List<Convention> ALL =
      List.of(
          DEFAULT,
          new Fvcore(),
          new FlopCounter(),
          new PtflopsAten(),
          new PtflopsModules(),
          new Thop(),
          new Torchinfo(),
          new TwoPerMac());

  private Conventions() {}

  public static Optional<Convention> named(String name) {
    return ALL.stream().filter(convention -> convention.name().equals(name)).findFirst();
  }

  /** The one of that name; the default where there is none. */
  public static Convention usual(String name) {
    return named(name).orElse(DEFAULT);
  }

  /** What each of them counts of a model, by their names in the order of the list. */
  public static Map<String, Count> totals(Analysis analysis) {
    // What is counted of a node follows from what it applies, and repeated blocks share that.
    IdentityHashMap<Applied, Integer> times = new IdentityHashMap<>();
    analysis.rows().forEach(row -> times.merge(row.node().applied(), 1, Integer::sum));
    Map<String, Count> totals = new LinkedHashMap<>();
    ALL.forEach(convention -> totals.put(convention.name(), Count.ZERO));
    for (Row row : analysis.rows()) {
      Integer nodes = times.remove(row.node().applied());
      if (nodes != null) {
        for (Convention convention : ALL) {
          totals.merge(convention.name(), convention.of(row).times(nodes), Count::plus);
        }
      }
    }
    return totals;
  }

  public static List<String> names() {
    return ALL.stream().map(Convention::name).toList();
  }
}
