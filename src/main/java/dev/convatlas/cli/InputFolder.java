package dev.convatlas.cli;

import dev.convatlas.definition.SettingsReader;
import dev.convatlas.site.Publisher;
import dev.convatlas.source.Checked;
import dev.convatlas.source.Diagnostic;
import dev.convatlas.source.Digest;
import dev.convatlas.source.Limit;
import dev.convatlas.source.Limits;
import dev.convatlas.source.Message;
import dev.convatlas.source.SourceSpan;
import dev.convatlas.yaml.YamlReader;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;

/** A folder of model definitions: the only place that reads it. */
final class InputFolder {
  /** Endings of files that a catalog may bring to the looks of its site. */
  private static final Pattern LOOKS = Pattern.compile("(?i)\\.(?:css|svg|png|jpe?g|webp|ico)$");

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

  /**
   * A file as it was found.
   *
   * @param digest SHA-256 of its bytes; empty when it was not read
   * @param size in bytes; 0 when it was not read
   */
  record InputFile(String path, Checked<String> text, String digest, long size) {}

  /**
   * Paths of all YAML files but hidden ones, relative to the root, in alphabetical order. Folders
   * that a site was published into are passed over.
   */
  List<String> files() {
    List<String> files = new ArrayList<>();
    walk(
        root,
        (file, attributes) -> {
          if (isYaml(file) && isFile(file)) {
            files.add(path(file));
          }
        });
    Collections.sort(files);
    return List.copyOf(files);
  }

  /** Something by path that changes with the file, of all files that a site is made from. */
  Map<String, String> stamps() {
    Map<String, String> stamps = new TreeMap<>();
    Path templates = root.resolve("templates");
    walk(
        root,
        (file, attributes) -> {
          if (isYaml(file) || file.startsWith(templates) || LOOKS.matcher(path(file)).find()) {
            stamps.put(path(file), stamp(file, attributes));
          }
        });
    return stamps;
  }

  private static String stamp(Path file, BasicFileAttributes attributes) {
    BasicFileAttributes found = attributes;
    if (attributes.isSymbolicLink()) {
      try {
        found = Files.readAttributes(file, BasicFileAttributes.class);
      } catch (IOException leadsNowhere) {
        return "";
      }
    }
    return found.lastModifiedTime().toInstant() + " " + found.size() + " " + found.fileKey();
  }

  private String path(Path file) {
    return root.relativize(file).toString().replace('\\', '/');
  }

  private static void walk(Path root, BiConsumer<Path, BasicFileAttributes> each) {
    try {
      Files.walkFileTree(
          root,
          new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
              return !folder.equals(root) && (isHidden(folder) || Publisher.isSite(folder))
                  ? FileVisitResult.SKIP_SUBTREE
                  : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
              if (!isHidden(file)) {
                each.accept(file, attributes);
              }
              return FileVisitResult.CONTINUE;
            }
          });
    } catch (IOException unreadable) {
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

  private static boolean isHidden(Path path) {
    return path.getFileName().toString().startsWith(".");
  }

  boolean has(String path) {
    return Files.isRegularFile(root.resolve(path));
  }

  /** The text of a file; a file that leads out of the folder, by a link too, is not read. */
  Checked<String> text(String path) {
    return read(path).text();
  }

  /** What the catalog says of itself; a file without text where it says nothing. */
  InputFile readSettings() {
    return has(SettingsReader.FILE)
        ? read(SettingsReader.FILE)
        : new InputFile(SettingsReader.FILE, new Checked<>(Optional.empty(), List.of()), "", 0);
  }

  /** The same with what tells one content from another. */
  InputFile read(String path) {
    Path file = root.resolve(path);
    try {
      if (!file.toRealPath().startsWith(root)) {
        return failed(path, "input.outside");
      }
      if (Files.size(file) > limits.get(Limit.FILE_BYTES)) {
        // Not read at all: whoever decodes it would have to hold it in memory to refuse it.
        Checked<String> none =
            new Checked<>(Optional.empty(), List.of(YamlReader.tooLarge(path, limits)));
        return new InputFile(path, none, "", 0);
      }
      byte[] bytes = Files.readAllBytes(file);
      Checked<String> text = YamlReader.decode(path, bytes, limits);
      return new InputFile(path, text, Digest.of(bytes), bytes.length);
    } catch (IOException unreadable) {
      return failed(path, "input.file.unreadable");
    }
  }

  /**
   * A file of the catalog's own that is published as it is.
   *
   * @param place where it is named
   */
  Checked<byte[]> own(String path, SourceSpan place) {
    Path file = root.resolve(path).normalize();
    String problem = "input.file.unreadable";
    try {
      if (!file.startsWith(root) || (Files.exists(file) && !file.toRealPath().startsWith(root))) {
        problem = "input.outside";
      } else if (!Files.isRegularFile(file)) {
        problem = "input.file.missing";
      } else if (Files.size(file) > limits.get(Limit.FILE_BYTES)) {
        problem = "input.file.large";
      } else {
        return new Checked<>(Optional.of(Files.readAllBytes(file)), List.of());
      }
    } catch (IOException unreadable) {
      // As said above.
    }
    return new Checked<>(
        Optional.empty(), List.of(Diagnostic.error(place, Message.of(problem, path))));
  }

  private static InputFile failed(String path, String key) {
    Diagnostic error = Diagnostic.error(SourceSpan.wholeFile(path), Message.of(key, path));
    return new InputFile(path, new Checked<>(Optional.empty(), List.of(error)), "", 0);
  }
}
