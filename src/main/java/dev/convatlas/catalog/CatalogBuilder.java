package dev.convatlas.catalog;

import dev.convatlas.convention.Conventions;
import dev.convatlas.definition.CatalogSettings;
import dev.convatlas.source.Diagnostic;
import dev.convatlas.source.Diagnostic.Note;
import dev.convatlas.source.Message;
import dev.convatlas.source.Nearest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Puts the rows of many models together. */
public final class CatalogBuilder {
  private CatalogBuilder() {}

  /** The models that may stand side by side, and what is wrong with the others. */
  public record Distinct(List<Summary> models, List<Diagnostic> diagnostics) {}

  /**
   * Leaves out models whose id is taken: by an earlier one, also when only the case differs, for
   * file systems that do not tell cases apart.
   *
   * @param models by path and place
   */
  public static Distinct distinct(List<Summary> models) {
    Map<String, Summary> byId = new LinkedHashMap<>();
    List<Diagnostic> twice = new ArrayList<>();
    for (Summary model : models) {
      Summary other = byId.putIfAbsent(model.id().toLowerCase(Locale.ROOT), model);
      if (other != null) {
        String key = other.id().equals(model.id()) ? "catalog.id.twice" : "catalog.id.case";
        twice.add(
            Diagnostic.error(model.span(), Message.of(key, model.id(), other.id()))
                .with(Note.at(other.span(), "catalog.id.first", other.id())));
      }
    }
    return new Distinct(List.copyOf(byId.values()), twice);
  }

  /**
   * @param models whose ids are distinct, by path and place
   */
  public static Catalog build(CatalogSettings settings, List<Summary> models) {
    Map<String, List<Summary>> byFamily = new LinkedHashMap<>();
    for (Summary model : models) {
      byFamily.computeIfAbsent(model.metadata().familyId(), id -> new ArrayList<>()).add(model);
    }
    Map<String, Integer> order = new HashMap<>();
    settings.families().forEach(id -> order.putIfAbsent(id, order.size()));
    List<Family> families =
        byFamily.values().stream()
            .map(CatalogBuilder::family)
            .sorted(
                Comparator.comparing((Family f) -> order.getOrDefault(f.id(), Integer.MAX_VALUE))
                    .thenComparing(f -> f.title().plain())
                    .thenComparing(Family::id))
            .toList();
    List<Summary> ordered = families.stream().flatMap(f -> f.models().stream()).toList();
    return new Catalog(settings, ordered, families);
  }

  /** What the settings name and the catalog does not have. */
  public static List<Diagnostic> check(Catalog catalog) {
    CatalogSettings settings = catalog.settings();
    List<String> models = catalog.models().stream().map(Summary::id).toList();
    List<String> families = catalog.families().stream().map(Family::id).toList();
    List<Diagnostic> unknown = new ArrayList<>();
    settings.comparisons().stream()
        .flatMap(comparison -> comparison.models().stream())
        .forEach(id -> check(id, models, "catalog.model", settings, unknown));
    settings.families().forEach(id -> check(id, families, "catalog.family", settings, unknown));
    if (!settings.guideModel().isEmpty()) {
      check(settings.guideModel(), models, "catalog.model", settings, unknown);
    }
    check(settings.convention(), Conventions.names(), "catalog.convention", settings, unknown);
    return unknown;
  }

  private static void check(
      String id,
      List<String> known,
      String key,
      CatalogSettings settings,
      List<Diagnostic> unknown) {
    if (!known.contains(id)) {
      Diagnostic error = Diagnostic.error(settings.place(id), Message.of(key, id));
      unknown.add(
          Nearest.name(id, known)
              .map(near -> error.with(Note.of("did.you.mean", near)))
              .orElse(error));
    }
  }

  private static Family family(List<Summary> models) {
    Summary first = models.get(0);
    Summary baseline =
        models.stream().filter(model -> model.metadata().baseline()).findFirst().orElse(first);
    return new Family(first.metadata().familyId(), first.metadata().family(), models, baseline);
  }
}
