package dev.convatlas.definition;

import dev.convatlas.definition.Variants.Variant;
import dev.convatlas.source.Checked;
import dev.convatlas.source.Diagnostic;
import dev.convatlas.source.Limits;
import dev.convatlas.source.Message;
import dev.convatlas.source.ModelProblems;
import dev.convatlas.source.Problems;
import dev.convatlas.source.SourceSpan;
import dev.convatlas.yaml.Value;
import dev.convatlas.yaml.Value.Entry;
import dev.convatlas.yaml.Value.Mapping;
import dev.convatlas.yaml.Value.Scalar;
import dev.convatlas.yaml.Value.Sequence;
import dev.convatlas.yaml.YamlReader;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads a model file: every model that it defines, as written. */
public final class DefinitionReader {

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
      file = value.value().flatMap(root -> file(path, text, root, problems));
    } catch (Limited limited) {
      problems.add(limited.diagnostic());
    }
    return new Checked<>(file, problems.list());
  }

  private Optional<ModelFile> file(String path, String text, Value value, Problems problems) {
    if (!(value instanceof Mapping root)) {
      Diagnostic error = Diagnostic.error(value.span(), Message.of("file.wrong", value.shown()));
      problems.add(value instanceof Sequence ? error.with(Diagnostic.Note.of("file.list")) : error);
      return Optional.empty();
    }
    Keys.known(root, Format.FILE, "file", problems);
    expressions.check(root, problems);
    Inclusion inclusion = new Inclusion(includes, expressions, limits, problems);
    Map<String, Block> included = inclusion.blocks(path, root);
    List<Item> items = items(root, problems);
    Map<String, Block> blocks = blocks(root, included, problems);
    Map<String, Block> all = new LinkedHashMap<>(included);
    all.putAll(blocks);
    List<ModelDefinition> models =
        items.isEmpty() ? List.of() : models(path, root, items, included, blocks, problems);
    return Optional.of(new ModelFile(path, text, items, all, inclusion.isComplete(), models));
  }

  private List<ModelDefinition> models(
      String path,
      Mapping root,
      List<Item> items,
      Map<String, Block> included,
      Map<String, Block> blocks,
      Problems problems) {
    String fileId = fileId(path);
    List<Variant> variants = new Variants(expressions, limits, problems).of(root, fileId);
    Optional<String> baseline = baseline(root, variants, problems);
    List<ModelDefinition> models = new ArrayList<>();
    ModelProblems wrong = new ModelProblems();
    for (Variant variant : variants) {
      Problems own = new Problems();
      if (!MetadataReader.isId(variant.id(), variant.span(), problems)) {
        continue;
      }
      boolean isBaseline = variant.id().equals(baseline.orElse(variants.get(0).id()));
      Optional<Map<String, Value>> params = params(variant.root(), expressions, own);
      if (params.isPresent()) {
        Map<String, Block> all = new LinkedHashMap<>(included);
        blocks.forEach((name, block) -> all.put(name, block.with(params.get())));
        evaluated(variant, params.get(), own)
            .map(
                filled ->
                    new ModelDefinition(
                        new MetadataReader(own).read(variant.id(), isBaseline, fileId, filled),
                        variant.span(),
                        params.get(),
                        inputs(filled, own),
                        items,
                        all,
                        outputs(filled, own)))
            .ifPresent(models::add);
      }
      wrong.add(variant.id(), own.list());
    }
    problems.addAll(wrong.list());
    return models;
  }

  private static String fileId(String path) {
    String name = path.substring(path.lastIndexOf('/') + 1);
    int dot = name.lastIndexOf('.');
    return dot > 0 ? name.substring(0, dot) : name;
  }

  /** None in a file of blocks, and after an error. */
  private static List<Item> items(Mapping root, Problems problems) {
    Optional<Value> layers = root.get("layers");
    boolean library = root.get("blocks").isPresent() && root.get("variants").isEmpty();
    if (layers.isEmpty()) {
      if (!library) {
        SourceSpan file = SourceSpan.wholeFile(root.span().path());
        Keys.required(root, "layers", Format.FILE, "file", file, problems);
      }
      return List.of();
    }
    if (layers.get() instanceof Sequence list && list.items().isEmpty()) {
      problems.error(list.span(), "layers.empty");
    }
    return new ItemReader(problems).list(layers.get(), "layers");
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
            problems.add(
                Diagnostic.error(block.span(), Message.of("block.twice", name))
                    .with(Diagnostic.Note.at(other.span(), "block.first")));
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
    List<Entry> entries =
        Keys.mapping(root, "params", problems).map(Mapping::entries).orElse(List.of());
    for (Entry entry : entries) {
      if (!BlockReader.isName(entry.key(), problems)) {
        sound = false;
        continue;
      }
      Problems own = new Problems();
      Optional<Value> value =
          expressions.evaluate(
              entry.value(), new Bindings(Collections.unmodifiableMap(params)), own);
      own.list().forEach(diagnostic -> problems.add(later(diagnostic, entries)));
      value.ifPresent(found -> params.put(entry.key().text(), found));
      sound &= value.isPresent();
    }
    return sound ? Optional.of(params) : Optional.empty();
  }

  /** Says of an unknown name where it is defined, too late. */
  private static Diagnostic later(Diagnostic diagnostic, List<Entry> entries) {
    if (!Expressions.isUnknownName(diagnostic)) {
      return diagnostic;
    }
    return entries.stream()
        .map(Entry::key)
        .filter(key -> key.text().equals(diagnostic.message().arguments().get(0)))
        .findFirst()
        .map(key -> diagnostic.with(Diagnostic.Note.at(key.span(), "name.later", key.text())))
        .orElse(diagnostic);
  }

  private Optional<Mapping> evaluated(
      Variant variant, Map<String, Value> params, Problems problems) {
    Names names = new Bindings(params);
    List<Entry> entries = new ArrayList<>();
    boolean sound = true;
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

  /** One shape is called {@code input}. None after an error. */
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
    boolean sound = true;
    for (Entry entry : mapping.entries()) {
      sound &= entry.key().text().equals("in") || BlockReader.isName(entry.key(), problems);
      inputs.put(entry.key().text(), entry.value());
    }
    if (inputs.isEmpty()) {
      problems.error(mapping.span(), "input.none");
    }
    return sound ? inputs : Map.of();
  }

  private static List<Scalar> outputs(Mapping root, Problems problems) {
    List<Scalar> written =
        root.get("outputs")
            .filter(Keys::isWritten)
            .map(value -> Keys.oneOrMore(value, "outputs", problems))
            .orElse(List.of());
    Set<String> names = new HashSet<>();
    for (Scalar name : written) {
      if (!names.add(name.text())) {
        problems.error(name.span(), "output.twice", name.text());
      }
    }
    return written;
  }
}
