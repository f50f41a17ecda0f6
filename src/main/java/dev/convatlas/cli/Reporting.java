package dev.convatlas.cli;

import dev.convatlas.site.DiagnosticFiles;
import dev.convatlas.source.Diagnostic;
import dev.convatlas.text.Messages;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Option;

/** How commands that look at whole folders tell what is wrong. */
final class Reporting {

  /** For people, on stderr; or for programs, on stdout. */
  enum Format {
    text,
    json
  }

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description =
          "How what is wrong is told: text on stderr, or json on stdout; by default"
              + " ${DEFAULT-VALUE}.")
  private Format format = Format.text;

  /**
   * @param diagnostics in their order
   * @param folder as people named it, which goes in front of every path
   */
  void tell(
      Survey survey, List<Diagnostic> diagnostics, Path folder, Messages words, Streams streams) {
    if (format == Format.text) {
      Common.print(survey, diagnostics, folder, words, streams);
      return;
    }
    List<Diagnostic> placed = Common.placed(diagnostics, folder, streams);
    byte[] json = DiagnosticFiles.json(placed, survey.catalog().models().size(), words);
    streams.out().print(new String(json, StandardCharsets.UTF_8));
  }
}
