package dev.convatlas.report;

import java.util.List;

/** The parts of a site that every page leads to. */
enum Part {
  CATALOG("site.nav.catalog", "index.html"),
  COMPARE("site.nav.compare", "compare.html"),
  LAYERS("site.nav.layers", "layers/index.html"),
  GUIDE("site.nav.guide", "guide/index.html");

  static final List<Part> ALL = List.of(values());

  private final String key;
  private final String path;

  Part(String key, String path) {
    this.key = key;
    this.path = path;
  }

  String key() {
    return key;
  }

  String path() {
    return path;
  }
}
