package dev.convatlas.hostile;

import dev.convatlas.hostile.Corpus.Maker;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * Catalogs too large, too many or too odd for a repository: links, pipes, odd names, long files.
 */
final class Made {
  private static final String NET =
      """
      input: [3, 32, 32]
      layers:
        - conv2d: {out_channels: 8, kernel_size: 3}
        - relu
      """;

  static final Map<String, Maker> ALL = all();

  private Made() {}

  private static Map<String, Maker> all() {
    Map<String, Maker> all = new TreeMap<>();
    all.put("file-large", folder -> text(folder, "net.yaml", "# " + "x".repeat(4 << 20)));
    all.put("file-sparse", Made::sparse);
    all.put("brackets", folder -> text(folder, "net.yaml", "[".repeat(100_000)));
    all.put("braces", folder -> text(folder, "net.yaml", "{a: ".repeat(50_000)));
    all.put("dashes", folder -> text(folder, "net.yaml", "- ".repeat(100_000)));
    all.put("keys", folder -> text(folder, "net.yaml", keys(30_000)));
    all.put("keys-twice", folder -> text(folder, "net.yaml", "a: 1\n".repeat(200)));
    all.put("aliases", folder -> text(folder, "net.yaml", "a: &a 1\nb: [" + "*a, ".repeat(5_000)));
    all.put(
        "line-long", folder -> text(folder, "net.yaml", "title: " + "x".repeat(1 << 20) + ": y"));
    all.put("title-vast", folder -> text(folder, "net.yaml", "title: " + "x".repeat(2 << 20)));
    all.put(
        "tags-many", folder -> text(folder, "net.yaml", "tags: [" + many(20_000) + "]\n" + NET));
    all.put("include-levels", Made::levels);
    all.put("include-chain", Made::chain);
    all.put("markdown-table", folder -> text(folder, "net.yaml", table() + NET));
    all.put("markdown-brackets", folder -> text(folder, "net.yaml", marks("[a](<b")));
    all.put("markdown-quotes", folder -> text(folder, "net.yaml", marks(">- ")));
    all.put("markdown-stars", folder -> text(folder, "net.yaml", marks("*a_ ")));
    all.put("markdown-ticks", folder -> text(folder, "net.yaml", marks("`` ` ")));
    all.put("link-to-passwords", folder -> link(folder, "net.yaml", "/etc/passwd"));
    all.put("link-to-device", folder -> link(folder, "net.yaml", "/dev/zero"));
    all.put("link-to-itself", folder -> link(folder, "net.yaml", "net.yaml"));
    all.put("link-nowhere", folder -> link(folder, "net.yaml", "gone.yaml"));
    all.put("link-of-settings", folder -> link(folder, "catalog.yaml", "/etc/hostname"));
    all.put("link-of-blocks", Made::blocks);
    all.put("link-of-folder", folder -> link(folder, "more", "/etc"));
    all.put("link-of-templates", folder -> link(folder, "templates", "/etc"));
    all.put("link-circle", folder -> link(folder, "circle", "."));
    all.put("link-inside", folder -> link(folder, "other.yaml", "sound.yaml"));
    all.put("pipe", Made::pipe);
    all.put("folder-as-file", folder -> Files.createDirectory(folder.resolve("net.yaml")));
    all.put("folder-as-settings", folder -> Files.createDirectory(folder.resolve("catalog.yaml")));
    all.put("name-script", folder -> text(folder, "<img src=x onerror=alert(1)>.yaml", NET));
    all.put("name-escape", folder -> text(folder, "\u001b[31mred\u0007.yaml", NET));
    all.put("name-lines", folder -> text(folder, "a\nerror: forged.yaml", NET));
    all.put("name-turned", folder -> text(folder, "a\u202elmay.yaml", NET));
    all.put("name-dash", folder -> text(folder, "-rf.yaml", NET));
    all.put("name-device", folder -> text(folder, "nul.yaml", NET));
    all.put("name-dots", folder -> text(folder, "...yaml", NET));
    all.put("name-space", folder -> text(folder, " .yaml", NET));
    all.put("name-quotes", folder -> text(folder, "a\"b'c`d$(e).yaml", NET));
    all.put("name-long", folder -> text(folder, "n".repeat(240) + ".yaml", NET));
    all.put("name-twins", Made::twins);
    all.put("name-forms", Made::forms);
    all.put("name-hidden", folder -> text(folder, ".git/config.yaml", NET));
    all.put("name-percent", folder -> text(folder, "%2e%2e%2fx.yaml", NET));
    all.put("folders-deep", folder -> text(folder, "d/".repeat(150) + "deep.yaml", NET));
    all.put("files-many", Made::files);
    return Collections.unmodifiableMap(all);
  }

  private static void text(Path folder, String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  /** A gigabyte that takes no room. */
  private static void sparse(Path folder) throws IOException {
    try (RandomAccessFile file = new RandomAccessFile(folder.resolve("net.yaml").toFile(), "rw")) {
      file.setLength(1L << 30);
    }
  }

  private static String keys(int count) {
    StringBuilder text = new StringBuilder("params:\n");
    for (int i = 0; i < count; i++) {
      text.append("  k").append(i).append(": ${").append(i).append(" + 1}\n");
    }
    return text + NET;
  }

  private static String many(int count) {
    StringBuilder text = new StringBuilder("t");
    for (int i = 0; i < count; i++) {
      text.append(", t").append(i);
    }
    return text.toString();
  }

  /** Rows of one cell under a head of many, which Markdown fills up with empty cells. */
  private static String table() {
    String head = "|" + "a|".repeat(2_000) + "\n  |" + "-|".repeat(2_000) + "\n";
    return "description: |\n  " + head + "  |\n".repeat(100_000);
  }

  private static String marks(String mark) {
    return "description: |\n  " + mark.repeat(100_000 / mark.length()) + "\n" + NET;
  }

  /** Two files on each level that both include both of the next: two to the thirtieth ways. */
  private static void levels(Path folder) throws IOException {
    text(folder, "net.yaml", "include: [l0a.yaml, l0b.yaml]\n" + NET);
    for (int i = 0; i < 30; i++) {
      String next = "include: [l" + (i + 1) + "a.yaml, l" + (i + 1) + "b.yaml]\n";
      text(folder, "l" + i + "a.yaml", next + "blocks:\n  a" + i + ": {layers: [relu]}\n");
      text(folder, "l" + i + "b.yaml", next + "blocks:\n  b" + i + ": {layers: [relu]}\n");
    }
    text(folder, "l30a.yaml", "blocks:\n  a: {layers: [relu]}\n");
    text(folder, "l30b.yaml", "blocks:\n  b: {layers: [relu]}\n");
  }

  private static void chain(Path folder) throws IOException {
    text(folder, "net.yaml", "include: [i/0.yaml]\n" + NET);
    for (int i = 0; i < 120; i++) {
      String include = "include: [i/" + (i + 1) + ".yaml]\n";
      text(folder, "i/" + i + ".yaml", include + "blocks:\n  b" + i + ": {layers: [relu]}\n");
    }
  }

  private static void link(Path folder, String name, String to) throws IOException {
    text(folder, "sound.yaml", NET);
    Files.createSymbolicLink(folder.resolve(name), Path.of(to));
  }

  private static void blocks(Path folder) throws IOException {
    text(folder, "net.yaml", "include: [blocks/passwd]\n" + NET);
    Files.createSymbolicLink(folder.resolve("blocks"), Path.of("/etc"));
  }

  /** Who opens it to read waits for ever. */
  private static void pipe(Path folder) throws IOException {
    text(folder, "sound.yaml", NET);
    try {
      String path = folder.resolve("net.yaml").toString();
      new ProcessBuilder("mkfifo", path).inheritIO().start().waitFor();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  private static void twins(Path folder) throws IOException {
    text(folder, "net.yaml", NET);
    text(folder, "Net.yaml", NET);
    text(folder, "NET.yml", NET);
  }

  /** The same letter in two forms of Unicode. */
  private static void forms(Path folder) throws IOException {
    text(folder, "\u00e9.yaml", NET);
    text(folder, "e\u0301.yaml", NET);
  }

  private static void files(Path folder) throws IOException {
    for (int i = 0; i < 60; i++) {
      text(folder, "n" + i + ".yaml", "[");
    }
  }
}
