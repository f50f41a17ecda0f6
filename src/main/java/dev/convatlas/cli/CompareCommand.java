package dev.convatlas.cli;

import dev.convatlas.catalog.Model;
import dev.convatlas.catalog.Summary;
import dev.convatlas.catalog.comparison.Comparison;
import dev.convatlas.catalog.comparison.LayerComparison;
import dev.convatlas.catalog.comparison.LayerList;
import dev.convatlas.convention.Convention;
import dev.convatlas.convention.Conventions;
import dev.convatlas.definition.CatalogSettings;
import dev.convatlas.report.AlignedTable;
import dev.convatlas.report.ComparisonTable;
import dev.convatlas.report.ComparisonText;
import dev.convatlas.site.ComparisonFiles;
import dev.convatlas.text.Messages;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code convatlas compare}: models side by side, or what changed between two folders. */
@Command(
    name = "compare",
    description = "Compares 2 to 6 models, or all the models of two folders.",
    footer = {
      "",
      "Examples:",
      "  convatlas compare resnet50 resnext50_32x4d wide_resnet50_2",
      "  convatlas compare --format md --only-differences resnet50 resnet101",
      "  convatlas compare old.yaml#net new.yaml#net --fail-if 'macs>+5%%'",
      "  convatlas compare base/models models --fail-if 'peak_memory>x1.5'",
      "",
      "A condition is FIGURE, one of > < >= <=, and a change from the baseline:",
      "+5%% or -5%% of it, +1M or -200k in the figure's own unit, or x2 as a factor.",
      "Figures: params, params_inference, buffers, macs, activations, receptive_field,",
      "weight_memory, peak_memory, layers, weighted_layers, depth, joins."
    })
final class CompareCommand implements Callable<Integer> {
  private final Streams streams;

  /** How the comparison is printed. */
  enum Format {
    table,
    md,
    csv,
    json,
    latex
  }

  @Mixin private Common common;

  @Mixin private CatalogOption catalog;

  @Option(
      names = "--format",
      description =
          "One of ${COMPLETION-CANDIDATES}; by default table for models and md for folders.")
  private Format format;

  @Option(
      names = "--base",
      paramLabel = "MODEL",
      description = "The one that the others are compared with; by default the first.")
  private String base;

  @Option(
      names = "--convention",
      paramLabel = "NAME",
      description = "How operations are counted; by default as the first model's catalog says.")
  private String convention;

  @Option(
      names = "--only-differences",
      description = "Leave out the lines in which all the models have the same.")
  private boolean onlyDifferences;

  @Option(names = "--layers", description = "Print the layers beside those of the baseline too.")
  private boolean layers;

  @Option(
      names = "--fail-if",
      paramLabel = "CONDITION",
      description = "End with exit code 1 when a change is such; may be given several times.")
  private List<String> conditions = List.of();

  @Parameters(
      arity = "2..*",
      paramLabel = "MODEL",
      description = "Ids of the catalog, FILE.yaml#VARIANT, FOLDER:ID; or two folders.")
  private List<String> names;

  CompareCommand(Streams streams) {
    this.streams = streams;
  }

  /**
   * What is compared.
   *
   * @param layers by model; empty for the baseline, and where they are too many
   * @param usual conventions of the models' catalogs, each once
   */
  private record Compared(
      Comparison comparison,
      List<String> names,
      List<Optional<LayerComparison>> layers,
      List<String> usual) {}

  @Override
  public Integer call() {
    Messages words = common.words(streams.environment());
    List<Gate> gates = conditions.stream().map(Gate::parse).toList();
    if (areFolders()) {
      return new FolderComparison(streams, common, words)
          .run(folder(names.get(0)), folder(names.get(1)), chosen(), format, gates);
    }
    if (names.size() > Comparison.MOST) {
      throw Stopped.with(Exit.USAGE, "compare.most", names.size(), Comparison.MOST);
    }
    Compared compared = compared(words);
    streams.out().print(printed(compared, words));
    return closed(compared, gates, words) ? Exit.MODELS : Exit.DONE;
  }

  /** A folder may be called like a model of the catalog; only two of them are meant as folders. */
  private boolean areFolders() {
    return names.size() == 2 && names.stream().allMatch(name -> Files.isDirectory(folder(name)));
  }

  private Path folder(String name) {
    return streams.resolve(Path.of(name));
  }

  private Optional<Convention> chosen() {
    return Optional.ofNullable(convention)
        .map(
            name ->
                Conventions.named(name)
                    .orElseThrow(
                        () ->
                            Stopped.with(
                                Exit.USAGE,
                                "compare.convention",
                                name,
                                String.join(", ", Conventions.names()))));
  }

  private Compared compared(Messages words) {
    Lookup lookup = new Lookup(streams, common, words);
    Path folder = catalog.folder(streams);
    List<Lookup.Found> found = names.stream().map(name -> lookup.found(name, folder)).toList();
    List<Model> compared = found.stream().map(Lookup.Found::model).toList();
    List<String> shown = shown(compared);
    CatalogSettings settings = found.get(0).settings();
    Convention counted =
        chosen().or(() -> Conventions.named(settings.convention())).orElse(Conventions.DEFAULT);
    int baseline = baseline(shown);
    Comparison comparison =
        Comparison.of(compared.stream().map(Summary::of).toList(), baseline, counted, settings);
    List<String> usual = found.stream().map(one -> one.settings().convention()).distinct().toList();
    return new Compared(comparison, shown, aligned(compared, baseline, counted), usual);
  }

  /** Ids, or what was written where two models have one id. */
  private List<String> shown(List<Model> compared) {
    List<String> ids = compared.stream().map(Model::id).toList();
    return ids.stream().distinct().count() == ids.size() ? ids : names;
  }

  private int baseline(List<String> shown) {
    if (base == null) {
      return 0;
    }
    int at = Math.max(names.indexOf(base), shown.indexOf(base));
    if (at < 0) {
      throw Stopped.with(Exit.USAGE, "compare.base", base, String.join(", ", names));
    }
    return at;
  }

  private static List<Optional<LayerComparison>> aligned(
      List<Model> models, int base, Convention convention) {
    List<LayerList> lists =
        models.stream().map(model -> LayerList.of(model.analysis(), convention)).toList();
    List<Optional<LayerComparison>> layers = new ArrayList<>();
    for (int i = 0; i < lists.size(); i++) {
      layers.add(
          i == base
              ? Optional.empty()
              : LayerComparison.of(lists.get(base), lists.get(i), convention.name()));
    }
    return layers;
  }

  private String printed(Compared compared, Messages words) {
    Comparison comparison = compared.comparison();
    Format wanted = format == null ? Format.table : format;
    if (wanted == Format.csv) {
      return text(ComparisonFiles.csv(comparison, compared.names(), onlyDifferences));
    }
    if (wanted == Format.json) {
      return text(
          ComparisonFiles.json(comparison, compared.names(), onlyDifferences, compared.layers()));
    }
    ComparisonTable table = table(compared, words);
    String figure = comparison.convention().unit().text();
    List<AlignedTable> aligned =
        compared.layers().stream().map(layers -> AlignedTable.of(layers, figure, words)).toList();
    ComparisonText text = new ComparisonText(table, compared.names(), aligned, figure, words);
    String rest = layers ? text.alignment(wanted == Format.md) : "";
    return switch (wanted) {
      case table -> text.aligned() + rest;
      case md -> text.markdown() + rest;
      default -> text.latex();
    };
  }

  private ComparisonTable table(Compared compared, Messages words) {
    ComparisonTable all = ComparisonTable.of(compared.comparison(), words);
    if (compared.usual().size() > 1) {
      String usual = String.join(", ", compared.usual());
      String counted = compared.comparison().convention().name();
      all = all.noticed(words.text("compare.notice.conventions", usual, counted));
    }
    return onlyDifferences ? all.differences() : all;
  }

  private static String text(byte[] file) {
    return new String(file, StandardCharsets.UTF_8);
  }

  /** Whether a gate is closed; says which. */
  private boolean closed(Compared compared, List<Gate> gates, Messages words) {
    boolean closed = false;
    for (int i = 0; i < compared.names().size(); i++) {
      if (i != compared.comparison().base()) {
        for (Gate gate : gates) {
          Optional<String> why =
              gate.closed(compared.comparison(), i, compared.names().get(i), words);
          why.ifPresent(sentence -> streams.err().println(sentence));
          closed |= why.isPresent();
        }
      }
    }
    return closed;
  }
}
