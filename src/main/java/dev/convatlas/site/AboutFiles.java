package dev.convatlas.site;

import dev.convatlas.catalog.Catalog;
import dev.convatlas.catalog.history.Revision;
import dev.convatlas.report.BuildPage;
import dev.convatlas.report.ChangesPage;
import dev.convatlas.report.Edition;
import dev.convatlas.report.MovedPage;
import dev.convatlas.report.Provenance;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;

/** What a site says of itself: what it was built from, what changed, and what has moved. */
final class AboutFiles {
  private static final int MOST_IN_FEED = 30;

  private final Catalog catalog;
  private final List<Edition> editions;
  private final Pages pages;
  private final Provenance origin;

  AboutFiles(Catalog catalog, List<Edition> editions, Pages pages, Provenance origin) {
    this.catalog = catalog;
    this.editions = editions;
    this.pages = pages;
    this.origin = origin;
  }

  void writeTo(Sink sink) {
    for (Edition edition : editions) {
      put(edition, BuildPage.PATH, "build", BuildPage.of(edition, catalog, origin), sink);
      put(edition, ChangesPage.PATH, "changes", ChangesPage.of(edition, catalog, origin), sink);
    }
    sink.put(HistoryFiles.PATH, HistoryFiles.of(origin.history()));
    if (ChangesPage.hasFeed(editions.get(0), origin)) {
      sink.put(ChangesPage.FEED, feed(editions.get(0)).getBytes(StandardCharsets.UTF_8));
    }
  }

  void moved(Sink sink) {
    for (Edition edition : editions) {
      for (MovedPage page : MovedPage.of(edition, catalog)) {
        put(edition, page.path(), "moved", page, sink);
      }
    }
  }

  private void put(Edition edition, String path, String template, Object page, Sink sink) {
    sink.put(edition.folder() + path, pages.render(template, edition.language(), page));
  }

  /** Atom, RFC 4287: what has no date cannot be in it. */
  private String feed(Edition edition) {
    String page = catalog.settings().url() + ChangesPage.PATH;
    List<Revision> dated =
        origin.history().revisions().stream()
            .filter(revision -> !revision.date().isEmpty())
            .limit(MOST_IN_FEED)
            .toList();
    String site = edition.text(catalog.settings().title());
    StringBuilder xml = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    xml.append("<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"")
        .append(edition.language().tag())
        .append("\">\n");
    element(xml, "title", site + " · " + edition.word("about.changes"));
    element(xml, "id", page);
    link(xml, "self", catalog.settings().url() + ChangesPage.FEED);
    link(xml, "alternate", page);
    element(xml, "updated", date(dated.get(0)));
    xml.append("<author>");
    element(xml, "name", site);
    xml.append("</author>\n");
    for (Revision revision : dated) {
      String address = page + "#" + ChangesPage.anchor(revision);
      xml.append("<entry>\n");
      element(xml, "title", ChangesPage.title(edition, revision));
      element(xml, "id", address);
      link(xml, "alternate", address);
      element(xml, "updated", date(revision));
      element(xml, "summary", ChangesPage.sentence(edition, revision));
      xml.append("</entry>\n");
    }
    return xml.append("</feed>\n").toString();
  }

  private static String date(Revision revision) {
    return Instant.ofEpochSecond(Long.parseLong(revision.date())).toString();
  }

  private static void element(StringBuilder xml, String name, String text) {
    xml.append('<').append(name).append('>').append(escaped(text));
    xml.append("</").append(name).append(">\n");
  }

  private static void link(StringBuilder xml, String relation, String address) {
    xml.append("<link rel=\"").append(relation).append("\" href=\"");
    xml.append(escaped(address)).append("\"/>\n");
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
