package dev.convatlas.site;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the publisher wrote into a folder. Its lines are those of {@code sha256sum}, but for the
 * first and for the planned files.
 *
 * @param files path to SHA-256 of the files that were published
 * @param planned path to SHA-256 of files that a build was about to publish; a build that was
 *     stopped may have written them or not
 */
record Manifest(SortedMap<String, String> files, SortedMap<String, String> planned) {
  static final String NAME = PathRules.RESERVED + "manifest";

  private static final String HEAD = "convatlas manifest 1";
  private static final Pattern LINE = Pattern.compile("([0-9a-f]{64}) ([ +])(.+)");

  static Manifest empty() {
    return new Manifest(new TreeMap<>(), new TreeMap<>());
  }

  /**
   * The manifest of a folder; empty when it has none.
   *
   * @throws OutputRefused when it is not one that this program wrote: what it says is then not to
   *     be trusted with removing files
   */
  static Optional<Manifest> of(Path folder) throws IOException {
    Path file = folder.resolve(NAME);
    if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
      return Optional.empty();
    }
    if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
      throw damaged(file, 1);
    }
    Manifest manifest = empty();
    int number = 0;
    try (var lines = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      for (String line = lines.readLine(); line != null || number == 0; line = lines.readLine()) {
        number++;
        if (!(number == 1 ? HEAD.equals(line) : manifest.took(line))) {
          throw damaged(file, number);
        }
      }
    } catch (CharacterCodingException notText) {
      throw damaged(file, number + 1);
    }
    return Optional.of(manifest);
  }

  private static OutputRefused damaged(Path file, int line) {
    return OutputRefused.of("publish.manifest", file.toString(), line);
  }

  private boolean took(String line) {
    Matcher parts = LINE.matcher(line);
    if (!parts.matches() || PathRules.fault(parts.group(3)).isPresent()) {
      return false;
    }
    SortedMap<String, String> list = parts.group(2).equals("+") ? planned : files;
    return list.put(parts.group(3), parts.group(1)) == null;
  }

  byte[] bytes() {
    StringBuilder text = new StringBuilder(HEAD).append('\n');
    files.forEach((path, hash) -> text.append(hash).append("  ").append(path).append('\n'));
    planned.forEach((path, hash) -> text.append(hash).append(" +").append(path).append('\n'));
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }
}
