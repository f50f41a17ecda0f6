package dev.convatlas.cli;

import dev.convatlas.analysis.findings.Check;
import dev.convatlas.analysis.findings.Checks;
import dev.convatlas.analysis.findings.Finding;
import dev.convatlas.catalog.Model;
import dev.convatlas.graph.Node;
import dev.convatlas.source.Diagnostic;
import dev.convatlas.source.Message;
import dev.convatlas.text.Messages;
import dev.convatlas.text.Numbers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code convatlas check}: everything that {@code build} does, but writing. */
@Command(
    name = "check",
    description = "Checks definitions and published claims, and writes nothing.",
    footer = {
      "",
      "Examples:",
      "  convatlas check sample-models",
      "  convatlas check --limit layers=500000 models",
      "  convatlas check -v models",
      "  convatlas check --strict --format json models > diagnostics.json",
      "",
      "With -v it also says what the checks of an architecture have seen: dropped rows, layers",
      "that gain no context and the like. These are remarks; they change no exit code."
    })
final class CheckCommand implements Callable<Integer> {
  private final Streams streams;

  @Mixin private Common common;

  @Mixin private Reporting reporting;

  @Option(names = "--strict", description = "End with exit code 1 for warnings too.")
  private boolean strict;

  @Mixin private CatalogFolder catalog;

  CheckCommand(Streams streams) {
    this.streams = streams;
  }

  @Override
  public Integer call() {
    Messages words = common.words(streams.environment());
    Path folder = catalog.folder(streams);
    InputFolder input = InputFolder.at(folder, common.limits());
    Survey survey = Survey.of(input, common.limits(), common.work());
    List<Diagnostic> told = new ArrayList<>(survey.diagnostics());
    if (common.isVerbose()) {
      told.addAll(findings(survey));
    }
    reporting.tell(survey, told, folder, words, streams);
    if (!common.isQuiet()) {
      int sound = survey.catalog().models().size();
      streams.err().println(words.text("cli.checked", sound, survey.catalog().families().size()));
    }
    boolean wrong = survey.hasErrors() || (strict && !survey.diagnostics().isEmpty());
    return wrong ? Exit.MODELS : Exit.DONE;
  }

  /** What the checks of an architecture see is no mistake: a remark, only where one asks for it. */
  private List<Diagnostic> findings(Survey survey) {
    return common.work().each(survey.files(), path -> findings(survey.models(path))).stream()
        .flatMap(List::stream)
        .sorted()
        .toList();
  }

  private static List<Diagnostic> findings(Iterable<Model> models) {
    List<Diagnostic> found = new ArrayList<>();
    for (Model model : models) {
      for (Check check : Checks.ALL) {
        for (Finding finding : check.find(model.analysis())) {
          Node node = model.analysis().rows().get(finding.nodes().get(0)).node();
          Message said =
              Message.of(
                  "finding.said",
                  model.id(),
                  node.path(),
                  check.title(),
                  Numbers.grouped(finding.message()));
          found.add(Diagnostic.warning(node.span(), said));
        }
      }
    }
    return found;
  }
}
