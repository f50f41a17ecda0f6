package dev.convatlas.cli;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Map;

/**
 * Everything that a command takes from the outside.
 *
 * @param out for results
 * @param err for everything else
 * @param folder the current one
 * @param environment variables by name
 * @param terminal whether somebody watches {@code err}
 */
record Streams(
    PrintStream out,
    PrintStream err,
    Path folder,
    Map<String, String> environment,
    boolean terminal) {

  Streams {
    environment = Map.copyOf(environment);
  }

  Path resolve(Path path) {
    return folder.resolve(path).normalize();
  }
}
