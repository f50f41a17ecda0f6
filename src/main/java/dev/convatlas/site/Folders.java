package dev.convatlas.site;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** Looking at folders without following links. */
final class Folders {
  private Folders() {}

  /** What is in a folder, in the order of the names. */
  static List<Path> list(Path folder) throws IOException {
    List<Path> entries = new ArrayList<>();
    try (DirectoryStream<Path> stream = Files.newDirectoryStream(folder)) {
      stream.forEach(entries::add);
    } catch (DirectoryIteratorException broken) {
      throw broken.getCause();
    }
    Collections.sort(entries);
    return entries;
  }

  static BasicFileAttributes attributes(Path entry) throws IOException {
    return Files.readAttributes(entry, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
  }

  /** Whether a path leads through folders only, none of them a link. */
  static boolean isPlain(Path root, String path) {
    Path folder = root;
    String[] parts = path.split("/", -1);
    for (int i = 0; i < parts.length - 1; i++) {
      folder = folder.resolve(parts[i]);
      if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
        return false;
      }
    }
    return true;
  }

  /** The first thing in a folder, by name, that is no folder and not hidden. */
  static Optional<Path> firstFile(Path folder) throws IOException {
    for (Path entry : list(folder)) {
      if (entry.getFileName().toString().startsWith(".")) {
        continue;
      }
      if (!Files.isDirectory(entry, LinkOption.NOFOLLOW_LINKS)) {
        return Optional.of(entry);
      }
      Optional<Path> inside = firstFile(entry);
      if (inside.isPresent()) {
        return inside;
      }
    }
    return Optional.empty();
  }
}
