package dev.convatlas.report;

import dev.convatlas.catalog.Catalog;
import dev.convatlas.catalog.Summary;
import dev.convatlas.catalog.history.Published;
import dev.convatlas.catalog.history.Revision;
import dev.convatlas.catalog.history.Revision.Changed;
import dev.convatlas.text.Numbers;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What changed from one build to the next.
 *
 * @param feed the same for feed readers; one or none
 * @param revisions the last one first
 */
public record ChangesPage(Layout layout, String title, List<Link> feed, List<Change> revisions) {
  public static final String PATH = "changes.html";
  public static final String FEED = "feed.xml";

  /**
   * A revision.
   *
   * @param id its anchor
   * @param sentence how much changed
   * @param changed no lines when nothing did
   */
  public record Change(
      String id,
      String title,
      String sentence,
      Table changed,
      List<Link> added,
      List<Link> removed) {
    public Change {
      added = List.copyOf(added);
      removed = List.copyOf(removed);
    }
  }

  public ChangesPage {
    feed = List.copyOf(feed);
    revisions = List.copyOf(revisions);
  }

  public static ChangesPage of(Edition edition, Catalog catalog, Provenance origin) {
    String title = edition.word("about.changes");
    Map<String, Summary> models = new HashMap<>();
    catalog.models().forEach(model -> models.put(model.id(), model));
    return new ChangesPage(
        edition.layout(PATH, title, edition.word("about.changes.summary"), Part.CATALOG),
        title,
        hasFeed(edition, origin)
            ? List.of(Link.to(edition.word("about.feed"), edition.root(PATH) + FEED))
            : List.of(),
        origin.history().revisions().stream()
            .map(revision -> change(edition, revision, models))
            .toList());
  }

  /** Entries of a feed have dates and absolute addresses. */
  public static boolean hasFeed(Edition edition, Provenance origin) {
    return !edition.settings().url().isEmpty()
        && origin.history().revisions().stream().anyMatch(revision -> !revision.date().isEmpty());
  }

  public static String anchor(Revision revision) {
    return "change-" + revision.number();
  }

  public static String title(Edition edition, Revision revision) {
    String which = edition.word("about.revision", revision.number());
    return revision.date().isEmpty() ? which : which + " · " + day(revision);
  }

  private static String day(Revision revision) {
    return DateTimeFormatter.ISO_LOCAL_DATE
        .withZone(ZoneOffset.UTC)
        .format(Instant.ofEpochSecond(Long.parseLong(revision.date())));
  }

  public static String sentence(Edition edition, Revision revision) {
    return revision.isFirst()
        ? edition.word("about.first", revision.models())
        : edition.word(
            "about.revision.summary",
            revision.added().size(),
            revision.changed().size(),
            revision.removed().size(),
            revision.models());
  }

  private static Change change(Edition edition, Revision revision, Map<String, Summary> models) {
    return new Change(
        anchor(revision),
        title(edition, revision),
        sentence(edition, revision),
        changed(edition, revision, models),
        links(edition, revision.added(), models),
        links(edition, revision.removed(), models));
  }

  private static List<Link> links(
      Edition edition, List<Published> of, Map<String, Summary> models) {
    return of.stream().map(model -> link(edition, model, models)).toList();
  }

  /** A model that the catalog has no more leads nowhere. */
  private static Link link(Edition edition, Published model, Map<String, Summary> models) {
    return Optional.ofNullable(models.get(model.id()))
        .map(now -> Link.to(edition.text(now.metadata().title()), Addresses.model(now.id())))
        .orElseGet(() -> Link.to(model.title(), ""));
  }

  private static Table changed(Edition edition, Revision revision, Map<String, Summary> models) {
    List<Column<Changed>> columns = new ArrayList<>();
    columns.add(
        Column.text(
            "model",
            edition.word("site.model"),
            change -> {
              Link link = link(edition, change.since(), models);
              Cell cell = Cell.of(link.text()).linked(link.href());
              return change.isRenamed()
                  ? cell.noted(
                      edition.word("about.renamed", change.before().id(), change.since().id()))
                  : cell.noted(change.since().id());
            }));
    for (String name : Published.FIGURES) {
      columns.add(
          Column.number(name, edition.word(label(name)), change -> cell(edition, change, name)));
    }
    return Table.of(columns, revision.changed(), change -> "");
  }

  private static String label(String figure) {
    return switch (figure) {
      case Published.PARAMS -> "site.params";
      case Published.MACS -> "site.macs";
      case Published.FIELD -> "site.field";
      default -> "site.layers";
    };
  }

  private static Cell cell(Edition edition, Changed change, String name) {
    Optional<Long> since = change.since().figure(name);
    if (since.isEmpty()) {
      return Cell.of(Numbers.NONE);
    }
    Cell cell = Cell.of(written(since.get(), name, change.since()), since.get());
    return change
        .before()
        .figure(name)
        .filter(before -> !before.equals(since.get()))
        .map(
            before ->
                cell.noted(
                    written(before, name, change.before())
                        + ", "
                        + delta(edition, before, since.get(), name)))
        .orElse(cell);
  }

  private static String written(long value, String name, Published model) {
    return Numbers.atLeast(
        value,
        model.complete(),
        name.equals(Published.FIELD) ? Numbers::pixels : ChangesPage::brief);
  }

  private static String brief(long value) {
    return Numbers.brief(value);
  }

  private static String delta(Edition edition, long before, long since, String name) {
    return switch (name) {
      case Published.FIELD -> Numbers.pixelChange(before, since, edition.words());
      case Published.LAYERS -> Numbers.signed(Math.subtractExact(since, before), Numbers::exact);
      default -> Numbers.change(before, since, edition.words());
    };
  }
}
