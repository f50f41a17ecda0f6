package dev.convatlas.cli;

import java.nio.file.Path;
import picocli.CommandLine.Parameters;

/** The catalog that a command is about. */
final class CatalogFolder {
  static final String WHICH =
      "Folder of model definitions; by default the current catalog, or sample-models.";

  @Parameters(arity = "0..1", paramLabel = "MODELS", description = WHICH)
  private Path models;

  /** The folder that was named, else the current one when it is a catalog, else the samples. */
  Path folder(Streams streams) {
    return Common.models(models, streams.folder());
  }
}
