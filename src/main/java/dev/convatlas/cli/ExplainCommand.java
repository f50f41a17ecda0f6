package dev.convatlas.cli;

import dev.convatlas.analysis.Analysis;
import dev.convatlas.catalog.LayerExplanation;
import dev.convatlas.catalog.Model;
import dev.convatlas.text.Messages;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code convatlas explain}: how each number of a layer came about. */
@Command(
    name = "explain",
    description = "Prints how each number of a layer came about: formula, values and result.",
    footer = {
      "",
      "Examples:",
      "  convatlas explain resnet50 fc",
      "  convatlas explain resnet50 layer1.0.body.conv2.conv2d",
      "  convatlas explain --format md sample-models/vgg.yaml#vgg16 1"
    })
final class ExplainCommand implements Callable<Integer> {
  private final Streams streams;

  /** How the explanation is printed. */
  enum Format {
    table,
    md
  }

  @Mixin private Common common;

  @Mixin private CatalogOption catalog;

  @Option(
      names = "--format",
      description = "One of ${COMPLETION-CANDIDATES}; by default ${DEFAULT-VALUE}.")
  private Format format = Format.table;

  @Parameters(
      index = "0",
      paramLabel = "MODEL",
      description = "An id of the catalog, FILE.yaml#VARIANT, or FOLDER:ID.")
  private String model;

  @Parameters(
      index = "1",
      paramLabel = "LAYER",
      description = "A path, the end of one that no other layer has, or a number of 'show'.")
  private String layer;

  ExplainCommand(Streams streams) {
    this.streams = streams;
  }

  @Override
  public Integer call() {
    Messages words = common.words(streams.environment());
    Path folder = catalog.folder(streams);
    Model found = new Lookup(streams, common, words).find(model, folder);
    Analysis analysis = found.analysis();
    int index = LayerName.find(layer, analysis);
    ExplanationText text =
        new ExplanationText(analysis, index, LayerExplanation.of(analysis, index), words);
    streams.out().print(format == Format.md ? text.markdown() : text.plain());
    return Exit.DONE;
  }
}
