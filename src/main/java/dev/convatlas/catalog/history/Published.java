package dev.convatlas.catalog.history;

import dev.convatlas.analysis.Count;
import dev.convatlas.catalog.Summary;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A model as a site told of it.
 *
 * @param figures by the names of {@link #FIGURES}; those that the site did not tell are left out
 * @param complete whether none of its figures is a lower bound
 */
public record Published(String id, String title, Map<String, Long> figures, boolean complete) {
  public static final String PARAMS = "params";
  public static final String MACS = "macs";
  public static final String FIELD = "receptive_field";
  public static final String LAYERS = "layers";

  /** In the order of the columns. */
  public static final List<String> FIGURES = List.of(PARAMS, MACS, FIELD, LAYERS);

  public Published {
    Map<String, Long> ordered = new LinkedHashMap<>();
    for (String name : FIGURES) {
      if (figures.containsKey(name)) {
        ordered.put(name, figures.get(name));
      }
    }
    figures = Collections.unmodifiableMap(ordered);
  }

  public static Published of(Summary model) {
    Map<String, Long> figures = new LinkedHashMap<>();
    figures.put(PARAMS, model.totals().params().value());
    figures.put(MACS, model.totals().macs().value());
    model.field().map(Count::value).ifPresent(size -> figures.put(FIELD, size));
    figures.put(LAYERS, (long) model.totals().layers());
    boolean complete =
        model.totals().params().isExact()
            && model.totals().macs().isExact()
            && model.field().map(Count::isExact).orElse(true);
    return new Published(model.id(), model.metadata().title().plain(), figures, complete);
  }

  public Optional<Long> figure(String name) {
    return Optional.ofNullable(figures.get(name));
  }

  /** Whether a site that tells both tells of the same; what only one of them tells is no change. */
  boolean isLike(Published other) {
    return id.equals(other.id)
        && title.equals(other.title)
        && FIGURES.stream()
            .noneMatch(
                name ->
                    figure(name).isPresent()
                        && other.figure(name).isPresent()
                        && !figure(name).equals(other.figure(name)));
  }
}
