package dev.convatlas.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A model's page while somebody writes the model: from the saved file to the new page. */
final class Serving {
  private static final String FILE = "resnet_1.yaml";
  private static final String PAGE = "models/resnet50_1.html";
  private static final Pattern CLASSES = Pattern.compile("out_features: (\\d+)");
  private static final Pattern VERSION = Pattern.compile("data-version=\"([0-9a-f]*)\"");
  private static final int SAVES = 20;

  /** Saves that come before are those of a program that has just started. */
  private static final int COLD = 10;

  private final HttpClient client = HttpClient.newHttpClient();
  private final Path file;
  private final Process process;
  private final String root;

  private Serving(Path catalog, Process process, String root) {
    this.file = catalog.resolve(FILE);
    this.process = process;
    this.root = root;
  }

  /** Milliseconds: on the clock, and of all processors. */
  private record Spent(long wall, long cpu) {}

  static void run(Path launcher, Path catalog, Report report) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(
            launcher.toString(), "serve", "-q", "--no-cache", "--port", "0", catalog.toString());
    long start = System.nanoTime();
    Process process = builder.redirectError(ProcessBuilder.Redirect.DISCARD).start();
    try (BufferedReader said =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      Serving serving = new Serving(catalog, process, said.readLine().strip());
      report.table("serve, one variant of 1,000 models is changed", "what", "wall, ms", "CPU, ms");
      row(report, "until it serves", new Spent(since(start), serving.cpu()));
      row(report, "the page for the first time", serving.spent(serving::page));
      List<Spent> saves = new ArrayList<>();
      for (int i = 0; i < SAVES; i++) {
        saves.add(serving.save());
      }
      row(report, "a save to the new page, median of all", median(saves));
      List<Spent> warm = saves.subList(COLD, SAVES);
      row(report, "the same, the first " + COLD + " left out", median(warm));
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(stopped);
    } finally {
      process.destroy();
    }
  }

  private static void row(Report report, String what, Spent spent) throws IOException {
    report.row(what, Long.toString(spent.wall()), Long.toString(spent.cpu()));
  }

  private static Spent median(List<Spent> all) {
    return new Spent(
        all.stream().mapToLong(Spent::wall).sorted().skip(all.size() / 2).findFirst().orElseThrow(),
        all.stream().mapToLong(Spent::cpu).sorted().skip(all.size() / 2).findFirst().orElseThrow());
  }

  private static long since(long start) {
    return (System.nanoTime() - start) / 1_000_000;
  }

  private long cpu() {
    return process.toHandle().info().totalCpuDuration().orElseThrow().toMillis();
  }

  /** Something that takes time. */
  private interface Doing {
    Object run() throws IOException, InterruptedException;
  }

  private Spent spent(Doing doing) throws IOException, InterruptedException {
    long cpu = cpu();
    long start = System.nanoTime();
    doing.run();
    return new Spent(since(start), cpu() - cpu);
  }

  private String page() throws IOException, InterruptedException {
    HttpRequest request = HttpRequest.newBuilder(URI.create(root + PAGE)).build();
    return client.send(request, BodyHandlers.ofString()).body();
  }

  /** From a saved file to the page that a browser has loaded again. */
  private Spent save() throws IOException, InterruptedException {
    Matcher version = VERSION.matcher(page());
    if (!version.find()) {
      throw new IllegalStateException("the page has no version");
    }
    String events = root + ".convatlas/events?page=" + PAGE + "&version=" + version.group(1);
    HttpRequest request = HttpRequest.newBuilder(URI.create(events)).build();
    try (InputStream stream = client.send(request, BodyHandlers.ofInputStream()).body()) {
      Thread.sleep(500); // Nothing is under way any more.
      return spent(
          () -> {
            write();
            int told = stream.read();
            return told < 0 ? "" : page();
          });
    }
  }

  /** The file with another number of classes, in one step as editors save it. */
  private void write() throws IOException {
    String text = Files.readString(file);
    Matcher classes = CLASSES.matcher(text);
    if (!classes.find()) {
      throw new IllegalStateException(FILE + " has no number of classes");
    }
    long more = Long.parseLong(classes.group(1)) + 1;
    Path written = file.resolveSibling("." + FILE + "~");
    Files.writeString(written, classes.replaceFirst("out_features: " + more));
    Files.move(written, file, StandardCopyOption.REPLACE_EXISTING);
  }
}
