package dev.convatlas.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;

/** Runs whole processes and takes what the operating system says of them. */
final class Stopwatch {
  private static final Path TIME = Path.of("/usr/bin/time");

  private final Path folder;

  /**
   * @param folder for what the processes print, one file overwritten by each
   */
  Stopwatch(Path folder) {
    this.folder = folder;
  }

  /**
   * A process that has ended.
   *
   * @param wall milliseconds from start to end
   * @param cpu milliseconds of all processors; 0 where GNU time is not installed, as memory is
   * @param memory the largest at any moment, in kB
   */
  record Run(long wall, long cpu, long memory) {}

  static long median(List<Run> runs, ToLongFunction<Run> figure) {
    return runs.stream().mapToLong(figure).sorted().skip(runs.size() / 2).findFirst().orElseThrow();
  }

  /**
   * @param environment added to that of this process
   * @throws IllegalStateException when the process fails; what it printed is in the message
   */
  Run run(Map<String, String> environment, List<String> command) {
    Path output = folder.resolve("output.txt");
    Path times = folder.resolve("times.txt");
    boolean timed = Files.isExecutable(TIME);
    List<String> all = new ArrayList<>();
    if (timed) {
      all.addAll(List.of(TIME.toString(), "-q", "-o", times.toString(), "-f", "%U %S %M"));
    }
    all.addAll(command);
    try {
      ProcessBuilder builder = new ProcessBuilder(all).redirectErrorStream(true);
      builder.redirectOutput(output.toFile()).environment().putAll(environment);
      long start = System.nanoTime();
      int code = builder.start().waitFor();
      long wall = (System.nanoTime() - start) / 1_000_000;
      if (code != 0) {
        throw new IllegalStateException(
            String.join(" ", command) + " ends with " + code + "\n" + Files.readString(output));
      }
      if (!timed) {
        return new Run(wall, 0, 0);
      }
      String[] said = Files.readString(times).strip().split(" ");
      double cpu = Double.parseDouble(said[0]) + Double.parseDouble(said[1]);
      return new Run(wall, Math.round(cpu * 1000), Long.parseLong(said[2]));
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(stopped);
    }
  }
}
