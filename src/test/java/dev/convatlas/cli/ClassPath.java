package dev.convatlas.cli;

import java.io.File;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the tests run on, for processes of their own. */
final class ClassPath {
  private ClassPath() {}

  /** Its parts may be named relative to the folder of the project. */
  static String absolute() {
    return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator, -1))
        .map(part -> Path.of(part).toAbsolutePath().toString())
        .collect(Collectors.joining(File.pathSeparator));
  }
}
