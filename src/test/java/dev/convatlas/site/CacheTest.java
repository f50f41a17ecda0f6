package dev.convatlas.site;

import static org.assertj.core.api.Assertions.assertThat;

import dev.convatlas.source.Digest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a cache gives back is what was kept under that key, or nothing. */
class CacheTest {
  private static final String KEY = new Digest().with("a key").hex();
  private static final String OTHER = new Digest().with("another").hex();

  @TempDir Path folder;

  private Cache cache() {
    return Cache.in(folder, 1_000_000, 0);
  }

  private static Map<String, byte[]> files(String text) {
    Map<String, byte[]> files = new LinkedHashMap<>();
    files.put("models/ö.html", text.repeat(50).getBytes(StandardCharsets.UTF_8));
    files.put("empty", new byte[0]);
    return files;
  }

  private static void isKept(Cache cache, String key, String text) {
    Map<String, byte[]> found =
        cache.files(
            key,
            () -> {
              throw new AssertionError("made anew");
            });
    same(found, files(text));
  }

  private static void same(Map<String, byte[]> found, Map<String, byte[]> expected) {
    assertThat(List.copyOf(found.keySet())).isEqualTo(List.copyOf(expected.keySet()));
    found.forEach((path, content) -> assertThat(content).isEqualTo(expected.get(path)));
  }

  private List<Path> entries() throws IOException {
    try (Stream<Path> all = Files.walk(folder.resolve("v1"))) {
      return all.filter(Files::isRegularFile).toList();
    }
  }

  @Test
  void whatWasMadeIsFound() {
    Cache first = cache();
    same(first.files(KEY, () -> files("one")), files("one"));
    first.files(OTHER, () -> files("two"));
    assertThat(List.of(first.found(), first.made())).containsExactly(0, 2);
    Cache second = cache();
    isKept(second, KEY, "one");
    isKept(second, OTHER, "two");
    assertThat(List.of(second.found(), second.made())).containsExactly(2, 0);
    assertThat(folder.resolve("CACHEDIR.TAG")).exists();
  }

  @Test
  void withoutAFolderNothingIsKept() {
    Cache none = Cache.none();
    none.files(KEY, () -> files("one"));
    same(none.files(KEY, () -> files("two")), files("two"));
  }

  /** Every byte flipped, and every length cut off: what is damaged is made anew and kept. */
  @Test
  void aDamagedEntryIsNoticedAndMadeAnew() throws IOException {
    cache().files(KEY, () -> files("one"));
    Path entry = entries().get(0);
    byte[] whole = Files.readAllBytes(entry);
    List<byte[]> damaged = new ArrayList<>();
    for (int at = 0; at < whole.length; at++) {
      byte[] flipped = whole.clone();
      flipped[at] ^= 4;
      damaged.add(flipped);
      damaged.add(Arrays.copyOf(whole, at));
    }
    damaged.add(Arrays.copyOf(whole, whole.length + 1));
    damaged.add("somebody else's".getBytes(StandardCharsets.UTF_8));
    for (byte[] bytes : damaged) {
      Files.write(entry, bytes);
      same(cache().files(KEY, () -> files("two")), files("two"));
      isKept(cache(), KEY, "two");
    }
    assertThat(whole.length).isGreaterThan(90);
  }

  @Test
  void anEntryUnderTheNameOfAnotherIsNone() throws IOException {
    cache().files(KEY, () -> files("one"));
    cache().files(OTHER, () -> files("two"));
    Path one = folder.resolve("v1").resolve(KEY.substring(0, 2)).resolve(KEY.substring(2));
    Path two = folder.resolve("v1").resolve(OTHER.substring(0, 2)).resolve(OTHER.substring(2));
    Files.write(two, Files.readAllBytes(one));
    same(cache().files(OTHER, () -> files("three")), files("three"));
  }

  @Test
  void whatCannotBeKeptIsStillMade() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "not a folder");
    Cache nowhere = Cache.in(file.resolve("cache"), 1_000_000, 0);
    same(nowhere.files(KEY, () -> files("one")), files("one"));
    same(nowhere.files(KEY, () -> files("two")), files("two"));
    nowhere.trim();
    // A folder where an entry belongs.
    Files.createDirectories(
        folder.resolve("v1").resolve(KEY.substring(0, 2)).resolve(KEY.substring(2)).resolve("x"));
    same(cache().files(KEY, () -> files("one")), files("one"));
    assertThat(entries()).isEmpty();
  }

  @Test
  void manyAtOnceSeeWholeEntriesOnly() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(8);
    try {
      List<Future<?>> all = new ArrayList<>();
      for (int i = 0; i < 400; i++) {
        String text = "text " + i % 5;
        String key = new Digest().with(text).hex();
        all.add(threads.submit(() -> same(cache().files(key, () -> files(text)), files(text))));
      }
      for (Future<?> one : all) {
        one.get();
      }
    } finally {
      threads.shutdownNow();
    }
    assertThat(entries()).hasSize(5).noneMatch(file -> file.toString().contains("unfinished"));
  }

  @Test
  void whatWasNotUsedForLongestGoesFirst() throws IOException {
    long day = 24L * 60 * 60 * 1000;
    for (int i = 0; i < 6; i++) {
      String text = "text " + i;
      cache().files(new Digest().with(text).hex(), () -> files(text));
    }
    List<Path> entries = entries();
    for (int i = 0; i < 6; i++) {
      Files.setLastModifiedTime(entries.get(i), FileTime.fromMillis(i * day));
    }
    Files.writeString(entries.get(0).resolveSibling("unfinished-1"), "left by a killed build");
    long size = Files.size(entries.get(0));
    Cache later = Cache.in(folder, 4 * size + size / 2, 100 * day);
    later.files(KEY, () -> files("text 9"));
    Files.setLastModifiedTime(
        entries.get(0).resolveSibling("unfinished-1"), FileTime.fromMillis(day));
    later.trim();
    assertThat(entries()).hasSize(4).doesNotContain(entries.get(0), entries.get(1), entries.get(2));
  }
}
