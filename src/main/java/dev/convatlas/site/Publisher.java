package dev.convatlas.site;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Publishes a site into a folder: all of it is rendered and checked first, then only what changed
 * is moved into place, and nothing that somebody else put there is touched.
 *
 * <p>Wherever it is stopped, what the pages published before lead to is still there, and the next
 * build completes it: before the first file is moved, the manifest names every file that is about
 * to come, so that the next build knows them for ours; files that are gone are removed last.
 *
 * <p>Only the manifest is forced to the medium. A power cut may thus leave files of ours empty or
 * old; since the next build compares content, not dates or hashes, it writes those again. Forcing
 * every file would cost more than rendering it.
 */
public final class Publisher {
  private final Disk disk;

  public Publisher() {
    this(Disk.REAL);
  }

  Publisher(Disk disk) {
    this.disk = disk;
  }

  /** Whether a site was published into a folder, or once begun to be. */
  public static boolean isSite(Path folder) {
    return Files.exists(folder.resolve(Manifest.NAME), LinkOption.NOFOLLOW_LINKS);
  }

  /** Puts the files of a site into a sink. */
  @FunctionalInterface
  public interface Renderer {
    /** Returns whether to publish what was put. */
    boolean into(Sink sink);
  }

  /**
   * What was done.
   *
   * @param written the files that are new or changed
   * @param unchanged the number of files that were left as they were
   * @param removed the files that the site no longer has
   * @param bytes the size of the whole site
   * @param huge files that GitHub does not take, with their sizes
   */
  public record Result(
      List<String> written,
      int unchanged,
      List<String> removed,
      long bytes,
      SortedMap<String, Long> huge) {
    /** In bytes. */
    static final long HUGE = 100L << 20;

    public Result {
      written = List.copyOf(written);
      removed = List.copyOf(removed);
      huge = Collections.unmodifiableSortedMap(new TreeMap<>(huge));
    }

    /** The number of files of the site. */
    public int files() {
      return written.size() + unchanged;
    }
  }

  /**
   * Renders and publishes.
   *
   * @return empty when the renderer said not to publish; the folder is then as it was
   * @throws OutputRefused when the folder cannot or must not be written
   * @throws BrokenLinks when a page links to what is not there
   */
  public Optional<Result> publish(Target target, Renderer renderer) {
    return publish(target, renderer, true);
  }

  /** The same for a part of a site, whose pages link to those of other parts. */
  public Optional<Result> publishPart(Target target, Renderer renderer) {
    return publish(target, renderer, false);
  }

  private Optional<Result> publish(Target target, Renderer renderer, boolean whole) {
    Path folder = target.open();
    try (OutputLock lock = OutputLock.of(folder)) {
      Path root = lock.folder();
      Optional<Manifest> manifest = target.adopt() ? readable(root) : Manifest.of(root);
      if (manifest.isEmpty() && !target.adopt()) {
        Optional<Path> foreign = Folders.firstFile(root);
        if (foreign.isPresent()) {
          throw OutputRefused.of("publish.foreign", foreign.get().toString());
        }
      }
      try (Staging staging = Staging.in(root, disk)) {
        if (!render(staging, renderer)) {
          return Optional.empty();
        }
        if (whole) {
          staging.checkLinks();
        }
        Manifest before = manifest.orElseGet(Manifest::empty);
        return Optional.of(new Publication(root, disk, before, staging).publish(target.adopt()));
      }
    } catch (IOException refused) {
      throw OutputRefused.because(folder, refused);
    }
  }

  private static boolean render(Staging staging, Renderer renderer) {
    try {
      boolean wanted = renderer.into(staging);
      staging.failure().ifPresent(Publisher::raise);
      return wanted;
    } catch (RuntimeException fault) {
      // The renderer may have wrapped what the sink threw.
      staging.failure().ifPresent(Publisher::raise);
      throw fault;
    }
  }

  private static void raise(OutputRefused refused) {
    throw refused;
  }

  /** The manifest, unless it is damaged: adopting is how one gets out of that. */
  private static Optional<Manifest> readable(Path root) throws IOException {
    try {
      return Manifest.of(root);
    } catch (OutputRefused damaged) {
      return Optional.empty();
    }
  }
}
