package dev.convatlas.catalog.comparison;

import dev.convatlas.analysis.Count;
import dev.convatlas.definition.Text;
import dev.convatlas.source.Message;

/** What a model has for a row of a comparison. */
public sealed interface Value {

  /** A number that differences are taken of. */
  record Amount(Count count) implements Value {}

  /** Text, a shape or a measured figure: equal or not. */
  record Words(Text text) implements Value {}

  /** Nothing, and why. */
  record Missing(Message why) implements Value {}

  static Value of(Count count) {
    return new Amount(count);
  }

  static Value of(long count) {
    return new Amount(Count.of(count));
  }

  static Value of(String text) {
    return new Words(Text.of(text));
  }

  static Value missing(String key, Object... arguments) {
    return new Missing(Message.of(key, arguments));
  }
}
