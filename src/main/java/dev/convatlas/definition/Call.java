package dev.convatlas.definition;

import dev.convatlas.definition.Datum.Items;
import dev.convatlas.definition.Datum.Num;
import dev.convatlas.definition.Datum.Text;
import dev.convatlas.definition.Datum.Truth;
import dev.convatlas.source.Limit;
import dev.convatlas.source.Limits;
import dev.convatlas.source.Message;
import dev.convatlas.source.Refusal;
import dev.convatlas.source.SourceSpan;
import dev.convatlas.yaml.Value;
import dev.convatlas.yaml.Value.Sequence;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.stream.IntStream;

/**
 * One use of an operator or a function: its arguments, each evaluated when it is asked for and
 * refused, at its own place, when its type is wrong.
 *
 * @param usage what to call it in messages: {@code floor(x)}, or an operator's symbol
 * @param place of what it makes
 */
record Call(
    String usage, List<Argument> arguments, Precision precision, Limits limits, SourceSpan place) {

  /** One argument, not yet evaluated. */
  interface Argument {
    Datum get();

    /** The same with every step rounded to a double, as Python computes. */
    Datum inDoubles();

    /** An error that stands where the argument does. */
    RuntimeException wrong(Message message);
  }

  int size() {
    return arguments.size();
  }

  MathContext context() {
    return precision.working();
  }

  Datum get(int index) {
    return arguments.get(index).get();
  }

  BigDecimal number(int index) {
    return number(index, get(index));
  }

  /** A number as code that rounds or compares has to see it. */
  BigDecimal settled(int index) {
    return precision.settled(number(index));
  }

  double real(int index) {
    return number(index).doubleValue();
  }

  BigDecimal inDoubles(int index) {
    return number(index, arguments.get(index).inDoubles());
  }

  private BigDecimal number(int index, Datum datum) {
    if (datum instanceof Num number) {
      return number.value();
    }
    throw expected(index, "datum.expected.number", datum);
  }

  long whole(int index) {
    BigDecimal number = settled(index);
    try {
      return number.longValueExact();
    } catch (ArithmeticException fraction) {
      throw expected(index, "datum.expected.whole", new Num(number));
    }
  }

  boolean truth(int index) {
    Datum datum = get(index);
    if (datum instanceof Truth truth) {
      return truth.value();
    }
    throw expected(index, "datum.expected.truth", datum);
  }

  List<Value> list(int index) {
    Datum datum = get(index);
    if (datum instanceof Items items) {
      return items.value().items();
    }
    throw expected(index, "datum.expected.list", datum);
  }

  /** The numbers of a list, or those that are the arguments themselves. */
  List<BigDecimal> numbers() {
    if (size() == 1 && get(0) instanceof Items) {
      return list(0).stream().map(item -> number(0, Datum.of(item))).toList();
    }
    return IntStream.range(0, size()).mapToObj(this::number).toList();
  }

  RuntimeException expected(int index, String kind, Datum found) {
    Message message = Message.of("expression.argument", usage, Message.of(kind), found.named());
    return arguments.get(index).wrong(message);
  }

  /** A list of its making, within bounds. */
  Items made(List<Value> items) {
    bound(items.size());
    Items made = new Items(new Sequence(place, items));
    Extent.exceeded(made.value(), limits)
        .ifPresent(
            limit -> {
              throw exceeded(limit);
            });
    return made;
  }

  Value item(Datum datum) {
    return datum.at(place);
  }

  void bound(long items) {
    if (items > limits.get(Limit.LIST_ITEMS)) {
      throw exceeded(Limit.LIST_ITEMS);
    }
  }

  /** A text of its making, within bounds. */
  Text text(String text) {
    if (text.length() > limits.get(Limit.EXPRESSION_CHARACTERS)) {
      throw exceeded(Limit.EXPRESSION_CHARACTERS);
    }
    return new Text(text);
  }

  private Refusal exceeded(Limit limit) {
    return Refusal.of("limit." + limit.key(), limits.get(limit));
  }
}
