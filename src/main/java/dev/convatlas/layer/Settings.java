package dev.convatlas.layer;

import dev.convatlas.source.SourceSpan;
import dev.convatlas.yaml.Scalars;
import dev.convatlas.yaml.Value;
import dev.convatlas.yaml.Value.Mapping;
import dev.convatlas.yaml.Value.Scalar;
import dev.convatlas.yaml.Value.Sequence;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The values of a layer's arguments, defaults included, each written in one way only. */
final class Settings {
  private Settings() {}

  /**
   * @param written arguments that their kinds accept
   * @return in the order of the type's arguments; without those that nobody wrote and whose default
   *     follows from the input
   */
  static List<Setting> of(List<Argument<?>> arguments, Mapping written) {
    List<Setting> settings = new ArrayList<>();
    for (Argument<?> argument : arguments) {
      text(argument, arguments, written)
          .ifPresent(text -> settings.add(new Setting(argument.name(), text)));
    }
    return settings;
  }

  private static Optional<String> text(
      Argument<?> argument, List<Argument<?>> all, Mapping written) {
    Optional<Value> value = written.get(argument.name());
    if (value.isPresent()) {
      return Optional.of(shortest(argument.kind(), value.get()));
    }
    if (argument.fallback().isPresent()) {
      Value shown = new Scalar(SourceSpan.wholeFile(""), argument.shown(), true);
      return Optional.of(shortest(argument.kind(), shown));
    }
    // A pool's stride is its kernel_size. An argument of another kind is an alternative to this.
    return all.stream()
        .filter(other -> other.name().equals(argument.shown()))
        .filter(other -> other.kind().schema().equals(argument.kind().schema()))
        .findFirst()
        .flatMap(other -> text(other, all, written));
  }

  private static String shortest(Kind<?> kind, Value value) {
    if (value instanceof Sequence sequence) {
      Value first = sequence.items().get(0);
      // One number stands for all axes where the kind says so.
      return kind.read(first).equals(kind.read(value))
          ? scalar(first)
          : sequence.items().stream()
              .map(Settings::scalar)
              .collect(Collectors.joining(", ", "[", "]"));
    }
    return scalar(value);
  }

  private static String scalar(Value value) {
    Optional<Long> whole = Scalars.whole(value);
    if (whole.isPresent()) {
      return Long.toString(whole.get());
    }
    Optional<BigDecimal> number = Scalars.number(value);
    if (number.isPresent()) {
      return number.get().stripTrailingZeros().toString();
    }
    return Scalars.truth(value)
        .map(truth -> Boolean.toString(truth))
        .orElseGet(
            () -> value instanceof Scalar scalar && scalar.isNull() ? "null" : value.shown());
  }
}
