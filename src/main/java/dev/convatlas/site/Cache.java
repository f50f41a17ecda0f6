package dev.convatlas.site;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/**
 * Files of a site that were made before, by the digest of everything that they follow from. An
 * entry says by itself whether it is whole, so that one that was damaged is as good as none; it is
 * put in its place in one step, so that two builds never see half of one. Whatever the cache cannot
 * do makes a build slow, never wrong. May be used by several threads.
 */
public final class Cache {
  /** Entries of another form lie in a folder of another name. */
  private static final String FORM = "v1";

  private static final String UNFINISHED = "unfinished-";

  /** Entries that were used since then are not marked as used again. */
  private static final long FRESH = TimeUnit.HOURS.toMillis(6);

  private static final long FORGOTTEN = TimeUnit.DAYS.toMillis(1);

  private static final String TAG =
      """
      Signature: 8a477f597d28d172789f06886806bc55
      # A cache of ConvAtlas: what is here can be removed at any time.
      """;

  private final Optional<Path> folder;
  private final long most;
  private final long now;
  private final AtomicInteger found = new AtomicInteger();
  private final AtomicInteger made = new AtomicInteger();

  private Cache(Optional<Path> folder, long most, long now) {
    this.folder = folder;
    this.most = most;
    this.now = now;
  }

  /** One that keeps nothing. */
  public static Cache none() {
    return new Cache(Optional.empty(), 0, 0);
  }

  /**
   * @param folder made when the first entry is kept
   * @param most bytes that {@link #trim} leaves
   * @param now milliseconds since 1970, by which what was used last is known
   */
  public static Cache in(Path folder, long most, long now) {
    return new Cache(Optional.of(folder), most, now);
  }

  /** Files by path: those that were kept under the key, or those that are made now. */
  Map<String, byte[]> files(String key, Supplier<Map<String, byte[]>> maker) {
    Optional<Map<String, byte[]>> kept = kept(key);
    if (kept.isPresent()) {
      found.incrementAndGet();
      return kept.get();
    }
    Map<String, byte[]> files = maker.get();
    made.incrementAndGet();
    folder.ifPresent(root -> keep(entry(root, key), key, files));
    return files;
  }

  /** Whether an entry is there, whole or not. */
  boolean has(String key) {
    return folder.filter(root -> Files.exists(entry(root, key))).isPresent();
  }

  /** How many times something was found. */
  public int found() {
    return found.get();
  }

  /** How many times something had to be made. */
  public int made() {
    return made.get();
  }

  private static Path entry(Path root, String key) {
    return root.resolve(FORM).resolve(key.substring(0, 2)).resolve(key.substring(2));
  }

  private Optional<Map<String, byte[]>> kept(String key) {
    if (folder.isEmpty()) {
      return Optional.empty();
    }
    Path entry = entry(folder.get(), key);
    try {
      Optional<Map<String, byte[]>> files = Bundle.read(key, Files.readAllBytes(entry));
      if (files.isPresent() && now - Files.getLastModifiedTime(entry).toMillis() > FRESH) {
        Files.setLastModifiedTime(entry, FileTime.fromMillis(now));
      }
      return files;
    } catch (IOException absentOrUnreadable) {
      return Optional.empty();
    }
  }

  private void keep(Path entry, String key, Map<String, byte[]> files) {
    try {
      Path home = entry.getParent();
      if (!Files.isDirectory(home)) {
        Files.createDirectories(home);
        tag();
      }
      Path unfinished = Files.createTempFile(home, UNFINISHED, "");
      try {
        Files.write(unfinished, Bundle.bytes(key, files));
        Files.move(unfinished, entry, StandardCopyOption.ATOMIC_MOVE);
      } finally {
        Files.deleteIfExists(unfinished);
      }
    } catch (IOException notKept) {
      // A full disk, or no permission: the next build makes it again.
    }
  }

  /** Says to programs that make backups what this folder is: bford.info/cachedir. */
  private void tag() throws IOException {
    Path tag = folder.orElseThrow().resolve("CACHEDIR.TAG");
    if (!Files.exists(tag)) {
      Files.write(tag, TAG.getBytes(StandardCharsets.UTF_8));
    }
  }

  private record Kept(Path file, long size, long used) {}

  /** Removes what was not used for the longest time until the rest is small enough. */
  public void trim() {
    if (folder.isEmpty() || made.get() == 0) {
      return;
    }
    try {
      List<Kept> all = new ArrayList<>();
      for (Path part : list(folder.get().resolve(FORM))) {
        for (Path file : list(part)) {
          BasicFileAttributes attributes = Folders.attributes(file);
          long used = attributes.lastModifiedTime().toMillis();
          if (file.getFileName().toString().startsWith(UNFINISHED)) {
            if (now - used > FORGOTTEN) {
              Files.deleteIfExists(file);
            }
          } else {
            all.add(new Kept(file, attributes.size(), used));
          }
        }
      }
      all.sort(Comparator.comparingLong(Kept::used).thenComparing(Kept::file));
      long size = all.stream().mapToLong(Kept::size).sum();
      for (Kept oldest : all) {
        if (size <= most) {
          return;
        }
        Files.deleteIfExists(oldest.file());
        size -= oldest.size();
      }
    } catch (IOException | UncheckedIOException changing) {
      // Somebody else is at it, or nobody may be.
    }
  }

  private static List<Path> list(Path folder) throws IOException {
    List<Path> entries = new ArrayList<>();
    if (Files.isDirectory(folder)) {
      try (DirectoryStream<Path> stream = Files.newDirectoryStream(folder)) {
        stream.forEach(entries::add);
      }
    }
    return entries;
  }
}
