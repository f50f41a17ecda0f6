package dev.convatlas.bench;

import dev.convatlas.bench.Stopwatch.Run;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Whole processes, as somebody at a terminal waits for them. */
final class Programs {
  private static final Path LAUNCHER = Path.of("convatlas").toAbsolutePath();

  /** What 10,000 models must be content with. */
  private static final Map<String, String> HEAP = Map.of("CONVATLAS_JAVA_OPTS", "-Xmx512m");

  private static final int PAIRS = 9;

  /** The size of the catalog that other programs make pages of, too. */
  private static final int COMPARED = 1000;

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
    if (sizes.contains(COMPARED)) {
      Serving.run(LAUNCHER, catalog(COMPARED), report);
      new Comparison(folder, report, stopwatch)
          .run(build(catalog(COMPARED)), site(COMPARED, "--no-charts"), site(COMPARED, ""));
    }
  }

  private Path catalog(int models) {
    return folder.resolve("catalog-" + models);
  }

  private Path site(int models, String option) {
    return folder.resolve("site-" + models + option);
  }

  private static List<String> build(Path catalog) {
    return List.of(LAUNCHER.toString(), "build", "-q", "--no-cache", catalog.toString());
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
      double ratio =
          (double) Stopwatch.median(ours, Run::wall) / Stopwatch.median(least, Run::wall);
      report.row(
          command,
          Long.toString(Stopwatch.median(ours, Run::wall)),
          Long.toString(Stopwatch.median(least, Run::wall)),
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
      Path catalog = catalog(models);
      Folder.delete(catalog);
      new SyntheticCatalog(Path.of("sample-models")).write(catalog, models);
      for (String option : List.of("--no-charts", "")) {
        Path site = site(models, option);
        Folder.delete(site);
        List<String> line = new ArrayList<>(build(catalog));
        line.addAll(List.of("-o", site.toString()));
        if (!option.isEmpty()) {
          line.add(option);
        }
        Run run = stopwatch.run(HEAP, line);
        Folder.Weight weight = Folder.weight(site);
        report.row(
            Integer.toString(models),
            option.isEmpty() ? "whole" : option,
            Report.seconds(run.wall()),
            Report.seconds(run.cpu()),
            Long.toString(run.cpu() / models),
            Long.toString(run.memory() / 1024),
            Long.toString(weight.bytes() / 1_000_000),
            Long.toString(weight.bytes() / models / 1000),
            Long.toString(weight.files()));
      }
    }
  }
}
