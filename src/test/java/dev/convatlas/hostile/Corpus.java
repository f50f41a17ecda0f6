package dev.convatlas.hostile;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Definitions and catalogs that try to harm: {@code files/CASE.yaml}, each alone in a catalog;
 * {@code catalogs/CASE/}; and in {@link Made} those that no repository should hold. Beside each
 * stands, word for word, what it gets: {@code CASE.txt}.
 */
public final class Corpus {
  public static final Path ROOT = Path.of("src/test/resources/hostile");

  private Corpus() {}

  /**
   * One of them.
   *
   * @param expected the file that says what it gets
   */
  public record Case(String name, Path expected, Maker maker) {

    /** Whether a site comes of it. */
    public boolean isBuilt() {
      try {
        return !Files.readString(expected).contains("error: ");
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /** Lays a catalog into an empty folder. */
  @FunctionalInterface
  public interface Maker {
    void make(Path folder) throws IOException;
  }

  /** All of them by name. */
  public static Map<String, Case> cases() throws IOException {
    Map<String, Case> cases = new TreeMap<>();
    for (Path file : list("files")) {
      String name = file.getFileName().toString();
      if (name.endsWith(".yaml")) {
        add(
            cases,
            "files",
            name.replace(".yaml", ""),
            folder -> Files.copy(file, folder.resolve(name)));
      }
    }
    for (Path folder : list("catalogs")) {
      if (Files.isDirectory(folder)) {
        add(cases, "catalogs", folder.getFileName().toString(), to -> copy(folder, to));
      }
    }
    Made.ALL.forEach((name, maker) -> add(cases, "made", name, maker));
    return cases;
  }

  private static void add(Map<String, Case> cases, String part, String name, Maker maker) {
    Path expected = ROOT.resolve(part).resolve(name + ".txt");
    if (cases.put(name, new Case(name, expected, maker)) != null) {
      throw new IllegalStateException("two cases are called " + name);
    }
  }

  /** The files that say what a case gets. */
  public static List<Path> texts() throws IOException {
    List<Path> texts = new ArrayList<>();
    for (String part : List.of("files", "catalogs", "made")) {
      list(part).stream().filter(file -> file.toString().endsWith(".txt")).forEach(texts::add);
    }
    return texts;
  }

  private static List<Path> list(String part) throws IOException {
    try (Stream<Path> files = Files.list(ROOT.resolve(part))) {
      return files.sorted().toList();
    }
  }

  private static void copy(Path from, Path to) throws IOException {
    Files.walkFileTree(
        from,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes)
              throws IOException {
            Files.createDirectories(to.resolve(from.relativize(folder)));
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.copy(file, to.resolve(from.relativize(file)));
            return FileVisitResult.CONTINUE;
          }
        });
  }
}
