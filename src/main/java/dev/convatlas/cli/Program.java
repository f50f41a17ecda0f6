package dev.convatlas.cli;

import dev.convatlas.source.Digest;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** This program, as a part of what a site follows from. */
final class Program {
  private Program() {}

  /** The version of the jar; empty for a build that is not packed. */
  static Optional<String> version() {
    return Optional.ofNullable(Program.class.getPackage().getImplementationVersion());
  }

  /**
   * A digest of the program's code, messages, templates and libraries and of the Java that runs it;
   * empty where they cannot be found. Not the version: that stays the same while a program is
   * written.
   */
  static Optional<String> digest() {
    CodeSource source = Program.class.getProtectionDomain().getCodeSource();
    if (source == null || source.getLocation() == null) {
      return Optional.empty();
    }
    try {
      Path place = Path.of(source.getLocation().toURI());
      Digest digest = new Digest().with(Runtime.version().toString());
      if (Files.isRegularFile(place)) {
        // The jar names its libraries, whose names have their versions.
        return Optional.of(digest.with(Files.readAllBytes(place)).hex());
      }
      digest.with(System.getProperty("java.class.path", ""));
      try (Stream<Path> files = Files.walk(place)) {
        List<Path> sorted = files.filter(Files::isRegularFile).sorted().toList();
        for (Path file : sorted) {
          digest.with(place.relativize(file).toString()).with(Files.readAllBytes(file));
        }
      }
      return Optional.of(digest.hex());
    } catch (IOException | URISyntaxException | IllegalArgumentException unknown) {
      return Optional.empty();
    }
  }
}
