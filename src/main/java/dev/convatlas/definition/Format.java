package dev.convatlas.definition;

import java.util.List;

/** The keys of the format, each list in the order in which people write them. */
public final class Format {

  /** At the top of a model file. */
  public static final List<String> FILE =
      List.of(
          "include",
          "family",
          "title",
          "year",
          "task",
          "paper",
          "description",
          "citation",
          "tags",
          "aliases",
          "params",
          "input",
          "blocks",
          "layers",
          "outputs",
          "claims",
          "metrics",
          "baseline",
          "id",
          "grid",
          "variants");

  /** Those of a file that a variant cannot replace. */
  static final List<String> FIXED = List.of("include", "blocks", "layers", "variants", "baseline");

  public static final List<String> VARIANT =
      FILE.stream().filter(key -> !FIXED.contains(key)).toList();

  /** Of an item, beside its type. */
  public static final List<String> MODIFIERS =
      List.of("name", "from", "when", "for", "repeat", "training", "functional", "note");

  public static final List<String> BLOCK = List.of("args", "inputs", "layers", "note");
  public static final List<String> RESIDUAL = List.of("skip", "body", "shortcut");
  public static final List<String> PARALLEL = List.of("branches", "merge");
  public static final List<String> PAPER = List.of("title", "url");

  /** What a claim can be of. */
  public static final List<String> FIGURES =
      List.of("params", "params_inference", "buffers", "macs", "flops", "receptive_field");

  /** Of a claim, beside its figures. */
  public static final List<String> CLAIM = List.of("source", "url", "convention");

  /** Of {@code catalog.yaml}. */
  public static final List<String> CATALOG =
      List.of(
          "title",
          "description",
          "language",
          "url",
          "repository",
          "convention",
          "metrics",
          "comparisons",
          "devices",
          "families",
          "guide_model",
          "words",
          "stylesheet",
          "logo");

  public static final List<String> METRIC = List.of("title", "unit", "better");
  public static final List<String> COMPARISON =
      List.of("title", "description", "models", "baseline");
  public static final List<String> DEVICE =
      List.of("title", "operations_per_second", "bytes_per_second");

  private Format() {}
}
