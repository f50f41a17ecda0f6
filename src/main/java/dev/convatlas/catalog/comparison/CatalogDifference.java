package dev.convatlas.catalog.comparison;

import dev.convatlas.catalog.Summary;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What changed between two versions of a catalog.
 *
 * @param added models that only the new version has
 * @param removed models that only the old version has
 * @param changed models that both have, with other figures or other layers
 * @param same how many models are as they were
 */
public record CatalogDifference(
    List<Summary> added, List<Summary> removed, List<Changed> changed, int same) {

  /**
   * A model that changed.
   *
   * @param comparison of the old version, the baseline, with the new one
   * @param layers empty where they are too many, or where nobody asked for them
   */
  public record Changed(Comparison comparison, Optional<LayerComparison> layers) {

    public Summary before() {
      return comparison.models().get(0);
    }

    public Summary after() {
      return comparison.models().get(1);
    }

    /** The id, with the one that it had before where it has another. */
    public String name() {
      return before().id().equals(after().id())
          ? after().id()
          : before().id() + " → " + after().id();
    }
  }

  /** A model in both versions. */
  public record Pair(Summary before, Summary after) {}

  public CatalogDifference {
    added = List.copyOf(added);
    removed = List.copyOf(removed);
    changed = List.copyOf(changed);
  }

  /** Models of equal ids, and those that say which id they had before. */
  public static List<Pair> pairs(List<Summary> before, List<Summary> after) {
    Map<String, Summary> old = new LinkedHashMap<>();
    before.forEach(model -> old.put(model.id(), model));
    Set<String> ids = new HashSet<>();
    after.forEach(model -> ids.add(model.id()));
    List<Pair> pairs = new ArrayList<>();
    for (Summary model : after) {
      Optional.ofNullable(old.get(model.id()))
          .or(
              () ->
                  model.metadata().aliases().stream()
                      .filter(alias -> !ids.contains(alias))
                      .flatMap(alias -> Optional.ofNullable(old.get(alias)).stream())
                      .findFirst())
          .ifPresent(found -> pairs.add(new Pair(found, model)));
    }
    return pairs;
  }
}
