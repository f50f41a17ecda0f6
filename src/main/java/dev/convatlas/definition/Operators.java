package dev.convatlas.definition;

import dev.convatlas.definition.Datum.Fields;
import dev.convatlas.definition.Datum.Items;
import dev.convatlas.definition.Datum.Num;
import dev.convatlas.definition.Datum.Text;
import dev.convatlas.definition.Datum.Truth;
import dev.convatlas.source.Refusal;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.IntPredicate;

/** The operators of expressions, weakest first. */
final class Operators {

  /**
   * @param precedence a higher one binds tighter
   * @param prefix whether it has one operand, behind it
   * @param chainsRight whether {@code a ^ b ^ c} is {@code a ^ (b ^ c)}
   */
  record Operator(String symbol, int precedence, boolean prefix, boolean chainsRight, Body body) {}

  /** What an operator does with its operands, which it evaluates itself. */
  @FunctionalInterface
  interface Body {
    Datum apply(Call call);
  }

  static final List<Operator> ALL =
      List.of(
          infix("||", 1, call -> new Truth(call.truth(0) || call.truth(1))),
          infix("&&", 2, call -> new Truth(call.truth(0) && call.truth(1))),
          infix("==", 3, call -> new Truth(same(call))),
          infix("!=", 3, call -> new Truth(!same(call))),
          infix("<", 4, call -> compared(call, order -> order < 0)),
          infix("<=", 4, call -> compared(call, order -> order <= 0)),
          infix(">", 4, call -> compared(call, order -> order > 0)),
          infix(">=", 4, call -> compared(call, order -> order >= 0)),
          infix("+", 5, Operators::plus),
          infix(
              "-",
              5,
              call -> number(call, call.number(0).subtract(call.number(1), call.context()))),
          infix(
              "*",
              6,
              call -> number(call, call.number(0).multiply(call.number(1), call.context()))),
          infix(
              "/",
              6,
              call -> number(call, call.precision().divide(call.number(0), call.number(1)))),
          infix(
              "%",
              6, call -> number(call, call.precision().remainder(call.number(0), call.number(1)))),
          // Equal precedence and chaining right make -2 ^ 2 minus four and allow 2 ^ -1.
          new Operator(
              "^",
              7,
              false,
              true,
              call -> number(call, call.precision().power(call.number(0), call.number(1)))),
          new Operator("-", 7, true, true, call -> number(call, call.number(0).negate())),
          new Operator("+", 7, true, true, call -> number(call, call.number(0))),
          new Operator("!", 7, true, true, call -> new Truth(!call.truth(0))));

  private Operators() {}

  private static Operator infix(String symbol, int precedence, Body body) {
    return new Operator(symbol, precedence, false, false, body);
  }

  private static Datum number(Call call, BigDecimal value) {
    return new Num(call.precision().bounded(value));
  }

  /** Adds numbers; puts texts, and a number and a text, behind each other. */
  private static Datum plus(Call call) {
    Datum left = call.get(0);
    Datum right = call.get(1);
    if (left instanceof Num a && right instanceof Num b) {
      return number(call, a.value().add(b.value(), call.context()));
    }
    boolean texts = left instanceof Text || right instanceof Text;
    if (texts && isWord(left) && isWord(right)) {
      return call.text(left.written() + right.written());
    }
    throw Refusal.of("expression.operands", "+", left.named(), right.named());
  }

  private static boolean isWord(Datum datum) {
    return datum instanceof Num || datum instanceof Text;
  }

  /** Values of different types differ. */
  private static boolean same(Call call) {
    return same(call.get(0), call.get(1), call.precision());
  }

  static boolean same(Datum left, Datum right, Precision precision) {
    if (isStructure(left) || isStructure(right)) {
      throw Refusal.of("expression.compare", left.named(), right.named());
    }
    if (left instanceof Num a && right instanceof Num b) {
      return order(a, b, precision) == 0;
    }
    return left.equals(right);
  }

  private static boolean isStructure(Datum datum) {
    return datum instanceof Items || datum instanceof Fields;
  }

  private static Datum compared(Call call, IntPredicate holds) {
    Datum left = call.get(0);
    Datum right = call.get(1);
    if (left instanceof Num a && right instanceof Num b) {
      return new Truth(holds.test(order(a, b, call.precision())));
    }
    if (left instanceof Text a && right instanceof Text b) {
      return new Truth(holds.test(a.value().compareTo(b.value())));
    }
    throw Refusal.of("expression.compare", left.named(), right.named());
  }

  private static int order(Num a, Num b, Precision precision) {
    return precision.settled(a.value()).compareTo(precision.settled(b.value()));
  }
}
