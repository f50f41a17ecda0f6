package dev.convatlas.site;

/**
 * When a file is published, so that a reader never follows a link to what is not there yet: first
 * what pages show, then the pages, then what leads to all pages.
 */
enum Rank {
  ASSET,
  PAGE,
  ENTRY;

  static Rank of(String path) {
    String name = path.substring(path.lastIndexOf('/') + 1);
    if (name.equals("index.html") || path.matches("(?:.*/)?data/catalog[^/]*")) {
      return ENTRY;
    }
    return name.endsWith(".html") ? PAGE : ASSET;
  }
}
