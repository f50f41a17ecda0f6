package dev.convatlas.cli;

import java.nio.file.Path;
import picocli.CommandLine.Parameters;

/** The catalog that a command is about. */
final class CatalogFolder {
  @Parameters(
      arity = "0..1",
      paramLabel = "MODELS",
      description =
          "Folder of model definitions; by default the current catalog, or sample-models.")
  private Path models;

  /** The folder that was named, else the current one when it is a catalog, else the samples. */
  Path folder(Streams streams) {
    return Common.models(models, streams.folder());
  }
}
