package dev.convatlas.bench;

import com.google.gson.Gson;
import dev.convatlas.bench.Stopwatch.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * The same tables by other generators: every table of every model's page, ready to print, so that
 * they neither analyse nor compute, and write nothing of the pages but these. Their stubs and data
 * are made beforehand.
 */
final class Comparison {
  private static final Path SOURCES = Path.of("src", "bench");
  private static final int ROUNDS = 3;

  private final Path folder;
  private final Report report;
  private final Stopwatch stopwatch;

  /**
   * @param folder for all files
   */
  Comparison(Path folder, Report report, Stopwatch stopwatch) {
    this.folder = folder;
    this.report = report;
    this.stopwatch = stopwatch;
  }

  /** A program, where it writes, and how many bytes that were. */
  private record Contender(String name, List<String> command, Path output) {}

  /**
   * @param build our command but for the output folder
   * @param bare a site without charts
   * @param whole a site with charts
   */
  void run(List<String> build, Path bare, Path whole) throws IOException {
    Path hugo = Folder.copy(SOURCES.resolve("hugo"), folder.resolve("hugo"));
    Path eleventy = Folder.copy(SOURCES.resolve("eleventy"), folder.resolve("eleventy"));
    export(bare, hugo, eleventy);
    Path ours = folder.resolve("ours");
    List<String> line = new ArrayList<>(build);
    line.addAll(List.of("--no-charts", "-o", ours.toString()));
    List<Contender> all = new ArrayList<>();
    all.add(new Contender("convatlas build --no-charts", line, ours));
    if (has("hugo")) {
      Path to = folder.resolve("hugo-site");
      all.add(
          new Contender(
              "hugo, the tables alone",
              List.of("hugo", "--quiet", "-s", hugo.toString(), "-d", to.toString()),
              to));
    }
    if (has("eleventy")) {
      Path to = eleventy.resolve("_site");
      all.add(
          new Contender(
              "eleventy, the tables alone",
              List.of("sh", "-c", "cd " + eleventy + " && exec eleventy --quiet"),
              to));
    }
    Path copy = folder.resolve("copy");
    all.add(
        new Contender(
            "cp -r of the site with charts, sync",
            List.of("sh", "-c", "cp -r " + whole + " " + copy + " && sync"),
            copy));
    report.table("Other programs, in turns", "program", "wall, s", "CPU, s", "MB written");
    Map<String, List<Run>> runs = new LinkedHashMap<>();
    Map<String, Long> written = new LinkedHashMap<>();
    for (int i = 0; i < ROUNDS; i++) {
      for (Contender one : all) {
        Folder.delete(one.output());
        runs.computeIfAbsent(one.name(), name -> new ArrayList<>())
            .add(stopwatch.run(Map.of(), one.command()));
        written.put(one.name(), Folder.weight(one.output()).bytes());
      }
    }
    for (Contender one : all) {
      report.row(
          one.name(),
          Report.seconds(Stopwatch.median(runs.get(one.name()), Run::wall)),
          Report.seconds(Stopwatch.median(runs.get(one.name()), Run::cpu)),
          Long.toString(written.get(one.name()) / 1_000_000));
    }
    for (String missing : List.of("hugo", "eleventy")) {
      if (!has(missing)) {
        report.row(missing, "not installed", "", "");
      }
    }
  }

  private static boolean has(String program) {
    return Stream.of(System.getenv("PATH").split(java.io.File.pathSeparator))
        .anyMatch(path -> Files.isExecutable(Path.of(path, program)));
  }

  /** Of each model a file of data and a stub. */
  private static void export(Path site, Path hugo, Path eleventy) throws IOException {
    Path data = Files.createDirectories(hugo.resolve("data/models"));
    Path content = Files.createDirectories(hugo.resolve("content"));
    try (Stream<Path> pages = Files.list(site.resolve("models"))) {
      for (Path page : pages.toList()) {
        String id = page.getFileName().toString().replace(".html", "");
        Document html = Jsoup.parse(page.toFile());
        String title = html.select("h1").text();
        List<Map<String, Object>> tables =
            html.select("table").stream().map(Comparison::table).toList();
        String json = new Gson().toJson(Map.of("tables", tables));
        String stub = "title: '" + title.replace("'", "''") + "'\n";
        Files.writeString(data.resolve(id + ".json"), json);
        Files.writeString(content.resolve(id + ".md"), "---\n" + stub + "---\n");
        Files.writeString(eleventy.resolve(id + ".11tydata.json"), json);
        Files.writeString(
            eleventy.resolve(id + ".njk"), "---\nlayout: model.njk\n" + stub + "---\n");
      }
    }
  }

  private static Map<String, Object> table(Element table) {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("caption", table.select("caption").text());
    data.put("heads", table.select("thead th").eachText());
    data.put(
        "rows",
        table.select("tbody tr, tfoot tr").stream()
            .map(row -> row.children().stream().map(Element::text).toList())
            .toList());
    return data;
  }
}
