package dev.convatlas.site;

import dev.convatlas.report.Assets;
import dev.convatlas.source.Digest;
import dev.convatlas.text.Language;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.Stream;

/**
 * Styles and scripts of the site. Their names carry a hash of their content, so that a page never
 * meets an older one that a cache has kept.
 */
final class SiteAssets {
  private static final String STYLE = "site.css";
  private static final List<String> STYLES = List.of(STYLE, "explore.css", "compare/compare.css");
  private static final String ICON = "icon.svg";
  private static final String THEME = "theme.js";

  /** The base first: the others stand on it. */
  private static final List<String> BASE = List.of("compare/base.js");

  private static final List<String> SCRIPTS =
      List.of(
          "switch.js",
          "tables.js",
          "fields.js",
          "search/find.js",
          "search/dialog.js",
          "reading.js");

  /** Ticking models, on every page. */
  private static final List<String> PICKING = List.of("address", "selection", "tray");

  private static final List<String> EXPLORE =
      List.of(
          "compare/numbers.js",
          "compare/catalog.js",
          "explore/columns.js",
          "explore/state.js",
          "explore/filters.js",
          "explore/table.js",
          "explore/scales.js",
          "explore/scatter.js",
          "explore/page.js");

  private static final List<String> COMPARING =
      List.of(
          "numbers",
          "catalog",
          "data",
          "costs",
          "alignment",
          "edits",
          "explanation",
          "comparison",
          "view",
          "layers",
          "plot",
          "charts",
          "formats",
          "chooser",
          "share",
          "work",
          "page");

  private static final List<String> MODEL =
      List.of("compare/numbers.js", "conventions.js", "model.js");

  private final Map<String, byte[]> files = new ConcurrentSkipListMap<>();
  private final Map<Language, Assets> assets = new ConcurrentHashMap<>();
  private final Looks looks;

  SiteAssets(Looks looks) {
    this.looks = looks;
  }

  /** Paths for the pages of a language. */
  Assets assets(Language language) {
    return assets.computeIfAbsent(language, this::made);
  }

  private Assets made(Language language) {
    String words = "words." + language.tag() + ".js";
    return new Assets(
        Stream.concat(Stream.of(add(STYLE, styles())), looks.stylesheet().map(this::own).stream())
            .toList(),
        looks.logo().map(this::own).orElse(""),
        add(ICON),
        add(THEME),
        Stream.of(
                BASE.stream().map(this::add),
                Stream.of(add(words, WordsScript.of(language))),
                Stream.of(add("site.js", joined(SCRIPTS))),
                Stream.of(add("picking.js", together(PICKING))))
            .flatMap(paths -> paths)
            .toList(),
        EXPLORE.stream().map(this::add).toList(),
        List.of(
            add("comparing-" + words, WordsScript.comparing(language)),
            add("comparing.js", together(COMPARING))),
        MODEL.stream().map(this::add).toList());
  }

  private static byte[] styles() {
    return joined(STYLES);
  }

  /** Scripts that are always wanted together are one file; each is a function of its own. */
  private static byte[] together(List<String> scripts) {
    return joined(scripts.stream().map(name -> "compare/" + name + ".js").toList());
  }

  private static byte[] joined(List<String> names) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    names.forEach(name -> all.writeBytes(read(name)));
    return all.toByteArray();
  }

  void writeTo(Sink sink) {
    files.forEach(sink::put);
  }

  /** Under a name of ours, which no character of its own can spoil. */
  private String own(Looks.OwnFile file) {
    return add("own" + file.ending(), file.content());
  }

  /** The content of one; null when there is none of that path. */
  byte[] file(String path) {
    return files.get(path);
  }

  private String add(String name) {
    return add(name, read(name));
  }

  private String add(String name, byte[] content) {
    int dot = name.lastIndexOf('.');
    String hash = HexFormat.of().formatHex(Digest.bytes(content), 0, 5);
    String path = "assets/" + name.substring(0, dot) + "." + hash + name.substring(dot);
    files.putIfAbsent(path, content);
    return path;
  }

  static byte[] read(String name) {
    try (InputStream stream = SiteAssets.class.getResourceAsStream("/assets/" + name)) {
      if (stream == null) {
        throw new IllegalStateException("no asset " + name);
      }
      return stream.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(name, e);
    }
  }

  /** What a content security policy calls a style by. */
  static String digest(String style) {
    byte[] hash = Digest.bytes(style.getBytes(StandardCharsets.UTF_8));
    return "sha256-" + Base64.getEncoder().encodeToString(hash);
  }
}
