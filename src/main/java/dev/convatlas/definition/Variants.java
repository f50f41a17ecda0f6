package dev.convatlas.definition;

import dev.convatlas.source.Diagnostic;
import dev.convatlas.source.Limit;
import dev.convatlas.source.Limits;
import dev.convatlas.source.Message;
import dev.convatlas.source.Problems;
import dev.convatlas.source.SourceSpan;
import dev.convatlas.yaml.Value;
import dev.convatlas.yaml.Value.Entry;
import dev.convatlas.yaml.Value.Mapping;
import dev.convatlas.yaml.Value.Scalar;
import dev.convatlas.yaml.Value.Sequence;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The models that a file defines: its variants, its grid, or the file itself. */
final class Variants {

  private final Expressions expressions;
  private final Limits limits;
  private final Problems problems;

  Variants(Expressions expressions, Limits limits, Problems problems) {
    this.expressions = expressions;
    this.limits = limits;
    this.problems = problems;
  }

  /**
   * @param root the file with the variant's overrides in place
   */
  record Variant(String id, SourceSpan span, Mapping root) {}

  /**
   * @param fileId the id of a file that has neither variants nor a grid
   */
  List<Variant> of(Mapping root, String fileId) {
    Optional<Mapping> written = Keys.mapping(root, "variants", problems);
    if (written.isEmpty() && root.get("grid").isEmpty()) {
      return List.of(new Variant(fileId, SourceSpan.wholeFile(root.span().path()), root));
    }
    Map<String, Variant> variants = new LinkedHashMap<>();
    grid(root, root).forEach(variant -> add(variant, variants));
    for (Entry entry : written.map(Mapping::entries).orElse(List.of())) {
      variant(root, entry, variants);
    }
    if (variants.isEmpty() && !problems.hasErrors()) {
      Optional<Value> empty = root.get("variants").or(() -> root.get("grid"));
      problems.error(empty.orElse(root).span(), "variants.none");
    }
    return List.copyOf(variants.values());
  }

  private void variant(Mapping root, Entry entry, Map<String, Variant> into) {
    Value value = Keys.isWritten(entry.value()) ? entry.value() : Value.nothing(entry.key().span());
    String id = entry.key().text();
    Optional<Mapping> override =
        Keys.mapping(value, Message.of("subject.variant.named", id), problems);
    if (override.isEmpty()) {
      return;
    }
    known(override.get());
    Variant generated = into.get(id);
    Mapping base = generated == null ? root : generated.root();
    Mapping merged = override(base, override.get());
    if (generated != null) {
      into.put(id, new Variant(id, entry.key().span(), merged));
    } else if (override.get().get("grid").isPresent()) {
      grid(merged, override.get()).forEach(variant -> add(variant, into));
    } else {
      add(new Variant(id, entry.key().span(), merged), into);
    }
  }

  private void known(Mapping override) {
    List<Entry> others = new ArrayList<>();
    for (Entry entry : override.entries()) {
      if (Format.FIXED.contains(entry.key().text())) {
        problems.error(entry.key().span(), "variant.fixed", entry.key().text());
      } else {
        others.add(entry);
      }
    }
    Keys.known(new Mapping(override.span(), others), Format.VARIANT, "variant", problems);
  }

  private void add(Variant variant, Map<String, Variant> into) {
    if (into.size() >= limits.get(Limit.VARIANTS)) {
      throw Limited.by(Limit.VARIANTS, limits, variant.span());
    }
    Variant before = into.putIfAbsent(variant.id(), variant);
    if (before != null) {
      problems.add(
          Diagnostic.error(variant.span(), Message.of("variant.twice", variant.id()))
              .with(Diagnostic.Note.at(before.span(), "variant.first")));
    }
  }

  /**
   * Every combination of the values of a grid.
   *
   * @param at where the grid and its pattern of ids are written
   */
  private List<Variant> grid(Mapping root, Mapping at) {
    Optional<Mapping> grid = Keys.mapping(at, "grid", problems);
    Optional<Value> pattern = at.get("id").filter(Keys::isWritten);
    if (grid.isEmpty()) {
      pattern.ifPresent(id -> problems.error(id.span(), "grid.id.alone"));
      return List.of();
    }
    if (pattern.isEmpty()) {
      problems.error(grid.get().span(), "grid.id.missing");
      return List.of();
    }
    Map<String, Variant> variants = new LinkedHashMap<>();
    for (Map<String, Value> choice : choices(grid.get())) {
      Names asWritten = new Bindings(texts(choice));
      Optional<Scalar> id =
          expressions
              .evaluate(pattern.get(), asWritten, problems)
              .flatMap(value -> Keys.scalar(value, "id", problems));
      if (id.isEmpty()) {
        return List.of();
      }
      String text = id.get().text();
      Variant variant = new Variant(text, id.get().span(), chosen(root, grid.get(), choice));
      if (variants.putIfAbsent(text, variant) != null) {
        problems.error(id.get().span(), "grid.id.twice", text);
        return List.of();
      }
    }
    return List.copyOf(variants.values());
  }

  private List<Map<String, Value>> choices(Mapping grid) {
    List<Map<String, Value>> choices = List.of(Map.of());
    for (Entry entry : grid.entries()) {
      List<Value> values =
          Keys.sequence(entry.value(), entry.key().text(), problems)
              .map(Sequence::items)
              .orElse(List.of());
      if ((long) choices.size() * values.size() > limits.get(Limit.VARIANTS)) {
        throw Limited.by(Limit.VARIANTS, limits, entry.key().span());
      }
      List<Map<String, Value>> more = new ArrayList<>();
      for (Map<String, Value> choice : choices) {
        for (Value value : values) {
          Map<String, Value> next = new LinkedHashMap<>(choice);
          next.put(entry.key().text(), value);
          more.add(next);
        }
      }
      choices = more;
    }
    return choices;
  }

  /** Ids print numbers as they are written: 1.0 stays 1.0. */
  private static Map<String, Value> texts(Map<String, Value> choice) {
    Map<String, Value> texts = new LinkedHashMap<>();
    choice.forEach(
        (name, value) ->
            texts.put(
                name,
                value instanceof Scalar scalar
                    ? new Scalar(scalar.span(), scalar.text(), false)
                    : value));
    return texts;
  }

  private Mapping chosen(Mapping root, Mapping grid, Map<String, Value> choice) {
    List<Entry> params = new ArrayList<>();
    for (Entry entry : grid.entries()) {
      params.add(new Entry(entry.key(), choice.get(entry.key().text())));
    }
    Scalar key = new Scalar(grid.span(), "params", true);
    return override(
        root, new Mapping(grid.span(), List.of(new Entry(key, new Mapping(grid.span(), params)))));
  }

  /** Mappings merge by key; lists and scalars are replaced. */
  private Mapping override(Mapping base, Mapping by) {
    Optional<Mapping> known =
        base.get("params").filter(Mapping.class::isInstance).map(Mapping.class::cast);
    if (by.get("params").orElse(null) instanceof Mapping params) {
      List<String> names = known.map(Mapping::keys).orElse(List.of());
      Keys.known(params, names, "params", problems);
    }
    return merged(base, by);
  }

  private static Mapping merged(Mapping base, Mapping by) {
    List<Entry> entries = new ArrayList<>();
    for (Entry entry : base.entries()) {
      Optional<Entry> own = by.entry(entry.key().text());
      if (own.isEmpty()) {
        entries.add(entry);
      } else if (entry.value() instanceof Mapping below
          && own.get().value() instanceof Mapping above) {
        entries.add(new Entry(own.get().key(), merged(below, above)));
      } else {
        entries.add(own.get());
      }
    }
    for (Entry entry : by.entries()) {
      if (base.entry(entry.key().text()).isEmpty()) {
        entries.add(entry);
      }
    }
    return new Mapping(base.span(), entries);
  }
}
