package dev.convatlas.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
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

/** What a reader of an output folder finds. */
final class Published {
  private Published() {}

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
   * @param before what was published
   * @param next what a build tried to publish after it
   */
  static void stillOpens(Path folder, TinySite before, TinySite next) throws IOException {
    Deque<String> open = new ArrayDeque<>();
    for (String path : before.files().keySet()) {
      if (next.files().containsKey(path)) {
        open.add(path);
      }
    }
    TreeSet<String> seen = new TreeSet<>(open);
    while (!open.isEmpty()) {
      String path = open.remove();
      Path file = folder.resolve(path);
      assertThat(file).isRegularFile();
      String text = Files.readString(file);
      assertThat(text).isIn(before.files().get(path), next.files().get(path));
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
