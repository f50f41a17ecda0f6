package dev.convatlas.cli;

import dev.convatlas.text.Messages;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code convatlas check}: everything that {@code build} does, but writing. */
@Command(
    name = "check",
    description = "Checks definitions and published claims, and writes nothing.",
    footer = {
      "",
      "Examples:",
      "  convatlas check sample-models",
      "  convatlas check --limit layers=500000 models"
    })
final class CheckCommand implements Callable<Integer> {
  private final Streams streams;

  @Mixin private Common common;

  @Parameters(
      arity = "0..1",
      paramLabel = "MODELS",
      description =
          "Folder of model definitions; by default the current catalog, or sample-models.")
  private Path models;

  CheckCommand(Streams streams) {
    this.streams = streams;
  }

  @Override
  public Integer call() {
    Messages words = common.words(streams.environment());
    Path folder = Common.models(models, streams.folder());
    InputFolder input = InputFolder.at(folder, common.limits());
    Survey survey = Survey.of(input, common.limits(), common.work());
    Common.print(survey, folder, words, streams);
    if (!common.isQuiet()) {
      int sound = survey.catalog().models().size();
      streams.err().println(words.text("cli.checked", sound, survey.catalog().families().size()));
    }
    return survey.hasErrors() ? Exit.MODELS : Exit.DONE;
  }
}
