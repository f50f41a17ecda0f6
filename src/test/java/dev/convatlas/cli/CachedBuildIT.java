package dev.convatlas.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A build takes from the cache what is the same, and its result never tells. */
class CachedBuildIT {
  private static final Pattern CACHED = Pattern.compile("(\\d+) models? (?:or|and) .* (\\d+) made");

  @TempDir private Path folder;
  private int builds;

  @BeforeEach
  void aCatalogOfTwoFamilies() {
    write("models/catalog.yaml", "title: Atlas\nlanguage: [en, zh]\n");
    write(
        "models/blocks/common.yaml",
        """
        blocks:
          unit:
            args: {channels: required}
            layers:
              - conv2d: {out_channels: "${channels}", kernel_size: 3, padding: 1}
              - relu
        """);
    model("a1", "A", 4);
    model("a2", "A", 8);
    model("a3", "A", 16);
    model("b1", "B", 64);
    model("b2", "B", 128);
  }

  private void model(String id, String family, int channels) {
    write(
        "models/" + id + ".yaml",
        """
        include: blocks/common.yaml
        family: %s
        title: Model %s
        task: test
        input: [3, 8, 8]
        layers:
          - unit: {channels: %d}
          - unit: {channels: %d}
        """
            .replaceFirst("%s", family)
            .replaceFirst("%s", id)
            .replaceFirst("%d", Integer.toString(channels))
            .replaceFirst("%d", Integer.toString(channels)));
  }

  private void write(String path, String text) {
    try {
      Path file = folder.resolve(path);
      Files.createDirectories(file.getParent());
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void replace(String path, String old, String young) throws IOException {
    String text = Files.readString(folder.resolve(path));
    assertThat(text).contains(old);
    write(path, text.replace(old, young));
  }

  /** What a build found and what it made, and its files. */
  private record Built(int found, int made, Map<String, String> files) {}

  private Built build(String... more) {
    String site = "site-" + builds++;
    String[] arguments =
        Stream.concat(Stream.of("build", "models", "-v", "-o", site), Stream.of(more))
            .toArray(String[]::new);
    Terminal said = Terminal.run(folder, arguments);
    assertThat(said.code()).as(said.err()).isZero();
    Matcher cached = CACHED.matcher(said.err());
    assertThat(cached.find()).as(said.err()).isTrue();
    return new Built(
        Integer.parseInt(cached.group(1)),
        Integer.parseInt(cached.group(2)),
        read(folder.resolve(site)));
  }

  private static Map<String, String> read(Path site) {
    Map<String, String> files = new TreeMap<>();
    try (Stream<Path> all = Files.walk(site)) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        files.put(site.relativize(file).toString(), Files.readString(file));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return files;
  }

  private Built cached() {
    return build("--cache", "cache");
  }

  /** Builds with the cache and without one, and gives what the first had to make. */
  private int made() {
    Built cached = cached();
    assertThat(cached.files()).isEqualTo(build("--no-cache").files());
    assertThat(cached.found() + cached.made()).isEqualTo(7);
    return cached.made();
  }

  @Test
  void anEmptyAndAFullCacheGiveTheSame() {
    assertThat(made()).isEqualTo(7);
    assertThat(made()).isZero();
  }

  @Test
  void onlyWhatPrintsSomethingElseIsMadeAnew() throws IOException {
    made();
    replace("models/a2.yaml", "channels: 8", "channels: 9");
    assertThat(made()).as("a model and its family").isEqualTo(2);
    replace("models/b1.yaml", "title: Model b1", "title: Renamed");
    assertThat(made()).as("also those that name it: all are near each other").isEqualTo(6);
    write("models/notes.yaml", "blocks: {}\n");
    assertThat(made()).as("a file that defines no model").isZero();
    replace("models/blocks/common.yaml", "padding: 1", "padding: 2");
    assertThat(made()).as("what all include").isEqualTo(7);
    replace("models/catalog.yaml", "title: Atlas", "title: Other");
    assertThat(made()).as("the title that stands on every page").isEqualTo(7);
    write("models/templates/family.html", "<p>ours</p>");
    assertThat(made()).as("templates").isEqualTo(7);
    Files.delete(folder.resolve("models/a1.yaml"));
    Built cached = cached();
    assertThat(cached.files()).isEqualTo(build("--no-cache").files());
    assertThat(cached.files()).doesNotContainKey("models/a1.html");
  }

  @Test
  void aModelThatComesBetweenTwoOthersIsOnTheirPages() {
    made();
    model("a21", "A", 10);
    Built cached = cached();
    assertThat(cached.files()).isEqualTo(build("--no-cache").files());
    assertThat(cached.files().get("models/a2.html")).contains("a21.html");
    assertThat(cached.files().get("models/a3.html")).contains("a21.html");
  }

  @Test
  void aDamagedCacheIsNoticed() throws IOException {
    Built first = cached();
    try (Stream<Path> all = Files.walk(folder.resolve("cache/v1"))) {
      for (Path entry : all.filter(Files::isRegularFile).toList()) {
        byte[] bytes = Files.readAllBytes(entry);
        bytes[bytes.length / 2]++;
        Files.write(entry, bytes);
      }
    }
    Built second = cached();
    assertThat(second.made()).isEqualTo(7);
    assertThat(second.files()).isEqualTo(first.files());
    assertThat(cached().made()).isZero();
  }

  @Test
  void whereTheCacheIs() {
    assertThat(CacheOptions.usual(Map.of("HOME", "/h"))).contains(Path.of("/h/.cache/convatlas"));
    assertThat(CacheOptions.usual(Map.of("HOME", "/h", "XDG_CACHE_HOME", "/x")))
        .contains(Path.of("/x/convatlas"));
    assertThat(CacheOptions.usual(Map.of("HOME", "", "XDG_CACHE_HOME", "relative"))).isEmpty();
    Terminal inside =
        Terminal.run(folder, "build", "models", "-o", "site", "--cache", "site/cache");
    assertThat(inside.code()).isEqualTo(2);
    assertThat(inside.err()).contains("site/cache");
    assertThat(folder.resolve("site")).doesNotExist();
  }

  @Test
  void aSiteInsideTheModelsIsNoDefinition() throws IOException {
    Set<Integer> codes = new HashSet<>();
    for (int i = 0; i < 2; i++) {
      codes.add(Terminal.run(folder, "build", "models", "-o", "models/site").code());
      write("models/site/data/stranger.yaml", "layers: [nothing]");
    }
    assertThat(codes).containsExactly(0);
    assertThat(Terminal.run(folder, "check", "models").code()).isZero();
    for (String harmful : new String[] {"models/templates", "models/blocks", "models"}) {
      write("models/templates/search.html", "<p>ours</p>");
      Terminal said = Terminal.run(folder, "build", "models", "--adopt", "-o", harmful);
      assertThat(said.code()).as(said.err()).isEqualTo(4);
    }
    assertThat(Files.readString(folder.resolve("models/templates/search.html")))
        .isEqualTo("<p>ours</p>");
  }
}
