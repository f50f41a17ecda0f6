package dev.convatlas.site;

import dev.convatlas.report.Assets;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Styles and scripts of the site. Their names carry a hash of their content, so that a page never
 * meets an older one that a cache has kept.
 */
final class SiteAssets {
  private static final String STYLE = "site.css";
  private static final String ICON = "icon.svg";
  private static final String THEME = "theme.js";
  private static final List<String> SCRIPTS = List.of("switch.js", "filter.js", "tables.js");

  private final Map<String, byte[]> files = new LinkedHashMap<>();
  private final Assets assets;

  SiteAssets() {
    assets =
        new Assets(add(STYLE), add(ICON), add(THEME), SCRIPTS.stream().map(this::add).toList());
  }

  /** Paths for the pages. */
  Assets assets() {
    return assets;
  }

  void writeTo(Sink sink) {
    files.forEach(sink::put);
  }

  private String add(String name) {
    byte[] content = read(name);
    int dot = name.lastIndexOf('.');
    String hash = HexFormat.of().formatHex(sha256(content), 0, 5);
    String path = "assets/" + name.substring(0, dot) + "." + hash + name.substring(dot);
    files.put(path, content);
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
    byte[] hash = sha256(style.getBytes(StandardCharsets.UTF_8));
    return "sha256-" + Base64.getEncoder().encodeToString(hash);
  }

  private static byte[] sha256(byte[] content) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(content);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
