package dev.convatlas.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The contract of the output folder, without faults. */
class PublisherTest {
  @TempDir Path folder;
  private Path site;

  @BeforeEach
  void place() {
    site = folder.resolve("site");
  }

  @Test
  void writesASiteAndLeavesTheSameSiteAlone() throws IOException {
    Publisher.Result first = publish(Map.of("index.html", "<a href=a.css>", "a.css", "x"));
    assertThat(first.written()).containsExactly("a.css", "index.html");
    assertThat(first.bytes()).isEqualTo(15);
    Map<String, FileTime> times = times();

    Publisher.Result second = publish(Map.of("index.html", "<a href=a.css>", "a.css", "x"));
    assertThat(second)
        .isEqualTo(new Publisher.Result(List.of(), 2, List.of(), 15, new TreeMap<>()));
    assertThat(times()).isEqualTo(times);
  }

  @Test
  void writesOnlyWhatChangedAndRemovesWhatIsGone() throws IOException {
    publish(Map.of("index.html", "1", "old/deep/a.svg", "a", "same.txt", "s"));
    FileTime same = Files.getLastModifiedTime(site.resolve("same.txt"));
    Publisher.Result result = publish(Map.of("index.html", "2", "same.txt", "s", "new/b", "b"));
    assertThat(result.written()).containsExactly("index.html", "new/b");
    assertThat(result.unchanged()).isEqualTo(1);
    assertThat(result.removed()).containsExactly("old/deep/a.svg");
    assertThat(files())
        .containsOnly(Map.entry("index.html", "2"), Map.entry("new/b", "b"), entry("same.txt"));
    assertThat(site.resolve("old")).doesNotExist();
    assertThat(Files.getLastModifiedTime(site.resolve("same.txt"))).isEqualTo(same);
  }

  private static Map.Entry<String, String> entry(String same) {
    return Map.entry(same, "s");
  }

  @Test
  void mendsWhatSomebodyDamaged() throws IOException {
    publish(Map.of("index.html", "1", "a.txt", "a"));
    Files.writeString(site.resolve("a.txt"), "b");
    Files.delete(site.resolve("index.html"));
    assertThat(publish(Map.of("index.html", "1", "a.txt", "a")).written())
        .containsExactly("a.txt", "index.html");
    assertThat(files()).containsEntry("a.txt", "a").containsEntry("index.html", "1");
  }

  @Test
  void leavesForeignFilesOfItsFolderAlone() throws IOException {
    publish(Map.of("index.html", "1", "a/b", "b"));
    Files.writeString(site.resolve("CNAME"), "example.org");
    Files.writeString(site.resolve("a/own"), "own");
    publish(Map.of("index.html", "2"));
    assertThat(files())
        .containsOnly(
            Map.entry("index.html", "2"),
            Map.entry("CNAME", "example.org"),
            Map.entry("a/own", "own"));
  }

  @Test
  void aForeignFileWithTheSameContentStaysForeign() throws IOException {
    Files.createDirectories(site);
    Files.writeString(site.resolve(".nojekyll"), "");
    publish(Map.of("index.html", "1", ".nojekyll", ""));
    publish(Map.of("index.html", "1"));
    assertThat(site.resolve(".nojekyll")).exists();
  }

  @Test
  void refusesAFolderOfSomebodyElse() throws IOException {
    Files.createDirectories(site.resolve("docs/.git"));
    Files.writeString(site.resolve(".gitkeep"), "");
    Files.writeString(site.resolve("docs/.git/config"), "");
    Files.writeString(site.resolve("docs/thesis.tex"), "");
    refuses("publish.foreign", site.resolve("docs/thesis.tex").toString(), "index.html");
    assertThat(files().keySet()).containsOnly(".gitkeep", "docs/.git/config", "docs/thesis.tex");

    new Publisher().publish(new Target(site, List.of(), true), put(Map.of("index.html", "1")));
    publish(Map.of("index.html", "2"));
    assertThat(files()).containsKey("docs/thesis.tex").containsEntry("index.html", "2");
  }

  @Test
  void refusesToReplaceAForeignFile() throws IOException {
    publish(Map.of("index.html", "1"));
    Files.createDirectories(site.resolve("models"));
    Files.writeString(site.resolve("models/a.html"), "mine");
    refuses("publish.inTheWay", site.resolve("models/a.html").toString(), "models/a.html");
    assertThat(files()).containsEntry("models/a.html", "mine").containsEntry("index.html", "1");

    new Publisher().publish(new Target(site, List.of(), true), put(Map.of("models/a.html", "1")));
    assertThat(files()).containsOnly(Map.entry("models/a.html", "1"));
  }

  @Test
  void refusesToWriteThroughALink() throws IOException {
    publish(Map.of("index.html", "1", "models/a.html", "1"));
    Path elsewhere = Files.createDirectories(folder.resolve("elsewhere"));
    Files.move(site.resolve("models/a.html"), elsewhere.resolve("a.html"));
    Files.delete(site.resolve("models"));
    Files.createSymbolicLink(site.resolve("models"), elsewhere);
    refuses("publish.link", site.resolve("models").toString(), "models/a.html");
    publish(Map.of("index.html", "2"));
    assertThat(elsewhere.resolve("a.html")).exists();

    Files.createSymbolicLink(site.resolve("b.html"), elsewhere.resolve("a.html"));
    refuses("publish.link", site.resolve("b.html").toString(), "b.html");
    new Publisher().publish(new Target(site, List.of(), true), put(Map.of("b.html", "new")));
    assertThat(Files.readString(elsewhere.resolve("a.html"))).isEqualTo("1");
    assertThat(files()).containsEntry("b.html", "new");
  }

  @Test
  void refusesNamesThatDifferInCase() throws IOException {
    publish(Map.of("index.html", "1"));
    Files.createDirectories(site.resolve("Models"));
    Files.writeString(site.resolve("Models/x"), "mine");
    refuses("publish.twin", site.resolve("Models").toString(), "models/a.html");
    Files.writeString(site.resolve("Readme.html"), "mine");
    refuses("publish.twin", site.resolve("Readme.html").toString(), "readme.html");
  }

  @Test
  void renamesByCase() throws IOException {
    publish(Map.of("index.html", "1", "ResNet/a.html", "1", "B.html", "1"));
    publish(Map.of("index.html", "1", "resnet/a.html", "1", "b.html", "1"));
    assertThat(files().keySet()).containsOnly("index.html", "resnet/a.html", "b.html");
  }

  @Test
  void aFileBecomesAFolderAndAFolderAFile() throws IOException {
    publish(Map.of("a", "1", "b/c/d", "1"));
    publish(Map.of("a/x", "2", "b", "2"));
    assertThat(files()).containsOnly(Map.entry("a/x", "2"), Map.entry("b", "2"));

    Files.delete(site.resolve("b"));
    Files.createDirectories(site.resolve("b/own"));
    Files.writeString(site.resolve("b/own/file"), "mine");
    refuses("publish.folder", site.resolve("b").toString(), "b");
  }

  @Test
  void refusesDangerousFolders() throws IOException {
    Path models = Files.createDirectories(folder.resolve("catalog/models"));
    for (Target.Kind kind : Target.Kind.values()) {
      for (Path output :
          List.of(models, models.getParent(), models.resolve("../../catalog/models"))) {
        assertRefused(
            () ->
                new Publisher()
                    .publish(
                        new Target(output, List.of(new Target.Guarded(kind, models)), true),
                        put(Map.of())),
            "publish.contains." + kind.name().toLowerCase(java.util.Locale.ROOT),
            models.toString());
      }
    }
    Path link = Files.createSymbolicLink(folder.resolve("link"), models.getParent());
    assertRefused(
        () ->
            new Publisher()
                .publish(
                    new Target(
                        link, List.of(new Target.Guarded(Target.Kind.MODELS, models)), false),
                    put(Map.of())),
        "publish.contains.models",
        models.toString());
    assertRefused(
        () ->
            new Publisher()
                .publish(new Target(folder.getRoot(), List.of(), true), put(Map.of("a", ""))),
        "publish.root",
        folder.getRoot().toString());
    Files.writeString(site, "a file");
    refuses("publish.notFolder", site.toString(), "index.html");
    assertThat(site).hasContent("a file");
  }

  @Test
  void refusesAManifestThatIsNotItsOwn() throws IOException {
    Files.createDirectories(site);
    Files.writeString(folder.resolve("precious"), "mine");
    String hash = "0".repeat(64);
    for (String text :
        List.of("", "nonsense", "convatlas manifest 1\n" + hash + "  ../precious\n")) {
      Files.writeString(site.resolve(".convatlas-manifest"), text);
      refuses("publish.manifest", site.resolve(".convatlas-manifest").toString(), "index.html");
    }
    new Publisher().publish(new Target(site, List.of(), true), put(Map.of("index.html", "1")));
    assertThat(folder.resolve("precious")).exists();
    assertThat(files()).containsEntry("index.html", "1");
  }

  @Test
  void onlyOneAtATime() {
    publish(Map.of("index.html", "1"));
    new Publisher()
        .publish(
            target(),
            sink -> {
              refuses("publish.busy", site.toString(), "index.html");
              sink.put("index.html", bytes("2"));
              return true;
            });
    assertThat(files()).containsOnly(Map.entry("index.html", "2"));
  }

  @Test
  void publishesNothingWhenToldOrWhenRenderingFails() {
    publish(Map.of("index.html", "1"));
    assertThat(
            new Publisher()
                .publish(
                    target(),
                    sink -> {
                      sink.put("index.html", bytes("2"));
                      return false;
                    }))
        .isEmpty();
    assertThatThrownBy(
            () ->
                new Publisher()
                    .publish(
                        target(),
                        sink -> {
                          sink.put("index.html", bytes("2"));
                          throw new IllegalStateException("a fault");
                        }))
        .hasMessage("a fault");
    assertThatThrownBy(() -> publish(Map.of("index.html", "<a href='gone.html'>")))
        .isInstanceOf(BrokenLinks.class)
        .hasMessage("index.html → gone.html");
    assertThat(files()).containsOnly(Map.entry("index.html", "1"));
    assertThat(site.resolve(".convatlas-staging")).doesNotExist();
  }

  @Test
  void manyThreadsGiveOneSite() throws IOException {
    Publisher.Renderer many =
        sink -> {
          IntStream.range(0, 2_000)
              .parallel()
              .forEach(number -> sink.put(number % 7 + "/" + number, bytes("text " + number)));
          return true;
        };
    new Publisher().publish(target(), many);
    assertThat(files()).hasSize(2_000).containsEntry("3/1368", "text 1368");
    Path other = folder.resolve("other");
    new Publisher().publish(new Target(other, List.of(), false), many);
    assertThat(site.resolve(Manifest.NAME)).hasSameTextualContentAs(other.resolve(Manifest.NAME));
  }

  @Test
  void whatTheDiskSaidIsToldWhateverTheRendererMakesOfIt() {
    List<Publisher.Renderer> renderers =
        List.of(
            sink -> {
              try {
                TinySite.ONE.render(sink);
              } catch (OutputRefused refused) {
                throw new IllegalStateException(refused);
              }
              return true;
            },
            sink -> {
              try {
                TinySite.ONE.render(sink);
              } catch (OutputRefused swallowed) {
                return true;
              }
              return false;
            });
    for (Publisher.Renderer renderer : renderers) {
      assertRefused(
          () -> new Publisher(new FaultyDisk(FaultyDisk.Fault.ONCE, 4)).publish(target(), renderer),
          "publish.failed",
          site.resolve("assets/s.1.css").toString());
    }
  }

  private Publisher.Result publish(Map<String, String> files) {
    return new Publisher().publish(target(), put(files)).orElseThrow();
  }

  private Target target() {
    return new Target(site, List.of(), false);
  }

  /** Publishing one file is refused, and the message names the file. */
  private void refuses(String key, String named, String path) {
    assertRefused(() -> new Publisher().publish(target(), put(Map.of(path, "new"))), key, named);
  }

  private static void assertRefused(ThrowingCallable publishing, String key, String named) {
    assertThatThrownBy(publishing)
        .isInstanceOfSatisfying(
            OutputRefused.class,
            refused -> {
              assertThat(refused.message().key()).isEqualTo(key);
              assertThat(refused.message().arguments()).contains(named);
            });
  }

  private static Publisher.Renderer put(Map<String, String> files) {
    return sink -> {
      files.forEach((path, text) -> sink.put(path, bytes(text)));
      return true;
    };
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** Every file of the folder but the publisher's own, links not followed. */
  private SortedMap<String, String> files() {
    SortedMap<String, String> files = new TreeMap<>();
    try (var walk = Files.walk(site)) {
      for (Path file : walk.toList()) {
        String path = site.relativize(file).toString();
        if (Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
            && !path.startsWith(".convatlas-")) {
          files.put(path, Files.readString(file));
        }
      }
    } catch (IOException broken) {
      throw new AssertionError(broken);
    }
    return files;
  }

  private Map<String, FileTime> times() throws IOException {
    Map<String, FileTime> times = new TreeMap<>();
    try (var walk = Files.walk(site)) {
      for (Path file : walk.filter(Files::isRegularFile).toList()) {
        times.put(file.toString(), Files.getLastModifiedTime(file));
      }
    }
    return times;
  }
}
