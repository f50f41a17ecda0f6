package dev.convatlas.definition;

import dev.convatlas.definition.Block.Parameter;
import dev.convatlas.source.Message;
import dev.convatlas.source.Problems;
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
import java.util.regex.Pattern;

/** Reads the blocks of a file. */
final class BlockReader {

  /** Names that expressions can use. */
  static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

  /** Names that mean something else in an expression. */
  private static final List<String> RESERVED =
      List.of("in", "prev", "true", "TRUE", "false", "FALSE", "null", "NULL", "PI");

  private final Problems problems;

  BlockReader(Problems problems) {
    this.problems = problems;
  }

  /** Whether a name can be used in expressions; if not, it is reported. */
  static boolean isName(Scalar name, Problems problems) {
    String text = name.text();
    boolean written = NAME.matcher(text).matches();
    boolean sound = written && !RESERVED.contains(text);
    if (!sound) {
      problems.error(name.span(), written ? "name.taken" : "name.wrong", text);
    }
    return sound;
  }

  /** The blocks by name, still without the params of their file. */
  Map<String, Block> read(Mapping blocks) {
    Map<String, Block> read = new LinkedHashMap<>();
    for (Entry entry : blocks.entries()) {
      String name = entry.key().text();
      if (!NAME.matcher(name).matches() || isTaken(name)) {
        problems.error(entry.key().span(), "block.name", name);
      } else {
        read.put(name, block(entry.key(), entry.value()));
      }
    }
    return read;
  }

  private static boolean isTaken(String name) {
    return ItemReader.isModifier(name)
        || name.equals("layers")
        || name.equals("residual")
        || name.equals("parallel");
  }

  private Block block(Scalar name, Value written) {
    Optional<Mapping> mapping =
        Keys.mapping(written, Message.of("subject.block.named", name.text()), problems);
    if (mapping.isEmpty()) {
      return new Block(name.text(), name.span(), false, List.of(), List.of(), List.of(), Map.of());
    }
    Problems own = new Problems();
    Keys.known(mapping.get(), Format.BLOCK, "block", own);
    Keys.required(mapping.get(), "layers", Format.BLOCK, "block", name.span(), own);
    List<String> inputs = inputs(mapping.get(), own);
    List<Parameter> arguments =
        Keys.mapping(mapping.get(), "args", own)
            .map(args -> parameters(args, inputs, own))
            .orElse(List.of());
    Optional<Value> layers = mapping.get().get("layers");
    layers.ifPresent(value -> Keys.sequence(value, "layers", own));
    problems.addAll(own.list());
    return new Block(
        name.text(),
        name.span(),
        !own.hasErrors(),
        arguments,
        inputs,
        layers
            .filter(Sequence.class::isInstance)
            .map(list -> new ItemReader(problems).list(list, "layers"))
            .orElse(List.of()),
        Map.of());
  }

  private static List<Parameter> parameters(Mapping args, List<String> inputs, Problems problems) {
    List<Parameter> parameters = new ArrayList<>();
    for (Entry entry : args.entries()) {
      Scalar name = entry.key();
      if (name.text().equals("index") || inputs.contains(name.text())) {
        problems.error(name.span(), "name.taken", name.text());
      } else if (isName(name, problems)) {
        parameters.add(new Parameter(name.text(), name.span(), fallback(entry.value())));
      }
    }
    return parameters;
  }

  private static Optional<Value> fallback(Value written) {
    boolean required =
        written instanceof Scalar scalar && scalar.plain() && scalar.text().equals("required");
    return required ? Optional.empty() : Optional.of(written);
  }

  private static List<String> inputs(Mapping mapping, Problems problems) {
    Optional<Value> written = mapping.get("inputs").filter(Keys::isWritten);
    if (written.isEmpty()) {
      return List.of("in");
    }
    List<String> names = new ArrayList<>();
    for (Scalar name : Keys.oneOrMore(written.get(), "inputs", problems)) {
      if (names.contains(name.text())) {
        problems.error(name.span(), "input.twice", name.text());
      } else if (name.text().equals("in") || isName(name, problems)) {
        names.add(name.text());
      }
    }
    return names.isEmpty() ? List.of("in") : names;
  }
}
