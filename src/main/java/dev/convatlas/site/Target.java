package dev.convatlas.site;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;

/**
 * The output folder that somebody asked for.
 *
 * @param folder as it was given; it need not be there
 * @param guarded what the folder must neither be nor contain
 * @param adopt whether to publish although files are in the folder that this program did not write
 */
public record Target(Path folder, List<Guarded> guarded, boolean adopt) {

  /** Something that would be harmed if the site were published over it. */
  public record Guarded(Kind kind, Path path) {}

  /** What is guarded; each has its own sentence. */
  public enum Kind {
    HOME("publish.contains.home"),
    CURRENT("publish.contains.current"),
    MODELS("publish.contains.models"),
    TEMPLATES("publish.contains.templates");

    private final String key;

    Kind(String key) {
      this.key = key;
    }
  }

  public Target {
    guarded = List.copyOf(guarded);
  }

  /**
   * The folder itself, made if need be, with every link on the way to it resolved.
   *
   * @throws OutputRefused when it must not be written
   */
  Path open() {
    try {
      Path real = real(folder);
      if (real.getParent() == null) {
        throw OutputRefused.of("publish.root", folder.toString());
      }
      for (Guarded guard : guarded) {
        if (real(guard.path()).startsWith(real)) {
          throw OutputRefused.of(guard.kind().key, folder.toString(), guard.path().toString());
        }
      }
      if (!Files.isDirectory(real)) {
        if (Files.exists(real, LinkOption.NOFOLLOW_LINKS)) {
          throw OutputRefused.of("publish.notFolder", folder.toString());
        }
        Files.createDirectories(real);
      }
      return real.toRealPath();
    } catch (IOException refused) {
      throw OutputRefused.because(folder, refused);
    }
  }

  /** A path without links as far as it exists. */
  private static Path real(Path path) throws IOException {
    Path plain = path.toAbsolutePath().normalize();
    Path there = plain;
    while (!Files.exists(there) && there.getParent() != null) {
      there = there.getParent();
    }
    return there.toRealPath().resolve(there.relativize(plain)).normalize();
  }
}
