package dev.convatlas.cli;

import dev.convatlas.catalog.Model;
import dev.convatlas.source.Nearest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A model as a person names it: an id of the catalog, {@code file.yaml#variant}, {@code file.yaml}
 * where it defines one model, or {@code folder:id}.
 *
 * @param folder of the catalog
 * @param file relative to the folder; empty when the whole catalog is searched
 * @param id empty when the file defines one model only
 */
record ModelName(Path folder, String file, String id) {

  static ModelName parse(String written, Path models, Path current) {
    int hash = written.indexOf('#');
    String path = hash < 0 ? written : written.substring(0, hash);
    if (path.endsWith(".yaml") || path.endsWith(".yml")) {
      return file(current.resolve(path).normalize(), hash < 0 ? "" : written.substring(hash + 1));
    }
    int colon = written.lastIndexOf(':');
    return colon > 0
        ? new ModelName(
            current.resolve(written.substring(0, colon)).normalize(),
            "",
            written.substring(colon + 1))
        : new ModelName(models, "", written);
  }

  /** A file's catalog is the nearest folder around it that has a catalog.yaml, else its own. */
  private static ModelName file(Path file, String id) {
    Path own = file.getParent();
    for (Path folder = own; folder != null; folder = folder.getParent()) {
      if (Files.isRegularFile(folder.resolve("catalog.yaml"))) {
        own = folder;
        break;
      }
    }
    return new ModelName(own, own.relativize(file).toString().replace('\\', '/'), id);
  }

  /**
   * The model.
   *
   * @throws Stopped when there is none of that name, or the file defines several and none is named
   */
  Model find(Survey survey) {
    List<String> ids =
        survey.catalog().models().stream()
            .filter(model -> file.isEmpty() || model.path().equals(file))
            .map(model -> model.id())
            .toList();
    if (id.isEmpty() && ids.size() != 1) {
      throw Stopped.with(
          ids.isEmpty() ? Exit.MODELS : Exit.USAGE,
          ids.isEmpty() ? "model.none" : "model.several",
          file,
          String.join(", ", ids));
    }
    String wanted = id.isEmpty() ? ids.get(0) : id;
    return survey.catalog().models().stream()
        .filter(model -> model.id().equals(wanted) && ids.contains(wanted))
        .findFirst()
        .flatMap(summary -> model(survey, summary.path(), wanted))
        .orElseThrow(() -> unknown(wanted, ids));
  }

  private static Optional<Model> model(Survey survey, String path, String id) {
    return survey.models(path).stream().filter(model -> model.id().equals(id)).findFirst();
  }

  private static Stopped unknown(String id, List<String> ids) {
    return Nearest.name(id, ids)
        .map(near -> Stopped.with(Exit.USAGE, "model.unknown.near", id, near))
        .orElseGet(() -> Stopped.with(Exit.USAGE, "model.unknown", id));
  }
}
