package dev.convatlas.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** What benchmarks do with whole folders. */
final class Folder {
  private Folder() {}

  record Weight(long bytes, long files) {}

  static Weight weight(Path folder) throws IOException {
    long bytes = 0;
    long files = 0;
    for (Path file : all(folder)) {
      if (Files.isRegularFile(file)) {
        bytes += Files.size(file);
        files++;
      }
    }
    return new Weight(bytes, files);
  }

  static void delete(Path folder) throws IOException {
    if (Files.exists(folder)) {
      for (Path path : all(folder).stream().sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }

  /** A fresh copy. */
  static Path copy(Path from, Path to) throws IOException {
    delete(to);
    for (Path path : all(from)) {
      Files.copy(path, to.resolve(from.relativize(path).toString()));
    }
    return to;
  }

  private static List<Path> all(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.toList();
    }
  }
}
