package dev.convatlas.bench;

import dev.convatlas.catalog.Model;
import dev.convatlas.catalog.ModelReader;
import dev.convatlas.definition.Includes;
import dev.convatlas.source.Limits;
import dev.convatlas.yaml.YamlReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The samples in memory, so that no benchmark waits for a disk. */
final class Samples {
  /** Files of models that torchvision does not have, or not as classifiers. */
  private static final Set<String> OTHERS =
      Set.of(
          "catalog.yaml",
          "deeplabv3.yaml",
          "fpn_resnet50.yaml",
          "lenet5.yaml",
          "lenet5_1998.yaml",
          "mobilenet_v1.yaml",
          "unet.yaml");

  private static final Path FOLDER = Path.of("sample-models");

  private Samples() {}

  /** Texts by path: all of torchvision's classifiers. */
  static Map<String, String> classifiers() {
    Map<String, String> texts = texts(FOLDER);
    texts.keySet().removeAll(OTHERS);
    return texts;
  }

  static ModelReader reader() {
    Map<String, String> blocks = texts(FOLDER.resolve("blocks"));
    Includes includes =
        path ->
            Optional.ofNullable(blocks.get(path.substring(path.indexOf('/') + 1)))
                .map(text -> YamlReader.read(path, text, Limits.DEFAULT));
    return new ModelReader(Limits.DEFAULT, includes);
  }

  static Model resnet50() {
    List<Model> models =
        reader().read("resnet.yaml", texts(FOLDER).get("resnet.yaml")).value().orElseThrow();
    return models.stream().filter(model -> model.id().equals("resnet50")).findFirst().orElseThrow();
  }

  private static Map<String, String> texts(Path folder) {
    Map<String, String> texts = new TreeMap<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(path -> path.toString().endsWith(".yaml")).toList()) {
        texts.put(file.getFileName().toString(), Files.readString(file));
      }
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
    return texts;
  }
}
