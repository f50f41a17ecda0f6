package dev.convatlas.cli;

import dev.convatlas.source.Checked;
import dev.convatlas.source.Diagnostic;
import dev.convatlas.source.Limit;
import dev.convatlas.source.Limits;
import dev.convatlas.source.Message;
import dev.convatlas.source.SourceSpan;
import dev.convatlas.yaml.Value;
import dev.convatlas.yaml.YamlReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A folder of model definitions: the only place that reads it. */
final class InputFolder {
  private final Path root;
  private final Limits limits;

  private InputFolder(Path root, Limits limits) {
    this.root = root;
    this.limits = limits;
  }

  /**
   * @throws Stopped when there is no such folder, or it cannot be read
   */
  static InputFolder at(Path folder, Limits limits) {
    if (!Files.isDirectory(folder)) {
      String key = Files.exists(folder) ? "input.file" : "input.missing";
      throw Stopped.with(Exit.INPUT, key, folder.toString());
    }
    try {
      return new InputFolder(folder.toRealPath(), limits);
    } catch (IOException unreadable) {
      throw Stopped.with(Exit.INPUT, "input.unreadable", folder.toString());
    }
  }

  Path root() {
    return root;
  }

  /** The catalog's own templates; a link that leads out of the catalog is refused. */
  Optional<Path> templates() {
    Path folder = root.resolve("templates");
    if (!Files.isDirectory(folder)) {
      return Optional.empty();
    }
    try {
      if (folder.toRealPath().startsWith(root)) {
        return Optional.of(folder);
      }
    } catch (IOException unreadable) {
      throw Stopped.with(Exit.INPUT, "input.unreadable", folder.toString());
    }
    throw Stopped.with(Exit.MODELS, "input.outside", "templates");
  }

  /** Paths of all YAML files but hidden ones, relative to the root, in alphabetical order. */
  List<String> files() {
    try (Stream<Path> all = Files.walk(root)) {
      return all.filter(path -> isYaml(path) && !isHidden(path) && isFile(path))
          .map(path -> root.relativize(path).toString().replace('\\', '/'))
          .sorted()
          .toList();
    } catch (IOException | UncheckedIOException unreadable) {
      throw Stopped.with(Exit.INPUT, "input.unreadable", String.valueOf(unreadable.getMessage()));
    }
  }

  private static boolean isYaml(Path path) {
    String name = path.getFileName().toString();
    return name.endsWith(".yaml") || name.endsWith(".yml");
  }

  /** A link that leads nowhere is one that cannot be read. */
  private static boolean isFile(Path path) {
    return Files.isRegularFile(path) || (Files.isSymbolicLink(path) && !Files.exists(path));
  }

  private boolean isHidden(Path path) {
    for (Path part : root.relativize(path)) {
      if (part.toString().startsWith(".")) {
        return true;
      }
    }
    return false;
  }

  boolean has(String path) {
    return Files.isRegularFile(root.resolve(path));
  }

  /** The text of a file; a file that leads out of the folder, by a link too, is not read. */
  Checked<String> text(String path) {
    Path file = root.resolve(path);
    try {
      if (!file.toRealPath().startsWith(root)) {
        return failed(path, "input.outside");
      }
      if (Files.size(file) > limits.get(Limit.FILE_BYTES)) {
        // Not read at all: whoever decodes it would have to hold it in memory to refuse it.
        return new Checked<>(Optional.empty(), List.of(YamlReader.tooLarge(path, limits)));
      }
      return YamlReader.decode(path, Files.readAllBytes(file), limits);
    } catch (IOException unreadable) {
      return failed(path, "input.file.unreadable");
    }
  }

  private static Checked<String> failed(String path, String key) {
    Diagnostic error = Diagnostic.error(SourceSpan.wholeFile(path), Message.of(key, path));
    return new Checked<>(Optional.empty(), List.of(error));
  }

  /** A file that another one includes; nothing when there is none. */
  Optional<Checked<Value>> included(String path) {
    if (!has(path)) {
      return Optional.empty();
    }
    Checked<String> text = text(path);
    return Optional.of(
        text.value()
            .map(read -> YamlReader.read(path, read, limits))
            .orElseGet(() -> new Checked<>(Optional.empty(), text.diagnostics())));
  }
}
