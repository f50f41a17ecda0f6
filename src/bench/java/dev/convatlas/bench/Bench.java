package dev.convatlas.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.results.format.ResultFormatType;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/** All benchmarks; results as Markdown on the terminal and in {@code target/bench}. */
final class Bench {
  private static final Path FOLDER = Path.of("target", "bench");

  private Bench() {}

  /**
   * @param args what to measure, {@code parts}, {@code programs} or both with a comma between; and
   *     the sizes of the catalogs to build
   */
  public static void main(String[] args) throws IOException, RunnerException {
    Files.createDirectories(FOLDER);
    Report report = new Report(FOLDER.resolve("report.md"));
    List<String> what = List.of(args[0].split(","));
    if (what.contains("programs")) {
      List<Integer> sizes = Stream.of(args[1].split(",")).map(Integer::valueOf).toList();
      new Programs(FOLDER, report).run(sizes);
    }
    if (what.contains("parts")) {
      report.table("Parts, warm", "part", "ms", "±");
      String json = FOLDER.resolve("parts.json").toString();
      for (RunResult result :
          new Runner(
                  new OptionsBuilder()
                      .include(Parts.class.getName())
                      .result(json)
                      .resultFormat(ResultFormatType.JSON)
                      .build())
              .run()) {
        double error = result.getPrimaryResult().getScoreError();
        report.row(
            result.getPrimaryResult().getLabel(),
            number(result.getPrimaryResult().getScore()),
            number(error));
      }
    }
    System.out.println(report);
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.3g", value);
  }
}
