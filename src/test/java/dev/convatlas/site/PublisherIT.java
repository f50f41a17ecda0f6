package dev.convatlas.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * Publishing against a real system: killed, without room, without permission, and twice at once.
 */
@EnabledOnOs(OS.LINUX)
class PublisherIT {
  private static final boolean ALL = "all".equals(System.getProperty("faults"));
  private static final boolean ROOT = "root".equals(System.getProperty("user.name"));
  private static final List<String> NOBODY =
      List.of("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups");

  @TempDir Path folder;
  private ChildJvm child;
  private Path site;

  @BeforeEach
  void prepare() throws IOException {
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    child = ChildJvm.in(folder);
    site = folder.resolve("site");
  }

  @Test
  void killedAnywhereNothingIsLost() throws IOException, InterruptedException {
    List<Integer> points = points();
    assertThat(points).hasSizeGreaterThanOrEqualTo(20);
    for (int at : points) {
      Path here = folder.resolve("at-" + at);
      TinySite.ONE.publish(here);
      Files.writeString(here.resolve("CNAME"), "example.org");
      ChildJvm.kill(child.untilItWaits(here, TinySite.TWO, at));
      Published.stillOpens(here, TinySite.ONE, TinySite.TWO);
      assertThat(here.resolve("CNAME")).hasContent("example.org");
      assertThat(child.run(List.of(), here, TinySite.TWO, 0))
          .isEqualTo(new ChildJvm.End(0, "published"));
      isExactly(here, TinySite.TWO, "CNAME", "example.org");
    }
  }

  /** Twenty operations of a publication, evenly spread, or all of them. */
  private List<Integer> points() {
    Path counted = folder.resolve("counted");
    TinySite.ONE.publish(counted);
    FaultyDisk disk = new FaultyDisk(FaultyDisk.Fault.ONCE, 0);
    assertThat(
            new Publisher(disk)
                .publish(new Target(counted, List.of(), false), TinySite.TWO::render))
        .isPresent();
    TreeSet<Integer> points = new TreeSet<>();
    int number = ALL ? disk.count() : 20;
    for (int i = 0; i < number; i++) {
      points.add(1 + i * (disk.count() - 1) / (number - 1));
    }
    return new ArrayList<>(points);
  }

  @Test
  void twoAtOnceAndAfterTheDeathOfOne() throws IOException, InterruptedException {
    TinySite.ONE.publish(site);
    Process first = child.untilItWaits(site, TinySite.TWO, 12);
    SortedMap<String, String> before = Published.read(site);
    ChildJvm.End second = child.run(List.of(), site, TinySite.TWO, 0);
    assertThat(second).isEqualTo(new ChildJvm.End(4, "publish.busy [" + site + "]"));
    assertThatThrownBy(() -> TinySite.TWO.publish(site)).isInstanceOf(OutputRefused.class);
    assertThat(Published.read(site)).isEqualTo(before);
    ChildJvm.kill(first);
    TinySite.TWO.publish(site);
    isExactly(site, TinySite.TWO);
  }

  @Test
  void withoutPermission() throws IOException, InterruptedException {
    List<String> somebody = ROOT ? NOBODY : List.of();
    assumeAvailable(!ROOT || runs("setpriv", "--version"), "setpriv");
    Files.createDirectory(site);
    owned(site);
    assertThat(child.run(somebody, site, TinySite.ONE, 0).code()).isZero();
    isExactly(site, TinySite.ONE);

    for (String closed : List.of("", "models", "charts/a", "data")) {
      Path place = site.resolve(closed);
      Files.setPosixFilePermissions(place, PosixFilePermissions.fromString("r-xr-xr-x"));
      assertThat(child.run(somebody, place, "write").output()).isEqualTo("AccessDeniedException");
      ChildJvm.End end = child.run(somebody, site, TinySite.TWO, 0);
      assertThat(end.code()).isEqualTo(4);
      assertThat(end.output()).contains(place.toString());
      Published.stillOpens(site, TinySite.ONE, TinySite.TWO);
      Files.setPosixFilePermissions(place, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
    assertThat(child.run(somebody, site, TinySite.TWO, 0))
        .isEqualTo(new ChildJvm.End(0, "published"));
    isExactly(site, TinySite.TWO);

    Path locked = Files.createDirectory(folder.resolve("locked"));
    Files.setPosixFilePermissions(locked, PosixFilePermissions.fromString("r-xr-xr-x"));
    ChildJvm.End end = child.run(somebody, locked.resolve("site"), TinySite.ONE, 0);
    assertThat(end.code()).isEqualTo(4);
    assertThat(end.output()).contains("publish.denied").contains(locked.toString());
  }

  /** A file system of 256 KiB, with more and more of it taken. */
  @Test
  void withoutRoom() throws IOException, InterruptedException {
    Path small = Files.createDirectory(folder.resolve("small"));
    assumeAvailable(
        ROOT && runs("mount", "-t", "tmpfs", "-o", "size=256k", "tmpfs", small.toString()),
        "the right to mount");
    try {
      site = small.resolve("site");
      int refused = 0;
      for (int left = 0; left < 40; left++) {
        TinySite.ONE.publish(site);
        Path ballast = small.resolve("ballast");
        fill(ballast, left);
        ChildJvm.End end = child.run(List.of(), site, TinySite.TWO, 0);
        Published.stillOpens(site, TinySite.ONE, TinySite.TWO);
        if (end.code() == 4) {
          refused++;
          assertThat(end.output()).startsWith("publish.failed [");
        } else {
          assertThat(end).isEqualTo(new ChildJvm.End(0, "published"));
        }
        Files.delete(ballast);
        TinySite.TWO.publish(site);
        isExactly(site, TinySite.TWO);
      }
      assertThat(refused).isBetween(5, 39);
    } finally {
      assertThat(runs("umount", small.toString())).isTrue();
    }
  }

  /** Takes all room but some pages of 4 KiB, and shows that there is no more. */
  private static void fill(Path ballast, int pages) throws IOException {
    byte[] page = new byte[4096];
    Arrays.fill(page, (byte) 'x');
    long size;
    try (var out = Files.newOutputStream(ballast)) {
      while (true) {
        out.write(page);
      }
    } catch (IOException full) {
      size = Files.size(ballast);
      assertThat(full).hasMessageContaining("No space left");
    }
    try (var channel = FileChannel.open(ballast, StandardOpenOption.WRITE)) {
      channel.truncate(Math.max(0, size - pages * 4096L));
    }
  }

  /** What a machine cannot do is not tested there, except where tests are run to be relied on. */
  private static void assumeAvailable(boolean available, String what) {
    if (System.getenv("CI") == null || !ROOT) {
      assumeTrue(available, what);
    }
    assertThat(available).as(what).isTrue();
  }

  private static boolean runs(String... command) throws InterruptedException {
    try {
      Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
      process.getInputStream().readAllBytes();
      return process.waitFor(1, TimeUnit.MINUTES) && process.exitValue() == 0;
    } catch (IOException absent) {
      return false;
    }
  }

  private static void owned(Path path) throws InterruptedException {
    if (ROOT) {
      assertThat(runs("chown", "65534:65534", path.toString())).isTrue();
    }
  }

  private static void isExactly(Path site, TinySite version, String... foreign) throws IOException {
    SortedMap<String, String> expected = new TreeMap<>(version.files());
    for (int i = 0; i < foreign.length; i += 2) {
      expected.put(foreign[i], foreign[i + 1]);
    }
    assertThat(Published.read(site)).isEqualTo(expected);
    assertThat(site.resolve(PathRules.RESERVED + "staging")).doesNotExist();
  }
}
