package dev.convatlas.site;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A site of few files in which everything happens from one version to the next: pages, charts and
 * assets come, change, stay, go and change the case of their names, a file becomes a folder, and a
 * folder a file.
 */
enum TinySite {
  NONE,
  ONE(
      page("index.html", "assets/s.1.css models/a.html models/gone.html same.html zh/index.html"),
      page("zh/index.html", "../assets/s.1.css ../index.html models/a.html"),
      page("models/a.html", "../assets/s.1.css ../charts/a/x.svg ../zh/models/a.html"),
      page("zh/models/a.html", "../../charts/a/x.svg ../../models/a.html ../index.html"),
      page("models/gone.html", "../charts/gone/x.svg ../index.html"),
      page("models/Case.html", "../index.html"),
      page("same.html", "charts/a/x.svg data/catalog.js models/a.html"),
      file("assets/s.1.css", "one"),
      file("charts/a/x.svg", "<svg>one</svg>"),
      file("charts/gone/x.svg", "<svg>gone</svg>"),
      file("data/catalog.js", "a gone"),
      file("turns", "a file"),
      file("turned/into/a", "file"),
      file(".nojekyll", "")),
  TWO(
      page("index.html", "assets/s.2.css models/a.html models/new.html same.html zh/index.html"),
      page("zh/index.html", "../assets/s.2.css ../index.html models/a.html"),
      page("models/a.html", "../assets/s.2.css ../charts/a/x.svg new.html ../zh/models/a.html"),
      page("zh/models/a.html", "../../charts/a/y.svg ../../models/a.html ../index.html"),
      page("models/new.html", "../charts/new/x.svg ../index.html"),
      page("models/case.html", "../index.html"),
      page("same.html", "charts/a/x.svg data/catalog.js models/a.html"),
      file("assets/s.2.css", "two"),
      file("charts/a/x.svg", "<svg>two</svg>"),
      file("charts/a/y.svg", "<svg>two</svg>"),
      file("charts/new/x.svg", "<svg>new</svg>"),
      file("data/catalog.js", "a new"),
      file("turns/into/a/folder", "a file"),
      file("turned", "a file"),
      file(".nojekyll", ""));

  @SuppressWarnings("ImmutableEnumChecker") // Filled by the constructor alone.
  private final SortedMap<String, String> files = new TreeMap<>();

  private record TinyFile(String path, String text) {}

  TinySite(TinyFile... files) {
    for (TinyFile file : files) {
      this.files.put(file.path(), file.text());
    }
  }

  private static TinyFile file(String path, String text) {
    return new TinyFile(path, text);
  }

  private static TinyFile page(String path, String links) {
    StringBuilder text = new StringBuilder();
    for (String link : links.split(" ", -1)) {
      text.append("<a href=\"").append(link).append("\">").append(link).append("</a>\n");
    }
    return new TinyFile(path, text.toString());
  }

  SortedMap<String, String> files() {
    return files;
  }

  /** Puts the files in the order of their paths. */
  boolean render(Sink sink) {
    files.forEach((path, text) -> sink.put(path, text.getBytes(StandardCharsets.UTF_8)));
    return true;
  }

  /** Publishes it without faults. */
  Publisher.Result publish(Path folder) {
    return new Publisher(new FaultyDisk(FaultyDisk.Fault.ONCE, 0))
        .publish(new Target(folder, List.of(), false), this::render)
        .orElseThrow();
  }
}
