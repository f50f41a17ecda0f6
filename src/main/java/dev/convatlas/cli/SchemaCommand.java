package dev.convatlas.cli;

import dev.convatlas.report.CatalogSchema;
import dev.convatlas.report.ModelSchema;
import dev.convatlas.site.DataFiles;
import dev.convatlas.text.Messages;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code convatlas schema}: what a file may say, for editors. */
@Command(
    name = "schema",
    description = "Prints the JSON Schema of a model file, or of catalog.yaml.",
    footer = {
      "",
      "Examples:",
      "  convatlas schema > model.schema.json",
      "  convatlas schema catalog > catalog.schema.json",
      "",
      "Editors with the YAML language server check a file that begins with",
      "  # yaml-language-server: $schema=model.schema.json"
    })
final class SchemaCommand implements Callable<Integer> {
  private final Streams streams;

  /** Which file. */
  enum Subject {
    model,
    catalog
  }

  @Parameters(
      arity = "0..1",
      paramLabel = "FILE",
      description = "One of ${COMPLETION-CANDIDATES}; by default ${DEFAULT-VALUE}.")
  private Subject subject = Subject.model;

  @Option(
      names = "--language",
      paramLabel = "TAG",
      description = "Language of the descriptions, en or zh. By default that of the environment.")
  private String language;

  SchemaCommand(Streams streams) {
    this.streams = streams;
  }

  @Override
  public Integer call() {
    Messages words = Common.words(language, streams.environment());
    Map<String, Object> schema =
        switch (subject) {
          case model -> ModelSchema.of(words);
          case catalog -> CatalogSchema.of(words);
        };
    streams.out().print(new String(DataFiles.schema(schema), StandardCharsets.UTF_8));
    return Exit.DONE;
  }
}
