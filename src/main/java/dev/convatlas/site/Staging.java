package dev.convatlas.site;

import dev.convatlas.source.Digest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/**
 * A rendered site that waits to be published: the files that differ from the published ones lie in
 * a folder inside the output, so that one rename publishes each; of the others only the hash is
 * kept. A site that did not change thus costs no writing at all.
 */
final class Staging implements Sink, AutoCloseable {
  private static final String NAME = PathRules.RESERVED + "staging";

  private final Path output;
  private final Path folder;
  private final Disk disk;
  private final Register register = new Register();
  private final Links links = new Links();
  private final Map<String, Rendered> files = new ConcurrentHashMap<>();
  private final AtomicInteger count = new AtomicInteger();
  private final AtomicReference<OutputRefused> failure = new AtomicReference<>();

  /**
   * A rendered file.
   *
   * @param hash SHA-256 of its content
   * @param size in bytes
   * @param staged where it waits; empty when the published file has the same content
   */
  record Rendered(String hash, long size, Optional<Path> staged) {}

  private Staging(Path output, Disk disk) {
    this.output = output;
    this.folder = output.resolve(NAME);
    this.disk = disk;
  }

  /** An empty one; what a build that was killed left is removed. */
  static Staging in(Path output, Disk disk) throws IOException {
    Staging staging = new Staging(output, disk);
    staging.close();
    disk.makeFolder(staging.folder);
    return staging;
  }

  @Override
  public void put(String path, byte[] content) {
    if (failure.get() != null) {
      throw failure.get();
    }
    register.claim(path);
    if (path.endsWith(".html")) {
      links.add(path, content);
    }
    try {
      Optional<Path> staged = Optional.empty();
      if (!isAt(output.resolve(path), content)) {
        staged = Optional.of(folder.resolve(Integer.toString(count.getAndIncrement())));
        disk.write(staged.get(), content);
      }
      files.put(path, new Rendered(Digest.of(content), content.length, staged));
    } catch (IOException refused) {
      failure.compareAndSet(null, OutputRefused.at(output.resolve(path).toString(), refused));
      throw failure.get();
    }
  }

  /** What kept a file from being taken, whatever the renderer made of the exception. */
  Optional<OutputRefused> failure() {
    return Optional.ofNullable(failure.get());
  }

  Map<String, Rendered> files() {
    return files;
  }

  /**
   * Looks whether every link leads somewhere.
   *
   * @throws BrokenLinks when not
   */
  void checkLinks() throws IOException {
    var broken =
        links.check(
            files.keySet(),
            path -> Files.readAllBytes(files.get(path).staged().orElse(output.resolve(path))));
    if (!broken.isEmpty()) {
      throw new BrokenLinks(broken.stream().map(Links.Broken::toString).toList());
    }
  }

  /** A place in the folder for one more file, under a name that no rendered file has there. */
  Path spare(String name) {
    return folder.resolve(name);
  }

  /** Removes the folder and all that waits in it. */
  @Override
  public void close() throws IOException {
    if (Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
      try (var left = Files.newDirectoryStream(folder)) {
        for (Path file : left) {
          disk.delete(file);
        }
      }
    }
    disk.delete(folder);
  }

  /** Whether a regular file has this content. */
  private static boolean isAt(Path file, byte[] content) {
    try {
      BasicFileAttributes found =
          Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
      return found.isRegularFile()
          && found.size() == content.length
          && Arrays.equals(Files.readAllBytes(file), content);
    } catch (IOException unreadable) {
      // Absent, or not to be read: it is written anew, and that fails where it must.
      return false;
    }
  }
}
