package dev.convatlas.catalog;

import dev.convatlas.convention.Conventions;
import dev.convatlas.definition.CatalogSettings;
import dev.convatlas.definition.CatalogSettings.Metric;
import dev.convatlas.definition.Claim;
import dev.convatlas.definition.Metadata;
import dev.convatlas.source.Diagnostic;
import dev.convatlas.source.Diagnostic.Note;
import dev.convatlas.source.Message;
import dev.convatlas.source.Nearest;
import dev.convatlas.source.SourceSpan;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** Puts the rows of many models together. */
public final class CatalogBuilder {
  /** A message lists the known names where there are not more. */
  private static final int MOST_NAMED = 12;

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
      Summary other = byId.putIfAbsent(lower(model.id()), model);
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

  /**
   * What the settings name and the catalog does not have, and the other way round.
   *
   * @param languages tags of those that pages can be written in
   */
  public static List<Diagnostic> check(Catalog catalog, List<String> languages) {
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
    settings
        .languages()
        .forEach(tag -> check(tag, languages, "catalog.language", settings, unknown));
    metrics(catalog, unknown);
    words(catalog, unknown);
    aliases(catalog, unknown);
    return unknown;
  }

  /** Metrics that no column shows. */
  private static void metrics(Catalog catalog, List<Diagnostic> unknown) {
    List<String> known = catalog.settings().metrics().stream().map(Metric::id).toList();
    for (Summary model : catalog.models()) {
      for (String metric : model.metadata().metrics().keySet()) {
        if (!known.contains(metric)) {
          SourceSpan span = model.metadata().places().get(metric);
          unknown.add(
              near(Diagnostic.warning(span, Message.of("catalog.metric", metric)), metric, known));
        }
      }
    }
  }

  /** Translations of what no model says. */
  private static void words(Catalog catalog, List<Diagnostic> unknown) {
    CatalogSettings settings = catalog.settings();
    List<String> said =
        catalog.models().stream()
            .map(Summary::metadata)
            .flatMap(CatalogBuilder::words)
            .filter(word -> !word.isEmpty())
            .distinct()
            .toList();
    settings.words().keySet().stream()
        .sorted()
        .filter(word -> !said.contains(word))
        .map(word -> unused(word, settings, said))
        .forEach(unknown::add);
  }

  private static Diagnostic unused(String word, CatalogSettings settings, List<String> said) {
    Diagnostic unused = Diagnostic.warning(settings.place(word), Message.of("catalog.word", word));
    return near(unused, word, said);
  }

  private static Stream<String> words(Metadata model) {
    return Stream.concat(
        Stream.concat(Stream.of(model.task()), model.tags().stream()),
        model.claims().stream().map(Claim::source));
  }

  /** Earlier ids that are taken, by a model or by another one's earlier id. */
  private static void aliases(Catalog catalog, List<Diagnostic> taken) {
    Map<String, SourceSpan> ids = new HashMap<>();
    catalog.models().forEach(model -> ids.put(lower(model.id()), model.span()));
    for (Summary model : catalog.models()) {
      for (String alias : model.metadata().aliases()) {
        SourceSpan span = model.metadata().places().get(alias);
        SourceSpan other = ids.putIfAbsent(lower(alias), span);
        if (other != null) {
          taken.add(
              other.equals(span)
                  ? Diagnostic.error(span, Message.of("catalog.alias.several", alias))
                  : Diagnostic.error(span, Message.of("catalog.alias", alias))
                      .with(Note.at(other, "catalog.id.first", alias)));
        }
      }
    }
  }

  private static String lower(String id) {
    return id.toLowerCase(Locale.ROOT);
  }

  private static void check(
      String id,
      List<String> known,
      String key,
      CatalogSettings settings,
      List<Diagnostic> unknown) {
    if (!known.contains(id)) {
      unknown.add(near(Diagnostic.error(settings.place(id), Message.of(key, id)), id, known));
    }
  }

  private static Diagnostic near(Diagnostic unknown, String id, List<String> known) {
    return Nearest.name(id, known)
        .map(near -> unknown.with(Note.of("did.you.mean", near)))
        .orElseGet(
            () ->
                known.isEmpty() || known.size() > MOST_NAMED
                    ? unknown
                    : unknown.with(Note.of("catalog.known", String.join(", ", known))));
  }

  private static Family family(List<Summary> models) {
    Summary first = models.get(0);
    Summary baseline =
        models.stream().filter(model -> model.metadata().baseline()).findFirst().orElse(first);
    return new Family(first.metadata().familyId(), first.metadata().family(), models, baseline);
  }
}
