package dev.convatlas.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Publishing is stopped at each single operation on the disk, in every way. What the build after it
 * publishes alternates; with the profile {@code faults} each is tried everywhere.
 */
class FaultsTest {
  private static final boolean ALL = "all".equals(System.getProperty("faults"));
  private static final List<TinySite> VERSIONS = List.of(TinySite.ONE, TinySite.TWO);
  private static final List<TinySite> ANY = List.of(TinySite.values());

  /** What somebody else keeps in the same folders. */
  private static final Map<String, String> FOREIGN =
      Map.of("CNAME", "example.org", "models/notes.txt", "mine", ".git/config", "mine");

  @TempDir(factory = MemoryFolder.class)
  Path folder;

  @ParameterizedTest
  @CsvSource({
    "NONE, ONE, ONCE", "NONE, ONE, FULL", "NONE, ONE, ALWAYS", "NONE, ONE, KILL",
    "ONE, TWO, ONCE", "ONE, TWO, FULL", "ONE, TWO, ALWAYS", "ONE, TWO, KILL",
    "TWO, ONE, ONCE", "TWO, ONE, FULL", "TWO, ONE, ALWAYS", "TWO, ONE, KILL",
  })
  void nothingIsLostAndTheNextBuildCompletes(
      TinySite before, TinySite after, FaultyDisk.Fault fault) throws IOException {
    int operations = operations(before, after);
    assertThat(operations).isGreaterThan(30);
    for (int at = 1; at <= operations; at++) {
      for (TinySite next : ALL ? ANY : List.of(ANY.get(at % ANY.size()))) {
        Path site = folder.resolve(at + "-" + next);
        prepare(site, before);
        stop(site, after, fault, at);
        Published.stillOpens(site, before, after);
        assertThat(Published.read(site)).containsAllEntriesOf(foreign(before));
        next.publish(site);
        isExactly(site, next, before);
      }
    }
  }

  /** The build that should complete what one left is stopped as well. */
  @ParameterizedTest
  @EnumSource
  void stoppedTwice(FaultyDisk.Fault fault) throws IOException {
    int operations = operations(TinySite.ONE, TinySite.TWO);
    for (int at = 1; at <= operations; at += ALL ? 1 : 11) {
      for (int again = ALL ? 1 : 1 + at % 13; again <= operations; again += ALL ? 1 : 13) {
        for (TinySite second : VERSIONS) {
          for (TinySite third : VERSIONS) {
            stoppedTwice(
                folder.resolve(at + "-" + again + second + third), fault, at, again, second, third);
          }
        }
      }
    }
  }

  private void stoppedTwice(
      Path site, FaultyDisk.Fault fault, int at, int again, TinySite second, TinySite third)
      throws IOException {
    prepare(site, TinySite.ONE);
    stop(site, TinySite.TWO, fault, at);
    try {
      new Publisher(new FaultyDisk(fault, again))
          .publish(new Target(site, List.of(), false), second::render);
    } catch (OutputRefused | FaultyDisk.Killed expected) {
      // Whether it comes that far depends on what the first had done.
    }
    Published.stillOpens(site, TinySite.ONE, TinySite.TWO);
    third.publish(site);
    isExactly(site, third, TinySite.ONE);
  }

  /** How many operations a build needs that nothing stops. */
  private int operations(TinySite before, TinySite after) throws IOException {
    Path site = folder.resolve("whole");
    prepare(site, before);
    FaultyDisk disk = new FaultyDisk(FaultyDisk.Fault.ONCE, 0);
    assertThat(new Publisher(disk).publish(new Target(site, List.of(), false), after::render))
        .isPresent();
    isExactly(site, after, before);
    return disk.count();
  }

  private static void prepare(Path site, TinySite before) throws IOException {
    if (before == TinySite.NONE) {
      return;
    }
    before.publish(site);
    for (Map.Entry<String, String> file : FOREIGN.entrySet()) {
      Files.createDirectories(site.resolve(file.getKey()).getParent());
      Files.writeString(site.resolve(file.getKey()), file.getValue());
    }
  }

  private static Map<String, String> foreign(TinySite before) {
    return before == TinySite.NONE ? Map.of() : FOREIGN;
  }

  private static void stop(Path site, TinySite after, FaultyDisk.Fault fault, int at)
      throws IOException {
    Publisher publisher = new Publisher(new FaultyDisk(fault, at));
    Throwable stopped = null;
    try {
      publisher.publish(new Target(site, List.of(), false), after::render);
    } catch (OutputRefused | FaultyDisk.Killed expected) {
      stopped = expected;
    }
    if (fault == FaultyDisk.Fault.FULL && stopped == null) {
      // Nothing that came after needed room.
      Published.stillOpens(site, after, after);
    } else {
      assertThat(stopped).isNotNull();
      assertThat(stopped instanceof FaultyDisk.Killed).isEqualTo(fault == FaultyDisk.Fault.KILL);
    }
  }

  /** The folder is what a build into an empty one gives, and the foreign files, and no more. */
  private void isExactly(Path site, TinySite version, TinySite before) throws IOException {
    SortedMap<String, String> expected = new TreeMap<>(version.files());
    expected.putAll(foreign(before));
    assertThat(Published.read(site)).isEqualTo(expected);
    Path fresh = folder.resolve("fresh-" + version);
    if (!Files.exists(fresh)) {
      version.publish(fresh);
    }
    assertThat(site.resolve(Manifest.NAME)).hasSameTextualContentAs(fresh.resolve(Manifest.NAME));
    try (var walk = Files.walk(site)) {
      for (Path found : walk.toList()) {
        if (Files.isDirectory(found)) {
          assertThat(found.toString()).doesNotContain(PathRules.RESERVED);
          assertThat(found).isNotEmptyDirectory();
        }
      }
    }
  }
}
