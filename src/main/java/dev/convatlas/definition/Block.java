package dev.convatlas.definition;

import dev.convatlas.source.SourceSpan;
import dev.convatlas.yaml.Value;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A layer type of a person's own.
 *
 * @param isSound whether its arguments and inputs could be read: if not, a use of it says nothing
 * @param arguments in the order written; a later default may use earlier ones
 * @param inputs names of the tensors that it takes; {@code in} alone unless it declares others
 * @param params of the file that it is written in, evaluated
 */
public record Block(
    String name,
    SourceSpan span,
    boolean isSound,
    List<Parameter> arguments,
    List<String> inputs,
    List<Item> items,
    Map<String, Value> params) {

  /**
   * @param fallback nothing where a call must give it
   */
  public record Parameter(String name, SourceSpan span, Optional<Value> fallback) {}

  public Block {
    arguments = List.copyOf(arguments);
    inputs = List.copyOf(inputs);
    items = List.copyOf(items);
    params = Map.copyOf(params);
  }

  /** The same where the params of its file could not be read. */
  Block unsound() {
    return new Block(name, span, false, arguments, inputs, items, Map.of());
  }

  Block with(Map<String, Value> ofFile) {
    return new Block(name, span, isSound, arguments, inputs, items, ofFile);
  }
}
