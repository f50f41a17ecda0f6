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
import java.util.function.Function;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * The same pages by other generators: of every model's page each table with its links, anchors and
 * styles, each explanation and each line of the definition, as data that is ready to print. So they
 * write what we write of a page, but neither read a definition nor compute a figure; and they leave
 * out all else of our site: data files, badges, cards, families, search and guide. Their stubs and
 * data are made beforehand.
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
    all.add(new Contender("convatlas build --no-charts, the whole site", line, ours));
    if (has("hugo")) {
      Path to = folder.resolve("hugo-site");
      all.add(
          new Contender(
              "hugo, pages of models alone, ready to print",
              List.of("hugo", "--quiet", "-s", hugo.toString(), "-d", to.toString()),
              to));
    }
    if (has("eleventy")) {
      Path to = eleventy.resolve("_site");
      all.add(
          new Contender(
              "eleventy, the same",
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
        List<Map<String, Object>> parts =
            html.select("main > section, .beside > section").stream()
                .map(Comparison::part)
                .toList();
        String json = new Gson().toJson(Map.of("parts", parts));
        String stub = "title: '" + title.replace("'", "''") + "'\n";
        Files.writeString(data.resolve(id + ".json"), json);
        Files.writeString(content.resolve(id + ".md"), "---\n" + stub + "---\n");
        Files.writeString(eleventy.resolve(id + ".11tydata.json"), json);
        Files.writeString(
            eleventy.resolve(id + ".njk"), "---\nlayout: model.njk\n" + stub + "---\n");
      }
    }
  }

  private static Map<String, Object> part(Element part) {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("id", part.id());
    data.put("title", part.select("h2").text());
    data.put("texts", part.select("> p").eachText());
    data.put("tables", all(part, "table", Comparison::table));
    data.put("whys", all(part, "article.why", Comparison::why));
    data.put("lines", all(part, "ol > li", Comparison::line));
    return data;
  }

  private static List<Map<String, Object>> all(
      Element of, String which, Function<Element, Map<String, Object>> data) {
    return of.select(which).stream().map(data).toList();
  }

  private static Map<String, Object> table(Element table) {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("caption", table.select("caption").text());
    data.put("heads", table.select("thead th").eachText());
    data.put("rows", all(table, "tbody tr, tfoot tr", Comparison::row));
    return data;
  }

  private static Map<String, Object> row(Element row) {
    return Map.of(
        "id", row.id(), "cells", row.children().stream().map(Comparison::linked).toList());
  }

  /** What an element shows, how, and where it leads. */
  private static Map<String, Object> linked(Element element) {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("text", element.text());
    data.put("href", element.select("a").attr("href"));
    data.put("style", element.className());
    return data;
  }

  private static Map<String, Object> why(Element why) {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("id", why.id());
    data.put("shapes", why.select("h3").text());
    data.put("given", why.select(".given").text());
    data.put("lines", all(why, "dt, dd", Comparison::term));
    data.put("uses", all(why, "li", Comparison::use));
    return data;
  }

  private static Map<String, Object> term(Element term) {
    return Map.of(
        "name", term.normalName(), "text", term.ownText(), "result", term.select("b").text());
  }

  private static Map<String, Object> use(Element use) {
    return Map.of("layers", all(use, "a", Comparison::linked), "field", use.select("span").text());
  }

  private static Map<String, Object> line(Element line) {
    return Map.of("id", line.id(), "number", line.select("a").text(), "code", code(line));
  }

  private static String code(Element line) {
    return line.select("code").isEmpty() ? "" : line.select("code").first().wholeText();
  }
}
