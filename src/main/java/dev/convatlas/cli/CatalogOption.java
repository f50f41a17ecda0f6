package dev.convatlas.cli;

import java.nio.file.Path;
import picocli.CommandLine.Option;

/** The catalog in which a command looks for its models. */
final class CatalogOption {
  @Option(names = "--models", paramLabel = "FOLDER", description = CatalogFolder.WHICH)
  private Path models;

  /** The folder that was named, else the current one when it is a catalog, else the samples. */
  Path folder(Streams streams) {
    return Common.models(models, streams.folder());
  }
}
