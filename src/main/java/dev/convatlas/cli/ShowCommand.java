package dev.convatlas.cli;

import dev.convatlas.analysis.Analysis;
import dev.convatlas.analysis.Count;
import dev.convatlas.analysis.Row;
import dev.convatlas.analysis.Totals;
import dev.convatlas.catalog.Model;
import dev.convatlas.catalog.Summary;
import dev.convatlas.report.Fields;
import dev.convatlas.site.CsvFiles;
import dev.convatlas.site.DataFiles;
import dev.convatlas.tensor.AxisField;
import dev.convatlas.tensor.Role;
import dev.convatlas.text.Messages;
import dev.convatlas.text.Numbers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
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

  @Option(
      names = "--models",
      paramLabel = "FOLDER",
      description =
          "Folder of model definitions; by default the current catalog, or sample-models.")
  private Path models;

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
    Path folder = Common.models(models, streams.folder());
    Model found = new Lookup(streams, common, words).find(model, folder);
    streams.out().print(printed(found, words));
    return Exit.DONE;
  }

  private String printed(Model found, Messages words) {
    return switch (format) {
      case table -> table(found.analysis(), words).aligned() + "\n" + totals(found, words);
      case md -> table(found.analysis(), words).markdown();
      case csv -> text(CsvFiles.model(found.analysis()));
      case json -> text(DataFiles.model(Summary.of(found), found.analysis()));
    };
  }

  private static String text(byte[] file) {
    return new String(file, StandardCharsets.UTF_8);
  }

  private static TextTable table(Analysis analysis, Messages words) {
    List<List<String>> lines = new ArrayList<>();
    for (Row row : analysis.rows()) {
      Map<Role, AxisField> axes = Fields.of(row);
      lines.add(
          List.of(
              row.node().path(),
              row.node().type(),
              row.node().output().toString(),
              count(row.params()),
              count(row.macs()),
              axes.entrySet().stream()
                  .map(a -> Fields.size(a.getValue(), a.getKey(), row.node().output()))
                  .map(Numbers::exact)
                  .distinct()
                  .collect(Collectors.joining("×")),
              axes.values().stream()
                  .map(axis -> axis.jump().map(Object::toString).orElse("?"))
                  .distinct()
                  .collect(Collectors.joining("×"))));
    }
    return new TextTable(
        List.of(
            words.text("show.layer"),
            words.text("show.type"),
            words.text("show.output"),
            words.text("show.params"),
            words.text("show.macs"),
            words.text("show.field"),
            words.text("show.jump")),
        List.of(false, false, false, true, true, true, true),
        lines);
  }

  private static String count(Count count) {
    return Numbers.atLeast(count.value(), count.isExact(), Numbers::exact);
  }

  private static String totals(Model model, Messages words) {
    Totals totals = model.analysis().totals();
    StringBuilder text = new StringBuilder();
    text.append(words.text("show.total.params", count(totals.params()))).append('\n');
    if (!totals.params().equals(totals.paramsInference())) {
      text.append(words.text("show.total.inference", count(totals.paramsInference())));
      text.append('\n');
    }
    text.append(words.text("show.total.buffers", count(totals.buffers()))).append('\n');
    text.append(words.text("show.total.macs", count(totals.macs()))).append('\n');
    return text.toString();
  }
}
