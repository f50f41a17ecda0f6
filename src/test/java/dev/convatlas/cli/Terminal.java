package dev.convatlas.cli;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;

/**
 * What a command printed and said.
 *
 * @param code its exit code
 * @param out what went to stdout
 * @param err what went to stderr
 */
public record Terminal(int code, String out, String err) {

  /** Runs a command in a folder, where nobody watches. */
  public static Terminal run(Path folder, String... args) {
    return run(folder, Map.of("LANG", "C.UTF-8"), false, args);
  }

  static Terminal run(
      Path folder, Map<String, String> environment, boolean watched, String... args) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Streams streams =
        new Streams(
            new PrintStream(out, false, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            folder,
            environment,
            watched);
    int code = Main.run(streams, args);
    streams.out().flush();
    return new Terminal(
        code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }
}
