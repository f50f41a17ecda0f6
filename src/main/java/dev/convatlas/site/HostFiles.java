package dev.convatlas.site;

import dev.convatlas.catalog.Catalog;
import dev.convatlas.catalog.Family;
import dev.convatlas.catalog.Summary;
import dev.convatlas.report.Addresses;
import dev.convatlas.report.ComparePage;
import dev.convatlas.report.Edition;
import dev.convatlas.report.GuidePage;
import dev.convatlas.report.IndexPage;
import dev.convatlas.report.LayersPage;
import dev.convatlas.report.Link;
import dev.convatlas.report.NotFoundPage;
import dev.convatlas.report.SearchPage;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** What a static host and search engines look for. */
final class HostFiles {
  private final Catalog catalog;
  private final List<Edition> editions;
  private final Pages pages;

  HostFiles(Catalog catalog, List<Edition> editions, Pages pages) {
    this.catalog = catalog;
    this.editions = editions;
    this.pages = pages;
  }

  void writeTo(Sink sink) {
    sink.put("404.html", notFound());
    // GitHub Pages would otherwise run Jekyll, which drops files that start with an underscore.
    sink.put(".nojekyll", new byte[0]);
    sink.put("robots.txt", robots().getBytes(StandardCharsets.UTF_8));
    if (!catalog.settings().url().isEmpty()) {
      sink.put("sitemap.xml", sitemap().getBytes(StandardCharsets.UTF_8));
    }
  }

  private byte[] notFound() {
    Edition first = editions.get(0);
    String style = new String(SiteAssets.read("404.css"), StandardCharsets.UTF_8);
    String url = catalog.settings().url();
    String home = url.isEmpty() ? "" : URI.create(url).getPath();
    List<NotFoundPage.Words> all =
        editions.stream()
            .map(
                edition ->
                    new NotFoundPage.Words(
                        edition.language().tag(),
                        edition.word("site.404.title"),
                        edition.word("site.404.sentence"),
                        Link.to(
                            edition.word("site.404.home"),
                            home + edition.folder() + IndexPage.PATH)))
            .toList();
    NotFoundPage page = new NotFoundPage(all.get(0).title(), style, SiteAssets.digest(style), all);
    return pages.render("404", first.language(), page);
  }

  private String robots() {
    String url = catalog.settings().url();
    return "User-agent: *\nAllow: /\n" + (url.isEmpty() ? "" : "Sitemap: " + url + "sitemap.xml\n");
  }

  private String sitemap() {
    List<String> paths = new ArrayList<>(List.of(IndexPage.PATH, SearchPage.PATH, LayersPage.PATH));
    GuidePage.CHAPTERS.stream().map(Addresses::guide).forEach(paths::add);
    paths.add(ComparePage.PATH);
    catalog.comparisons().stream()
        .map(comparison -> Addresses.comparison(comparison.id()))
        .forEach(paths::add);
    catalog.families().stream().map(Family::id).map(Addresses::family).forEach(paths::add);
    catalog.models().stream().map(Summary::id).map(Addresses::model).forEach(paths::add);
    StringBuilder xml =
        new StringBuilder(
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
            """);
    for (Edition edition : editions) {
      for (String path : paths) {
        String address =
            URI.create(catalog.settings().url()).resolve(uri(edition, path)).toASCIIString();
        xml.append("<url><loc>").append(address.replace("&", "&amp;")).append("</loc></url>\n");
      }
    }
    return xml.append("</urlset>\n").toString();
  }

  /** Ids of families may have letters that an address spells in percents. */
  private static URI uri(Edition edition, String path) {
    return URI.create(edition.folder() + path);
  }
}
