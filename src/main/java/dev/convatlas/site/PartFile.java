package dev.convatlas.site;

import dev.convatlas.source.Digest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What is in a part of a site, in a file beside its pages: whoever joins the parts sees whether
 * they belong together and came through whole.
 *
 * @param inputs digest of what the whole site follows from
 * @param files path to SHA-256
 */
public record PartFile(Shard shard, String inputs, SortedMap<String, String> files) {
  /** Not hidden: what carries parts from machine to machine often leaves hidden files behind. */
  public static final String NAME = "convatlas-part.txt";

  private static final Pattern HEAD = Pattern.compile("convatlas part 1 (\\S+) ([0-9a-f]{64})");
  private static final Pattern LINE = Pattern.compile("([0-9a-f]{64}) {2}(.+)");

  /** A sink that notes what it is given, to be told at the end. */
  static final class Noting implements Sink {
    private final Sink sink;
    private final SortedMap<String, String> files = new TreeMap<>();

    Noting(Sink sink) {
      this.sink = sink;
    }

    @Override
    public void put(String path, byte[] content) {
      files.put(path, Digest.of(content));
      sink.put(path, content);
    }

    void end(Shard shard, String inputs) {
      StringBuilder text = new StringBuilder("convatlas part 1 " + shard + " " + inputs + "\n");
      files.forEach((path, hash) -> text.append(hash).append("  ").append(path).append('\n'));
      sink.put(NAME, text.toString().getBytes(StandardCharsets.UTF_8));
    }
  }

  /**
   * The part that lies in a folder; nothing when none does.
   *
   * @throws IOException when it cannot be read
   */
  public static Optional<PartFile> in(Path folder) throws IOException {
    List<String> lines;
    try {
      lines = Files.readAllLines(folder.resolve(NAME), StandardCharsets.UTF_8);
    } catch (NoSuchFileException none) {
      return Optional.empty();
    }
    Matcher head = HEAD.matcher(lines.isEmpty() ? "" : lines.get(0));
    Optional<Shard> shard = head.matches() ? Shard.parse(head.group(1)) : Optional.empty();
    if (shard.isEmpty()) {
      return Optional.empty();
    }
    SortedMap<String, String> files = new TreeMap<>();
    for (String text : lines.subList(1, lines.size())) {
      Matcher line = LINE.matcher(text);
      if (!line.matches() || PathRules.fault(line.group(2)).isPresent()) {
        return Optional.empty();
      }
      files.put(line.group(2), line.group(1));
    }
    return Optional.of(new PartFile(shard.get(), head.group(2), files));
  }

  /** Paths of files that are not as they were written, or not there. */
  public List<String> damaged(Path folder) throws IOException {
    List<String> damaged = new ArrayList<>();
    for (String path : files.keySet()) {
      if (!Digest.of(content(folder, path)).equals(files.get(path))) {
        damaged.add(path);
      }
    }
    return damaged;
  }

  /** Puts its files where they belong. */
  public void writeTo(Path folder, Sink sink) {
    files
        .keySet()
        .forEach(
            path -> {
              try {
                sink.put(path, content(folder, path));
              } catch (IOException gone) {
                throw OutputRefused.because(folder.resolve(path), gone);
              }
            });
  }

  /** An empty file that was left behind is as good as there: {@code .nojekyll} is hidden. */
  private static byte[] content(Path folder, String path) throws IOException {
    Path file = folder.resolve(path);
    boolean there = Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS);
    return there ? Files.readAllBytes(file) : new byte[0];
  }
}
