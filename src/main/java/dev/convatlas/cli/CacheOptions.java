package dev.convatlas.cli;

import dev.convatlas.site.Cache;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Where what was made before is kept. */
final class CacheOptions {
  /** In bytes: some 10,000 models. */
  private static final long MOST = 2_000_000_000;

  @Option(
      names = "--cache",
      paramLabel = "FOLDER",
      description =
          "Where to keep what need not be made again; by default convatlas in the folder of the"
              + " user's caches.")
  private Path folder;

  @Option(names = "--no-cache", description = "Make everything anew, and keep nothing.")
  private boolean none;

  /**
   * @param output must not have the cache in it: what is published is nobody's cache
   */
  Cache cache(Streams streams, Path output, Clock clock) {
    Optional<Path> inside =
        place(streams)
            .filter(place -> !none)
            .filter(place -> plain(place).startsWith(plain(output)));
    if (inside.isPresent()) {
      throw Stopped.with(Exit.USAGE, "cli.cache", inside.get().toString());
    }
    return cache(streams, clock);
  }

  Cache cache(Streams streams, Clock clock) {
    // What a program that does not know itself has made cannot be told from another's.
    return place(streams)
        .filter(place -> !none && Program.digest().isPresent())
        .map(place -> Cache.in(place, MOST, clock.millis()))
        .orElseGet(Cache::none);
  }

  private static Path plain(Path path) {
    return path.toAbsolutePath().normalize();
  }

  private Optional<Path> place(Streams streams) {
    return folder == null ? usual(streams.environment()) : Optional.of(streams.resolve(folder));
  }

  /** By the conventions of Linux and of Windows; empty where there is no home either. */
  static Optional<Path> usual(Map<String, String> environment) {
    return at(environment, "XDG_CACHE_HOME")
        .or(() -> at(environment, "LOCALAPPDATA"))
        .or(() -> at(environment, "HOME").map(home -> home.resolve(".cache")))
        .map(caches -> caches.resolve("convatlas"));
  }

  private static Optional<Path> at(Map<String, String> environment, String name) {
    return Optional.ofNullable(environment.get(name))
        .filter(value -> !value.isEmpty())
        .map(Path::of)
        .filter(Path::isAbsolute);
  }
}
