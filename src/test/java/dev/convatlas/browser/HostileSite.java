package dev.convatlas.browser;

import static org.assertj.core.api.Assertions.assertThat;

import dev.convatlas.cli.Main;
import dev.convatlas.hostile.Corpus;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a catalog of everything in the hostile corpus that is not refused becomes, built by a
 * process with little memory.
 */
record HostileSite(Path folder) {
  /** Its settings and models are those of the whole. */
  private static final String SETTINGS = "settings-script";

  static HostileSite built(Path folder) throws IOException, InterruptedException {
    Path models = Files.createDirectory(folder.resolve("models"));
    Path parts = Files.createDirectory(folder.resolve("parts"));
    for (Corpus.Case each : Corpus.cases().values()) {
      if (each.isBuilt()) {
        Path part = Files.createDirectory(parts.resolve(each.name()));
        each.maker().make(part);
        add(each.name(), part, models);
      }
    }
    // Who clears up after the test need not meet the links and pipes.
    clear(parts);
    Path site = folder.resolve("site");
    Process build =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-Djava.awt.headless=true",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName(),
                "build",
                "--no-cache",
                models.toString(),
                "-o",
                site.toString())
            .redirectErrorStream(true)
            .start();
    String said = new String(build.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(build.waitFor()).as(said).isZero();
    return new HostileSite(site);
  }

  /** Its definitions under names that no other has. */
  private static void add(String name, Path part, Path models) throws IOException {
    try (Stream<Path> files = Files.walk(part)) {
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        String own = file.getFileName().toString();
        boolean settings = own.equals("catalog.yaml");
        boolean alone = own.equals(name + ".yaml") || name.equals(SETTINGS);
        boolean wanted = own.endsWith(".yaml") && (!settings || name.equals(SETTINGS));
        boolean apart = Files.isSymbolicLink(file) || isHidden(part.relativize(file));
        // What includes others finds them only where it was.
        if (wanted && !apart && !Files.readString(file).contains("include:")) {
          Files.copy(file, models.resolve(alone ? own : name + "-" + own));
        }
      }
    }
  }

  private static boolean isHidden(Path path) {
    for (Path part : path) {
      if (part.toString().startsWith(".")) {
        return true;
      }
    }
    return false;
  }

  private static void clear(Path parts) throws IOException {
    try (Stream<Path> files = Files.walk(parts)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  /** Addresses of its pages. */
  List<String> pages() throws IOException {
    List<String> pages = new ArrayList<>();
    try (Stream<Path> files = Files.walk(folder)) {
      files
          .filter(file -> file.toString().endsWith(".html") && Files.isRegularFile(file))
          .map(file -> folder.relativize(file).toString())
          .sorted()
          .forEach(pages::add);
    }
    return pages;
  }
}
