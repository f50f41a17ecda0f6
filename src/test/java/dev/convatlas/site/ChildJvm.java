package dev.convatlas.site;

import dev.convatlas.source.Message;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Starts {@link PublisherProcess} as a process of its own. */
final class ChildJvm {
  private final String classPath;

  private ChildJvm(String classPath) {
    this.classPath = classPath;
  }

  /** How a process ended. */
  record End(int code, String output) {}

  /** Copies what the process needs to where every user of the machine can read it. */
  static ChildJvm in(Path folder) throws IOException {
    Path classes = Files.createDirectory(folder.resolve("classes"));
    List<String> path = new ArrayList<>();
    for (Class<?> some : List.of(Publisher.class, PublisherProcess.class)) {
      Path from = place(some);
      Path to = classes.resolve(Integer.toString(path.size()));
      if (Files.isDirectory(from)) {
        for (Package one : List.of(Publisher.class.getPackage(), Message.class.getPackage())) {
          copy(from, to, one.getName().replace('.', '/'));
        }
      } else {
        Files.copy(from, to);
      }
      path.add(to.toString());
    }
    try (Stream<Path> all = Files.walk(classes)) {
      for (Path one : all.toList()) {
        Files.setPosixFilePermissions(
            one,
            PosixFilePermissions.fromString(Files.isDirectory(one) ? "rwxr-xr-x" : "rw-r--r--"));
      }
    }
    return new ChildJvm(String.join(File.pathSeparator, path));
  }

  /** The folder or the jar that a class comes from. */
  private static Path place(Class<?> some) {
    try {
      return Path.of(some.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static void copy(Path from, Path to, String folder) throws IOException {
    if (!Files.isDirectory(from.resolve(folder))) {
      return;
    }
    Files.createDirectories(to.resolve(folder));
    try (Stream<Path> all = Files.list(from.resolve(folder))) {
      for (Path one : all.filter(Files::isRegularFile).toList()) {
        Files.copy(one, to.resolve(folder).resolve(one.getFileName()));
      }
    }
  }

  /** Runs it to its end. */
  End run(List<String> before, Object... arguments) throws IOException, InterruptedException {
    Process process = start(before, arguments);
    String output;
    try (BufferedReader reader = process.inputReader(StandardCharsets.UTF_8)) {
      output = String.join("\n", reader.lines().toList());
    }
    ended(process);
    return new End(process.exitValue(), output);
  }

  /**
   * Starts it and returns when it waits.
   *
   * @throws IllegalStateException when it ends instead
   */
  Process untilItWaits(Object... arguments) throws IOException {
    Process process = start(List.of(), arguments);
    String line = process.inputReader(StandardCharsets.UTF_8).readLine();
    if (!"waiting".equals(line)) {
      process.destroyForcibly();
      throw new IllegalStateException("instead of waiting: " + line);
    }
    return process;
  }

  /** Ends a process as the system does when memory runs out: with SIGKILL. */
  static void kill(Process process) throws InterruptedException {
    process.destroyForcibly();
    ended(process);
  }

  private static void ended(Process process) throws InterruptedException {
    if (!process.waitFor(2, TimeUnit.MINUTES)) {
      process.destroyForcibly();
      throw new IllegalStateException("did not end");
    }
  }

  private Process start(List<String> before, Object... arguments) {
    List<String> command = new ArrayList<>(before);
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-cp"));
    command.add(classPath);
    command.add(PublisherProcess.class.getName());
    Stream.of(arguments).map(Object::toString).forEach(command::add);
    try {
      return new ProcessBuilder(command).redirectErrorStream(true).start();
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
