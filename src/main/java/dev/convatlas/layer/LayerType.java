package dev.convatlas.layer;

import dev.convatlas.source.Diagnostic;
import dev.convatlas.source.Message;
import dev.convatlas.source.Nearest;
import dev.convatlas.source.Problems;
import dev.convatlas.source.Refusal;
import dev.convatlas.source.SourceSpan;
import dev.convatlas.yaml.Value;
import dev.convatlas.yaml.Value.Entry;
import dev.convatlas.yaml.Value.Mapping;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * A type of layer that people can write: its name, its arguments and how they make a layer.
 *
 * @param name PyTorch's module name in snake_case
 * @param torch what PyTorch calls it, such as {@code nn.Conv2d}; empty when it has no such thing
 * @param example a line of a model file, for the layer reference
 * @param reader makes the layer; a {@link Refusal} says which arguments do not go together
 */
public record LayerType(
    String name,
    String torch,
    Category category,
    Arity arity,
    List<Argument<?>> arguments,
    String example,
    Function<Arguments, Layer> reader) {

  public LayerType {
    arguments = List.copyOf(arguments);
  }

  /**
   * Reads a layer, reporting every argument that is wrong.
   *
   * @param at where the layer's type is written
   * @param written its arguments, without expressions
   */
  public Optional<Layer> read(SourceSpan at, Mapping written, Problems problems) {
    Map<String, Object> read = new HashMap<>();
    boolean sound = true;
    for (Entry entry : written.entries()) {
      Optional<Argument<?>> argument = argument(entry.key().text());
      if (argument.isEmpty()) {
        problems.add(unknown(entry));
        sound = false;
      } else {
        sound &= read(argument.get(), entry.value(), read, problems);
      }
    }
    for (Argument<?> argument : arguments) {
      if (argument.isRequired() && written.get(argument.name()).isEmpty()) {
        problems.error(at, "argument.missing", name, argument.name(), argument.kind().allowed());
        sound = false;
      }
    }
    return sound ? make(at, new Arguments(read), problems) : Optional.empty();
  }

  /**
   * The values of the arguments, defaults included.
   *
   * @param written what {@link #read} accepts
   */
  public List<Setting> settings(Mapping written) {
    return Settings.of(arguments, written);
  }

  private Optional<Argument<?>> argument(String wanted) {
    return arguments.stream().filter(argument -> argument.name().equals(wanted)).findFirst();
  }

  private boolean read(
      Argument<?> argument, Value value, Map<String, Object> into, Problems problems) {
    Optional<?> found = argument.kind().read(value);
    if (found.isEmpty()) {
      problems.error(
          value.span(),
          "argument.wrong",
          name,
          argument.name(),
          argument.kind().allowed(),
          value.shown());
      return false;
    }
    into.put(argument.name(), found.get());
    return true;
  }

  private Diagnostic unknown(Entry entry) {
    List<String> names = arguments.stream().map(Argument::name).toList();
    return Nearest.name(entry.key().text(), names)
        .map(
            near ->
                Diagnostic.error(
                    entry.key().span(),
                    Message.of("argument.unknown.near", name, entry.key().text(), near)))
        .orElseGet(
            () ->
                Diagnostic.error(
                    entry.key().span(), Message.of("argument.unknown", name, entry.key().text())))
        .with(
            names.isEmpty()
                ? Diagnostic.Note.of("argument.none", name)
                : Diagnostic.Note.of("argument.allowed", name, String.join(", ", names)));
  }

  private Optional<Layer> make(SourceSpan at, Arguments arguments, Problems problems) {
    try {
      return Optional.of(reader.apply(arguments));
    } catch (Refusal refusal) {
      problems.add(Diagnostic.error(at, refusal.message()));
      return Optional.empty();
    }
  }
}
