package dev.convatlas.definition;

import dev.convatlas.source.Message;
import dev.convatlas.source.SourceSpan;
import dev.convatlas.yaml.Scalars;
import dev.convatlas.yaml.Value;
import dev.convatlas.yaml.Value.Mapping;
import dev.convatlas.yaml.Value.Scalar;
import dev.convatlas.yaml.Value.Sequence;
import java.math.BigDecimal;
import java.util.Optional;

/** A value as expressions see it: its type decided. Lists and mappings keep their places. */
sealed interface Datum {

  record Num(BigDecimal value) implements Datum {}

  record Text(String value) implements Datum {}

  record Truth(boolean value) implements Datum {}

  record Items(Sequence value) implements Datum {}

  record Fields(Mapping value) implements Datum {}

  record Nothing() implements Datum {}

  static Datum of(Value value) {
    if (value instanceof Sequence list) {
      return new Items(list);
    }
    if (value instanceof Mapping mapping) {
      return new Fields(mapping);
    }
    Scalar scalar = (Scalar) value;
    if (scalar.isNull()) {
      return new Nothing();
    }
    Optional<Datum> number = Scalars.number(scalar).map(Num::new);
    Optional<Datum> truth = Scalars.truth(scalar).map(Truth::new);
    return number.or(() -> truth).orElseGet(() -> new Text(scalar.text()));
  }

  static Num whole(long value) {
    return new Num(BigDecimal.valueOf(value));
  }

  /** The value, its outermost place the one given. */
  default Value at(SourceSpan span) {
    if (this instanceof Items items) {
      return new Sequence(span, items.value().items());
    }
    if (this instanceof Fields fields) {
      return new Mapping(span, fields.value().entries());
    }
    return new Scalar(span, written(), !(this instanceof Text));
  }

  /** As it stands inside other text; nothing for lists and mappings, which cannot. */
  default String written() {
    if (this instanceof Num number) {
      return plain(number.value());
    }
    if (this instanceof Text text) {
      return text.value();
    }
    if (this instanceof Truth truth) {
      return Boolean.toString(truth.value());
    }
    return this instanceof Nothing ? "null" : "";
  }

  /** As a message names it: {@code the number 3}. */
  default Message named() {
    if (this instanceof Num number) {
      return Message.of("datum.number", plain(number.value()));
    }
    if (this instanceof Text text) {
      Value shown = new Scalar(SourceSpan.wholeFile(""), text.value(), false);
      return Message.of("datum.text", shown.shown());
    }
    if (this instanceof Truth truth) {
      return Message.of("datum.truth", Boolean.toString(truth.value()));
    }
    if (this instanceof Items items) {
      return Message.of("datum.list", items.value().shown());
    }
    if (this instanceof Fields fields) {
      return Message.of("datum.mapping", fields.value().shown());
    }
    return Message.of("datum.nothing");
  }

  /** Without an exponent and without zeros that say nothing: {@code 0.25}, {@code 1200}. */
  private static String plain(BigDecimal number) {
    return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
  }
}
