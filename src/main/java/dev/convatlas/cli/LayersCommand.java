package dev.convatlas.cli;

import dev.convatlas.layer.Category;
import dev.convatlas.layer.LayerType;
import dev.convatlas.layer.LayerTypes;
import dev.convatlas.report.LayerReference;
import dev.convatlas.report.LayerReference.Parameter;
import dev.convatlas.report.TextTable;
import dev.convatlas.site.DataFiles;
import dev.convatlas.source.Nearest;
import dev.convatlas.text.Messages;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code convatlas layers}: the layer types, or all there is to know of one. */
@Command(
    name = "layers",
    description = "Lists the layer types, or explains one: arguments, defaults, formulas.",
    footer = {
      "",
      "Examples:",
      "  convatlas layers",
      "  convatlas layers conv2d",
      "  convatlas layers --format json"
    })
final class LayersCommand implements Callable<Integer> {
  private final Streams streams;

  /** How it is printed. */
  enum Format {
    table,
    md,
    json
  }

  @Parameters(arity = "0..1", paramLabel = "TYPE", description = "A layer type, such as conv2d.")
  private String type;

  @Option(
      names = "--format",
      description = "One of ${COMPLETION-CANDIDATES}; by default ${DEFAULT-VALUE}.")
  private Format format = Format.table;

  @Option(
      names = "--language",
      paramLabel = "TAG",
      description = "Language of the text, en or zh. By default that of the environment.")
  private String language;

  LayersCommand(Streams streams) {
    this.streams = streams;
  }

  @Override
  public Integer call() {
    Messages words = Common.words(language, streams.environment());
    streams.out().print(type == null ? list(words) : one(found(), words));
    return Exit.DONE;
  }

  private LayerType found() {
    return LayerTypes.named(type)
        .orElseThrow(
            () ->
                Nearest.name(type, LayerTypes.names())
                    .map(near -> Stopped.with(Exit.USAGE, "layers.unknown.near", type, near))
                    .orElseGet(() -> Stopped.with(Exit.USAGE, "layers.unknown", type)));
  }

  private String list(Messages words) {
    if (format == Format.json) {
      List<Object> all = new ArrayList<>();
      LayerTypes.ALL.forEach(each -> all.add(json(each, words)));
      return text(Map.of("layers", all));
    }
    StringBuilder text = new StringBuilder();
    for (Category category : Category.values()) {
      List<List<String>> lines =
          LayerTypes.ALL.stream()
              .filter(each -> each.category() == category)
              .map(each -> List.of(each.name(), each.torch(), required(each)))
              .toList();
      if (!lines.isEmpty()) {
        List<String> heads =
            List.of(title(category, words), "PyTorch", words.text("site.types.argument"));
        TextTable table = new TextTable(heads, List.of(false, false, false), lines);
        text.append(text.isEmpty() ? "" : "\n");
        text.append(format == Format.md ? table.markdown() : table.aligned());
      }
    }
    return text.toString();
  }

  private static String title(Category category, Messages words) {
    return words.text("site.category." + category.name().toLowerCase(Locale.ROOT));
  }

  /** Arguments that must be written. */
  private static String required(LayerType type) {
    return String.join(
        ", ",
        type.arguments().stream()
            .filter(argument -> argument.isRequired())
            .map(argument -> argument.name())
            .toList());
  }

  private String one(LayerType wanted, Messages words) {
    if (format == Format.json) {
      return text(json(wanted, words));
    }
    boolean markdown = format == Format.md;
    LayerReference reference = LayerReference.of(wanted, words);
    StringBuilder text = new StringBuilder();
    text.append(markdown ? "## " : "").append(reference.name());
    text.append(reference.torch().isEmpty() ? "" : "  (" + reference.torch() + ")").append('\n');
    text.append('\n').append(reference.takes()).append("\n\n");
    if (reference.parameters().isEmpty()) {
      text.append(words.text("site.types.plain")).append('\n');
    } else {
      TextTable table = arguments(reference, words);
      text.append(markdown ? table.markdown() : table.aligned());
    }
    String fence = markdown ? "```" : "";
    text.append('\n').append(markdown ? "```yaml\n" : "");
    text.append(reference.example()).append('\n').append(markdown ? fence + "\n" : "");
    text.append('\n');
    reference
        .formulas()
        .forEach(line -> text.append(markdown ? "- " : "").append(line).append('\n'));
    return text.toString();
  }

  private static TextTable arguments(LayerReference reference, Messages words) {
    return new TextTable(
        List.of(
            words.text("site.types.argument"),
            words.text("site.types.default"),
            words.text("site.types.allowed")),
        List.of(false, false, false),
        reference.parameters().stream()
            .map(each -> List.of(each.name(), fallback(each, words), each.allowed()))
            .toList());
  }

  private static String fallback(Parameter parameter, Messages words) {
    return parameter.fallback().isEmpty()
        ? words.text("site.types.required")
        : parameter.fallback();
  }

  private static Map<String, Object> json(LayerType type, Messages words) {
    LayerReference reference = LayerReference.of(type, words);
    List<Object> arguments = new ArrayList<>();
    for (Parameter parameter : reference.parameters()) {
      Map<String, Object> argument = new LinkedHashMap<>();
      argument.put("name", parameter.name());
      argument.put("required", parameter.fallback().isEmpty());
      argument.put("default", parameter.fallback());
      argument.put("allowed", parameter.allowed());
      arguments.add(argument);
    }
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("name", reference.name());
    json.put("category", type.category().name().toLowerCase(Locale.ROOT));
    json.put("torch", reference.torch());
    json.put("arguments", arguments);
    json.put("example", reference.example());
    json.put("formulas", reference.formulas());
    return json;
  }

  private static String text(Map<String, ?> json) {
    return new String(DataFiles.schema(json), StandardCharsets.UTF_8);
  }
}
