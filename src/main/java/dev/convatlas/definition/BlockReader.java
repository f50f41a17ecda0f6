package dev.convatlas.definition;

import dev.convatlas.definition.Block.Parameter;
import dev.convatlas.source.Message;
import dev.convatlas.source.Problems;
import dev.convatlas.yaml.Value;
import dev.convatlas.yaml.Value.Entry;
import dev.convatlas.yaml.Value.Mapping;
import dev.convatlas.yaml.Value.Scalar;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads the blocks of a file. */
final class BlockReader {

  /** Names that expressions can use. */
  static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

  private static final List<String> KEYS = List.of("args", "inputs", "layers", "note");

  /** Names that mean something else in an expression or an item. */
  private static final List<String> RESERVED = List.of("in", "prev", "index");

  private final Problems problems;

  BlockReader(Problems problems) {
    this.problems = problems;
  }

  /** The blocks by name, still without the params of their file. */
  Map<String, Block> read(Mapping blocks) {
    Map<String, Block> read = new LinkedHashMap<>();
    for (Entry entry : blocks.entries()) {
      String name = entry.key().text();
      if (!NAME.matcher(name).matches() || isTaken(name)) {
        problems.error(entry.key().span(), "block.name", name);
      } else {
        Keys.mapping(entry.value(), "block", problems)
            .map(mapping -> block(entry.key(), mapping))
            .ifPresent(block -> read.put(name, block));
      }
    }
    return read;
  }

  private static boolean isTaken(String name) {
    return ItemReader.MODIFIERS.contains(name)
        || name.equals("layers")
        || name.equals("residual")
        || name.equals("parallel");
  }

  private Block block(Scalar name, Mapping mapping) {
    Keys.known(mapping, KEYS, "block", problems);
    if (mapping.get("layers").isEmpty()) {
      problems.error(name.span(), "key.missing", Message.of("subject.block"), "layers");
    }
    return new Block(
        name.text(),
        name.span(),
        Keys.mapping(mapping, "args", problems).map(this::parameters).orElse(List.of()),
        inputs(mapping),
        mapping
            .get("layers")
            .map(layers -> new ItemReader(problems).list(layers, "layers"))
            .orElse(List.of()),
        Map.of());
  }

  private List<Parameter> parameters(Mapping args) {
    List<Parameter> parameters = new ArrayList<>();
    for (Entry entry : args.entries()) {
      String name = entry.key().text();
      if (!NAME.matcher(name).matches() || RESERVED.contains(name)) {
        problems.error(entry.key().span(), "name.wrong", name);
        continue;
      }
      boolean required =
          entry.value() instanceof Scalar scalar
              && scalar.plain()
              && scalar.text().equals("required");
      parameters.add(
          new Parameter(
              name, entry.key().span(), required ? Optional.empty() : Optional.of(entry.value())));
    }
    return parameters;
  }

  private List<String> inputs(Mapping mapping) {
    Optional<Value> written = mapping.get("inputs").filter(Keys::isWritten);
    if (written.isEmpty()) {
      return List.of("in");
    }
    List<String> names = new ArrayList<>();
    for (Scalar name : Keys.oneOrMore(written.get(), "inputs", problems)) {
      if (!NAME.matcher(name.text()).matches() || names.contains(name.text())) {
        problems.error(name.span(), "name.wrong", name.text());
      } else {
        names.add(name.text());
      }
    }
    return names.isEmpty() ? List.of("in") : names;
  }
}
