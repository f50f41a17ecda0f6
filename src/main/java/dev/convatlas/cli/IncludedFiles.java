package dev.convatlas.cli;

import dev.convatlas.cli.InputFolder.InputFile;
import dev.convatlas.source.Checked;
import dev.convatlas.source.Limits;
import dev.convatlas.yaml.Value;
import dev.convatlas.yaml.YamlReader;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The files that definitions include, each read once however many include it, so that all of them
 * see the same. May be used by several threads.
 */
final class IncludedFiles {
  private final InputFolder folder;
  private final Limits limits;
  private final Map<String, Optional<Included>> files = new ConcurrentHashMap<>();

  IncludedFiles(InputFolder folder, Limits limits) {
    this.folder = folder;
    this.limits = limits;
  }

  private record Included(String digest, Checked<Value> value) {}

  /** What a file says; nothing when there is none. */
  Optional<Checked<Value>> value(String path) {
    return file(path).map(Included::value);
  }

  /** SHA-256 of a file; empty when it is not there or could not be read. */
  String digest(String path) {
    return file(path).map(Included::digest).orElse("");
  }

  private Optional<Included> file(String path) {
    return files.computeIfAbsent(path, this::read);
  }

  private Optional<Included> read(String path) {
    if (!folder.has(path)) {
      return Optional.empty();
    }
    InputFile file = folder.read(path);
    Checked<Value> value =
        file.text()
            .value()
            .map(text -> YamlReader.read(path, text, limits))
            .orElseGet(() -> new Checked<>(Optional.empty(), file.text().diagnostics()));
    return Optional.of(new Included(file.digest(), value));
  }
}
