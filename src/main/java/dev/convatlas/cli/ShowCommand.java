package dev.convatlas.cli;

import dev.convatlas.catalog.Model;
import dev.convatlas.catalog.Study;
import dev.convatlas.catalog.Summary;
import dev.convatlas.site.CsvFiles;
import dev.convatlas.site.DataFiles;
import dev.convatlas.text.Messages;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code convatlas show}: a model's layers and totals in the terminal. */
@Command(
    name = "show",
    description = "Prints the layers of a model with their figures, and its totals.",
    footer = {
      "",
      "Examples:",
      "  convatlas show resnet50",
      "  convatlas show --format md sample-models/resnet.yaml#resnet18",
      "  convatlas show --format json vgg16"
    })
final class ShowCommand implements Callable<Integer> {
  private final Streams streams;

  /** How the table is printed. */
  enum Format {
    table,
    md,
    csv,
    json
  }

  @Mixin private Common common;

  @Mixin private CatalogOption catalog;

  @Option(
      names = "--format",
      description = "One of ${COMPLETION-CANDIDATES}; by default ${DEFAULT-VALUE}.")
  private Format format = Format.table;

  @Parameters(
      arity = "1",
      paramLabel = "MODEL",
      description = "An id of the catalog, FILE.yaml#VARIANT, or FOLDER:ID.")
  private String model;

  ShowCommand(Streams streams) {
    this.streams = streams;
  }

  @Override
  public Integer call() {
    Messages words = common.words(streams.environment());
    Path folder = catalog.folder(streams);
    Lookup.Found found = new Lookup(streams, common, words).found(model, folder);
    streams.out().print(printed(found, words));
    return Exit.DONE;
  }

  private String printed(Lookup.Found found, Messages words) {
    Model shown = found.model();
    ModelText text = new ModelText(shown.analysis(), words);
    return switch (format) {
      case table -> text.layers().aligned() + "\n" + text.totals().aligned() + text.reasons();
      case md -> text.layers().markdown() + "\n" + text.totals().markdown() + text.reasons();
      case csv -> text(CsvFiles.model(shown.analysis()));
      case json -> text(DataFiles.model(Study.of(shown, Summary.of(shown), found.settings())));
    };
  }

  private static String text(byte[] file) {
    return new String(file, StandardCharsets.UTF_8);
  }
}
