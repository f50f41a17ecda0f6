package dev.convatlas.definition;

import dev.convatlas.definition.Variants.Variant;
import dev.convatlas.source.Checked;
import dev.convatlas.source.Limits;
import dev.convatlas.source.Message;
import dev.convatlas.source.Problems;
import dev.convatlas.source.SourceSpan;
import dev.convatlas.yaml.Value;
import dev.convatlas.yaml.Value.Entry;
import dev.convatlas.yaml.Value.Mapping;
import dev.convatlas.yaml.Value.Scalar;
import dev.convatlas.yaml.Value.Sequence;
import dev.convatlas.yaml.YamlReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads a model file: every model that it defines, as written. */
public final class DefinitionReader {

  /** Keys at the top of a model file, in the order in which people write them. */
  static final List<String> KEYS =
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

  /** What is evaluated with the params of each model; the rest waits for shapes. */
  private static final List<String> EVALUATED =
      List.of(
          "family",
          "title",
          "year",
          "task",
          "paper",
          "description",
          "citation",
          "tags",
          "aliases",
          "input",
          "outputs",
          "claims",
          "metrics");

  private final Limits limits;
  private final Expressions expressions;
  private final Includes includes;

  public DefinitionReader(Limits limits, Expressions expressions, Includes includes) {
    this.limits = limits;
    this.expressions = expressions;
    this.includes = includes;
  }

  /**
   * @param path relative to the catalog's root
   * @return a file without models when it only holds blocks for others to include
   */
  public Checked<ModelFile> read(String path, String text) {
    Checked<Value> value = YamlReader.read(path, text, limits);
    Problems problems = new Problems();
    problems.addAll(value.diagnostics());
    Optional<ModelFile> file = Optional.empty();
    try {
      file =
          value
              .value()
              .flatMap(root -> Keys.mapping(root, "file", problems))
              .map(root -> new ModelFile(path, text, models(path, root, problems)));
    } catch (Limited limited) {
      problems.add(limited.diagnostic());
    }
    return new Checked<>(file, problems.list());
  }

  private List<ModelDefinition> models(String path, Mapping root, Problems problems) {
    Keys.known(root, KEYS, "file", problems);
    expressions.check(root, problems);
    String fileId = fileId(path);
    Map<String, Block> included = new Inclusion(includes, expressions, problems).blocks(path, root);
    List<Item> items = items(root, problems);
    Map<String, Block> blocks = blocks(root, included, problems);
    if (items.isEmpty() && root.get("layers").isEmpty()) {
      boolean library = root.get("blocks").isPresent() && root.get("variants").isEmpty();
      if (!library) {
        SourceSpan file = SourceSpan.wholeFile(path);
        problems.error(file, "key.missing", Message.of("subject.file"), "layers");
      }
      return List.of();
    }
    List<Variant> variants = new Variants(expressions, limits, problems).of(root, fileId);
    Optional<String> baseline = baseline(root, variants, problems);
    List<ModelDefinition> models = new ArrayList<>();
    for (Variant variant : variants) {
      boolean isBaseline = variant.id().equals(baseline.orElse(variants.get(0).id()));
      Optional<Map<String, Value>> params = params(variant.root(), expressions, problems);
      if (params.isPresent()) {
        Map<String, Block> all = new LinkedHashMap<>(included);
        blocks.forEach((name, block) -> all.put(name, block.with(params.get())));
        evaluated(variant, params.get(), problems)
            .map(
                filled ->
                    new ModelDefinition(
                        new MetadataReader(problems).read(variant.id(), isBaseline, fileId, filled),
                        variant.span(),
                        params.get(),
                        inputs(filled, problems),
                        items,
                        all,
                        outputs(filled, problems)))
            .ifPresent(models::add);
      }
    }
    return models;
  }

  private static String fileId(String path) {
    String name = path.substring(path.lastIndexOf('/') + 1);
    int dot = name.lastIndexOf('.');
    return dot > 0 ? name.substring(0, dot) : name;
  }

  private static List<Item> items(Mapping root, Problems problems) {
    return root.get("layers")
        .map(layers -> new ItemReader(problems).list(layers, "layers"))
        .orElse(List.of());
  }

  /** The file's own blocks; a name that an included file has already is an error. */
  private static Map<String, Block> blocks(
      Mapping root, Map<String, Block> included, Problems problems) {
    Map<String, Block> own =
        Keys.mapping(root, "blocks", problems)
            .map(blocks -> new BlockReader(problems).read(blocks))
            .orElse(Map.of());
    own.forEach(
        (name, block) -> {
          Block other = included.get(name);
          if (other != null) {
            problems.error(block.span(), "block.twice", name, other.span().toString());
          }
        });
    return own;
  }

  private static Optional<String> baseline(
      Mapping root, List<Variant> variants, Problems problems) {
    Optional<Scalar> written =
        root.get("baseline")
            .filter(Keys::isWritten)
            .flatMap(value -> Keys.scalar(value, "baseline", problems));
    if (written.isPresent()
        && variants.stream().noneMatch(v -> v.id().equals(written.get().text()))) {
      problems.error(written.get().span(), "baseline.unknown", written.get().text());
      return Optional.empty();
    }
    return written.map(Scalar::text);
  }

  /** Each may use those before it. */
  static Optional<Map<String, Value>> params(
      Mapping root, Expressions expressions, Problems problems) {
    Map<String, Value> params = new LinkedHashMap<>();
    boolean sound = true;
    for (Entry entry :
        Keys.mapping(root, "params", problems).map(Mapping::entries).orElse(List.of())) {
      if (!BlockReader.NAME.matcher(entry.key().text()).matches()) {
        problems.error(entry.key().span(), "name.wrong", entry.key().text());
        sound = false;
        continue;
      }
      Optional<Value> value =
          expressions.evaluate(entry.value(), new Bindings(Map.copyOf(params)), problems);
      value.ifPresent(found -> params.put(entry.key().text(), found));
      sound &= value.isPresent();
    }
    return sound ? Optional.of(params) : Optional.empty();
  }

  private Optional<Mapping> evaluated(
      Variant variant, Map<String, Value> params, Problems problems) {
    Names names = new Bindings(params);
    List<Entry> entries = new ArrayList<>();
    boolean sound = MetadataReader.isId(variant.id(), variant.span(), problems);
    for (Entry entry : variant.root().entries()) {
      if (!EVALUATED.contains(entry.key().text())) {
        continue;
      }
      Optional<Value> value = expressions.evaluate(entry.value(), names, problems);
      value.ifPresent(found -> entries.add(new Entry(entry.key(), found)));
      sound &= value.isPresent();
    }
    return sound ? Optional.of(new Mapping(variant.root().span(), entries)) : Optional.empty();
  }

  /** One shape is called {@code input}. */
  private static Map<String, Value> inputs(Mapping root, Problems problems) {
    Optional<Value> written = root.get("input").filter(Keys::isWritten);
    if (written.isEmpty()) {
      SourceSpan file = SourceSpan.wholeFile(root.span().path());
      problems.error(file, "key.missing", Message.of("subject.file"), "input");
      return Map.of();
    }
    if (!(written.get() instanceof Mapping mapping)) {
      return Map.of("input", written.get());
    }
    Map<String, Value> inputs = new LinkedHashMap<>();
    for (Entry entry : mapping.entries()) {
      if (BlockReader.NAME.matcher(entry.key().text()).matches()) {
        inputs.put(entry.key().text(), entry.value());
      } else {
        problems.error(entry.key().span(), "name.wrong", entry.key().text());
      }
    }
    if (inputs.isEmpty()) {
      problems.error(mapping.span(), "input.none");
    }
    return inputs;
  }

  private static List<Scalar> outputs(Mapping root, Problems problems) {
    List<Value> written =
        root.get("outputs")
            .filter(Keys::isWritten)
            .map(value -> value instanceof Sequence list ? list.items() : List.of(value))
            .orElse(List.of());
    return written.stream()
        .map(value -> Keys.scalar(value, "outputs", problems))
        .flatMap(Optional::stream)
        .toList();
  }
}
