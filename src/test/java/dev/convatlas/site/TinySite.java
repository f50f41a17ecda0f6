package dev.convatlas.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;

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
        .publish(new Target(folder, java.util.List.of(), false), this::render)
        .orElseThrow();
  }

  /** What is in a folder, the publisher's own files left out. */
  static SortedMap<String, String> read(Path folder) throws IOException {
    SortedMap<String, String> found = new TreeMap<>();
    try (var walk = Files.walk(folder)) {
      for (Path file : walk.toList()) {
        String path = folder.relativize(file).toString();
        if (Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
            && !path.startsWith(PathRules.RESERVED)) {
          found.put(path, Files.readString(file));
        }
      }
    }
    return found;
  }

  /**
   * Follows every link from what was published and not withdrawn, and finds a whole file of either
   * version.
   *
   * @param next what a build tried to publish after this
   */
  void stillOpens(Path folder, TinySite next) throws IOException {
    Deque<String> open = new ArrayDeque<>();
    for (String path : files.keySet()) {
      if (next.files.containsKey(path)) {
        open.add(path);
      }
    }
    TreeSet<String> seen = new TreeSet<>(open);
    while (!open.isEmpty()) {
      String path = open.remove();
      Path file = folder.resolve(path);
      assertThat(file).isRegularFile();
      String text = Files.readString(file);
      assertThat(text).isIn(files.get(path), next.files.get(path));
      if (path.endsWith(".html")) {
        for (Element link : Jsoup.parse(text).select("[href]")) {
          String target =
              folder.relativize(file.resolveSibling(link.attr("href")).normalize()).toString();
          if (seen.add(target)) {
            open.add(target);
          }
        }
      }
    }
  }
}
