package dev.convatlas.site;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The links of all pages, each to be found in the site: files and anchors. Of a page that went by,
 * only what it links to is kept, and each target once for the whole site.
 */
final class Links {
  private static final Pattern ELSEWHERE = Pattern.compile("(?i)[a-z][a-z0-9+.-]*:.*|//.*");
  private static final Pattern PERCENT = Pattern.compile("(?:%[0-9a-fA-F]{2})+");

  /** The one page that is served at any depth and so links from the root of the host. */
  private static final String ANY_DEPTH = "404.html";

  /** From each file that is linked to the first page, by name, that does. */
  private final Map<String, String> files = new ConcurrentHashMap<>();

  /** From each {@code file#anchor} of another page to the first page that links to it. */
  private final Map<String, String> anchors = new ConcurrentHashMap<>();

  private final ConcurrentLinkedQueue<Broken> broken = new ConcurrentLinkedQueue<>();

  /**
   * A link that leads nowhere.
   *
   * @param page the first page that has it
   * @param target the file of the site, or as written where it cannot be one
   */
  record Broken(String page, String target) implements Comparable<Broken> {
    @Override
    public int compareTo(Broken other) {
      int byPage = page.compareTo(other.page);
      return byPage != 0 ? byPage : target.compareTo(other.target);
    }

    @Override
    public String toString() {
      return page + " → " + target;
    }
  }

  /** Reads a file of the site. */
  interface Reader {
    byte[] read(String path) throws IOException;
  }

  /** Takes the links of a page. */
  void add(String page, byte[] content) {
    Markup markup = Markup.of(content);
    for (String link : markup.links()) {
      if (ELSEWHERE.matcher(link).matches()) {
        continue;
      }
      if (link.startsWith("/")) {
        if (!page.equals(ANY_DEPTH)) {
          broken.add(new Broken(page, link));
        }
        continue;
      }
      add(page, markup.ids(), link);
    }
  }

  private void add(String page, Set<String> ids, String link) {
    int hash = link.indexOf('#');
    String anchor = hash < 0 ? "" : unescaped(link.substring(hash + 1));
    String before = hash < 0 ? link : link.substring(0, hash);
    int query = before.indexOf('?');
    String path = query < 0 ? before : before.substring(0, query);
    String file = path.isEmpty() ? page : resolved(page, unescaped(path));
    if (file == null) {
      broken.add(new Broken(page, link));
      return;
    }
    boolean isAnchor = !anchor.isEmpty() && !anchor.equals("top") && !anchor.contains("=");
    if (!file.equals(page)) {
      files.merge(file, page, Links::first);
      if (isAnchor) {
        anchors.merge(file + "#" + anchor, page, Links::first);
      }
    } else if (isAnchor && !ids.contains(anchor)) {
      broken.add(new Broken(page, "#" + anchor));
    }
  }

  /**
   * What leads nowhere, in the order of the pages.
   *
   * @param all the files of the site
   * @param reader reads those that another page points into
   */
  List<Broken> check(Set<String> all, Reader reader) throws IOException {
    List<Broken> result = new ArrayList<>(broken);
    files.forEach(
        (file, page) -> {
          if (!all.contains(file)) {
            result.add(new Broken(page, file));
          }
        });
    String last = "";
    Set<String> ids = Set.of();
    for (Map.Entry<String, String> anchor : new TreeMap<>(anchors).entrySet()) {
      int hash = anchor.getKey().indexOf('#');
      String file = anchor.getKey().substring(0, hash);
      if (!all.contains(file)) {
        continue;
      }
      if (!file.equals(last)) {
        ids = Markup.of(reader.read(file)).ids();
        last = file;
      }
      if (!ids.contains(anchor.getKey().substring(hash + 1))) {
        result.add(new Broken(anchor.getValue(), anchor.getKey()));
      }
    }
    Collections.sort(result);
    return result;
  }

  private static String first(String one, String other) {
    return one.compareTo(other) <= 0 ? one : other;
  }

  /** The file that a relative link of a page means; null when it climbs out of the site. */
  private static String resolved(String page, String link) {
    List<String> parts = new ArrayList<>(List.of(page.split("/", -1)));
    parts.remove(parts.size() - 1);
    for (String part : link.split("/", -1)) {
      if (part.equals("..")) {
        if (parts.isEmpty()) {
          return null;
        }
        parts.remove(parts.size() - 1);
      } else if (!part.equals(".")) {
        parts.add(part);
      }
    }
    return String.join("/", parts);
  }

  private static String unescaped(String link) {
    if (link.indexOf('%') < 0) {
      return link;
    }
    return PERCENT
        .matcher(link)
        .replaceAll(
            match -> {
              String digits = match.group();
              byte[] bytes = new byte[digits.length() / 3];
              for (int i = 0; i < bytes.length; i++) {
                bytes[i] = (byte) Integer.parseInt(digits.substring(3 * i + 1, 3 * i + 3), 16);
              }
              return Matcher.quoteReplacement(new String(bytes, StandardCharsets.UTF_8));
            });
  }
}
