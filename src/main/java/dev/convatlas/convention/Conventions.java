package dev.convatlas.convention;

import dev.convatlas.analysis.Analysis;
import dev.convatlas.analysis.Count;
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
    Map<String, Count> totals = new LinkedHashMap<>();
    ALL.forEach(convention -> totals.put(convention.name(), convention.total(analysis)));
    return totals;
  }

  public static List<String> names() {
    return ALL.stream().map(Convention::name).toList();
  }
}
