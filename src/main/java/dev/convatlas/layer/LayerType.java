package dev.convatlas.layer;

import dev.convatlas.source.Diagnostic;
import dev.convatlas.source.Message;
import dev.convatlas.source.Nearest;
import dev.convatlas.source.Problems;
import dev.convatlas.source.Refusal;
import dev.convatlas.source.SourceSpan;
import dev.convatlas.yaml.Fractions;
import dev.convatlas.yaml.Value;
import dev.convatlas.yaml.Value.Entry;
import dev.convatlas.yaml.Value.Mapping;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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

  /** What PyTorch's modules take and follows from the input here. */
  private static final Set<String> INFERRED =
      Set.of(
          "in_channels",
          "in_features",
          "num_features",
          "input_size",
          "in1_features",
          "in2_features",
          "num_channels");

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
        if (written.keys().stream().noneMatch(key -> isMeant(key, argument))) {
          problems.error(at, "argument.missing", name, argument.name(), argument.kind().allowed());
        }
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
      Message message =
          Message.of(
              "argument.wrong", name, argument.name(), argument.kind().allowed(), value.shown());
      Diagnostic error = Diagnostic.error(value.span(), message);
      problems.add(
          Kinds.isTooLarge(value)
              ? error.with(Diagnostic.Note.of("argument.large", Kinds.LARGEST))
              : Fractions.hinted(error, value, whole -> argument.kind().read(whole).isPresent()));
      return false;
    }
    into.put(argument.name(), found.get());
    return true;
  }

  /** Whether a key that is no argument is a misspelling of this one. */
  private boolean isMeant(String key, Argument<?> argument) {
    return argument(key).isEmpty()
        && !INFERRED.contains(key)
        && Nearest.name(key, names()).equals(Optional.of(argument.name()));
  }

  private List<String> names() {
    return arguments.stream().map(Argument::name).toList();
  }

  private Diagnostic unknown(Entry entry) {
    List<String> names = names();
    String key = entry.key().text();
    Message message =
        INFERRED.contains(key)
            ? Message.of("argument.inferred", name, key)
            : Nearest.name(key, names)
                .map(near -> Message.of("argument.unknown.near", name, key, near))
                .orElseGet(() -> Message.of("argument.unknown", name, key));
    return Diagnostic.error(entry.key().span(), message)
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
