package dev.convatlas.bench;

import dev.convatlas.bench.Stopwatch.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;

/** Whole processes, as somebody at a terminal waits for them. */
final class Programs {
  private static final Path LAUNCHER = Path.of("convatlas").toAbsolutePath();

  /** What 10,000 models must be content with. */
  private static final Map<String, String> HEAP = Map.of("CONVATLAS_JAVA_OPTS", "-Xmx512m");

  private static final int PAIRS = 9;

  private final Path folder;
  private final Report report;
  private final Stopwatch stopwatch;

  Programs(Path folder, Report report) {
    this.folder = folder.toAbsolutePath();
    this.report = report;
    this.stopwatch = new Stopwatch(this.folder);
  }

  /**
   * @param sizes of catalogs, in models
   */
  void run(List<Integer> sizes) throws IOException {
    commands();
    builds(sizes);
  }

  /** In turns with the least of all programs, so that a slow minute of the machine hits both. */
  private void commands() throws IOException {
    List<String> hello = new ArrayList<>(List.of("java", "-Xshare:auto", "-XX:+UseSerialGC"));
    hello.addAll(List.of("-XX:TieredStopAtLevel=1", "-cp", "target/test-classes"));
    hello.add(Hello.class.getName());
    report.table("Commands against hello on the same JVM", "command", "ms", "hello, ms", "ratio");
    for (String command : List.of("check sample-models", "show resnet50")) {
      List<String> line = new ArrayList<>(List.of(LAUNCHER.toString()));
      line.addAll(List.of(command.split(" ")));
      stopwatch.run(Map.of(), line); // makes the archive of classes when it is missing
      List<Run> ours = new ArrayList<>();
      List<Run> least = new ArrayList<>();
      for (int i = 0; i < PAIRS; i++) {
        least.add(stopwatch.run(Map.of(), hello));
        ours.add(stopwatch.run(Map.of(), line));
      }
      double ratio = (double) median(ours, Run::wall) / median(least, Run::wall);
      report.row(
          command,
          Long.toString(median(ours, Run::wall)),
          Long.toString(median(least, Run::wall)),
          String.format(Locale.ROOT, "%.1f", ratio));
    }
  }

  private void builds(List<Integer> sizes) throws IOException {
    report.table(
        "Synthetic catalogs, one language, heap of 512 MB",
        "models",
        "site",
        "wall, s",
        "CPU, s",
        "ms CPU per model",
        "peak memory, MB",
        "site, MB",
        "kB per model",
        "files");
    for (int models : sizes) {
      Path catalog = folder.resolve("catalog-" + models);
      Path site = folder.resolve("site-" + models);
      delete(catalog);
      new SyntheticCatalog(Path.of("sample-models")).write(catalog, models);
      for (String option : List.of("--no-charts", "")) {
        delete(site);
        List<String> line =
            new ArrayList<>(List.of(LAUNCHER.toString(), "build", "-q", "--no-cache"));
        line.addAll(List.of(catalog.toString(), "-o", site.toString()));
        if (!option.isEmpty()) {
          line.add(option);
        }
        Run run = stopwatch.run(HEAP, line);
        Weight weight = weight(site);
        report.row(
            Integer.toString(models),
            option.isEmpty() ? "whole" : option,
            seconds(run.wall()),
            seconds(run.cpu()),
            Long.toString(run.cpu() / models),
            Long.toString(run.memory() / 1024),
            Long.toString(weight.bytes() / 1_000_000),
            Long.toString(weight.bytes() / models / 1000),
            Long.toString(weight.files()));
      }
    }
  }

  private record Weight(long bytes, long files) {}

  private static Weight weight(Path site) throws IOException {
    long bytes = 0;
    long files = 0;
    try (Stream<Path> all = Files.walk(site)) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        bytes += Files.size(file);
        files++;
      }
    }
    return new Weight(bytes, files);
  }

  private static void delete(Path folder) throws IOException {
    if (Files.exists(folder)) {
      try (Stream<Path> all = Files.walk(folder)) {
        for (Path path : all.sorted((a, b) -> b.compareTo(a)).toList()) {
          Files.delete(path);
        }
      }
    }
  }

  private static long median(List<Run> runs, ToLongFunction<Run> figure) {
    return runs.stream().mapToLong(figure).sorted().skip(runs.size() / 2).findFirst().orElseThrow();
  }

  private static String seconds(long milliseconds) {
    return String.format(Locale.ROOT, "%.1f", milliseconds / 1000.0);
  }
}
