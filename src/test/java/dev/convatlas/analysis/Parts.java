package dev.convatlas.analysis;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A data file: a remark on where its figures come from, then parts under headings. */
public final class Parts {

  /**
   * @param heading without {@code ===}
   */
  public record Part(String heading, String text) {

    public List<String> lines() {
      return text.lines().toList();
    }
  }

  private Parts() {}

  public static List<Part> read(Path file) {
    List<Part> parts = new ArrayList<>();
    String[] sections = text(file).split("(?m)^=== ", -1);
    for (int i = 1; i < sections.length; i++) {
      int end = sections[i].indexOf('\n');
      parts.add(new Part(sections[i].substring(0, end), sections[i].substring(end + 1)));
    }
    return parts;
  }

  /** The only part of that heading. */
  public static Part part(List<Part> parts, String heading) {
    return parts.stream().filter(part -> part.heading().equals(heading)).findFirst().orElseThrow();
  }

  public static List<Path> files(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files.sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
