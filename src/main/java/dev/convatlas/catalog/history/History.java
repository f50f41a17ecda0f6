package dev.convatlas.catalog.history;

import dev.convatlas.catalog.history.Revision.Changed;
import dev.convatlas.source.Digest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The changes of a site from one build to the next, the last first. It follows from the site that
 * was there before and the catalog that is there now, and from nothing else: building the same
 * again leaves it as it is.
 */
public record History(List<Revision> revisions) {
  public static final History NONE = new History(List.of());

  /** Older revisions are forgotten when the changes are more than these. */
  private static final int MOST = 2000;

  public History {
    revisions = List.copyOf(revisions);
  }

  /**
   * A site that was there before.
   *
   * @param models as its {@code data/catalog.json} tells them
   */
  public record Before(List<Published> models, History history) {
    public Before {
      models = List.copyOf(models);
    }

    /**
     * Its history without a revision that leads to another catalog: a build was stopped after it
     * had published the history and before the catalog.
     */
    private List<Revision> known() {
      List<Revision> all = history.revisions();
      return all.isEmpty() || all.get(0).after().equals(fingerprint(models))
          ? all
          : all.subList(1, all.size());
    }
  }

  /**
   * The history of the next site.
   *
   * @param before nothing when there was none
   * @param now models of the catalog, with the ids that each had before
   * @param date in seconds since 1970, as text; may be empty
   */
  public static History next(
      Optional<Before> before, Map<Published, List<String>> now, String date) {
    List<Published> models = List.copyOf(now.keySet());
    String after = fingerprint(models);
    if (before.isEmpty()) {
      return new History(
          List.of(new Revision(1, date, models.size(), after, List.of(), List.of(), List.of())));
    }
    List<Revision> known = before.get().known();
    int number = known.isEmpty() ? 2 : known.get(0).number() + 1;
    Revision revision = revision(before.get().models(), now, number, date, after);
    if (revision.isEmpty()) {
      return new History(known);
    }
    List<Revision> revisions = new ArrayList<>(List.of(revision));
    int size = revision.size();
    for (Revision older : known) {
      size += older.size();
      if (size > MOST) {
        break;
      }
      revisions.add(older);
    }
    return new History(revisions);
  }

  private static Revision revision(
      List<Published> before,
      Map<Published, List<String>> now,
      int number,
      String date,
      String after) {
    Map<String, Published> gone = new LinkedHashMap<>();
    before.forEach(model -> gone.put(model.id(), model));
    Map<Published, Published> pairs = new LinkedHashMap<>();
    now.keySet()
        .forEach(
            model ->
                Optional.ofNullable(gone.remove(model.id()))
                    .ifPresent(old -> pairs.put(model, old)));
    List<Published> added = new ArrayList<>();
    List<Changed> changed = new ArrayList<>();
    now.forEach(
        (model, aliases) -> {
          Optional<Published> old =
              Optional.ofNullable(pairs.get(model))
                  .or(
                      () ->
                          aliases.stream()
                              .flatMap(alias -> Optional.ofNullable(gone.remove(alias)).stream())
                              .findFirst());
          if (old.isEmpty()) {
            added.add(model);
          } else if (!old.get().isLike(model)) {
            changed.add(new Changed(old.get(), model));
          }
        });
    return new Revision(
        number, date, now.size(), after, added, List.copyOf(gone.values()), changed);
  }

  /** The same for catalogs that no revision lies between, whatever the order of the models. */
  static String fingerprint(List<Published> models) {
    Digest digest = new Digest();
    models.stream()
        .sorted(Comparator.comparing(Published::id))
        .forEach(model -> add(digest, model));
    return digest.hex();
  }

  private static void add(Digest digest, Published model) {
    digest.with(model.id()).with(model.title());
    model.figures().forEach((name, value) -> digest.with(name).with(Long.toString(value)));
  }
}
