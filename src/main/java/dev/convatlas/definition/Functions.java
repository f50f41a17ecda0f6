package dev.convatlas.definition;

import dev.convatlas.definition.Datum.Num;
import dev.convatlas.definition.Datum.Text;
import dev.convatlas.definition.Datum.Truth;
import dev.convatlas.source.Refusal;
import dev.convatlas.yaml.Value;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The functions of expressions. Each can also be written in capitals, as EvalEx has them. What one
 * does is said by the message {@code function.NAME}.
 */
final class Functions {
  private static final int ANY = Integer.MAX_VALUE;

  /**
   * @param usage such as {@code range(from, to[, step])}
   * @param least number of arguments that it takes
   * @param most number of arguments that it takes
   */
  record Function(String name, String usage, int least, int most, Operators.Body body) {}

  static final List<Function> ALL =
      List.of(
          of("if(condition, then, else)", 3, 3, call -> call.get(call.truth(0) ? 1 : 2)),
          of("floor(x)", 1, 1, call -> rounded(call, RoundingMode.FLOOR)),
          of("ceil(x)", 1, 1, call -> rounded(call, RoundingMode.CEILING)),
          of("int(x)", 1, 1, call -> rounded(call, RoundingMode.DOWN)),
          of("round(x[, digits])", 1, 2, Functions::round),
          of("abs(x)", 1, 1, call -> new Num(call.number(0).abs())),
          of("min(a, b, …)", 1, ANY, call -> new Num(extreme(call, -1))),
          of("max(a, b, …)", 1, ANY, call -> new Num(extreme(call, 1))),
          of("sum(list)", 1, ANY, Functions::sum),
          of("len(list)", 1, 1, Functions::length),
          of("range(from, to[, step])", 1, 3, Functions::range),
          of("list(a, b, …)", 0, ANY, Functions::list),
          of("join(list, list, …)", 1, ANY, Functions::join),
          of("runs(list)", 1, 1, Functions::runs),
          of("contains(list, value)", 2, 2, Functions::contains),
          of("make_divisible(x, divisor[, least])", 2, 3, Functions::makeDivisible),
          of("float(x)", 1, 1, call -> real(call, call.inDoubles(0).doubleValue())),
          of("sqrt(x)", 1, 1, call -> real(call, StrictMath.sqrt(call.real(0)))),
          of("exp(x)", 1, 1, call -> real(call, StrictMath.exp(call.real(0)))),
          of("log(x)", 1, 1, call -> real(call, StrictMath.log(call.real(0)))),
          of("log10(x)", 1, 1, call -> real(call, StrictMath.log10(call.real(0)))),
          of("pow(x, y)", 2, 2, call -> real(call, StrictMath.pow(call.real(0), call.real(1)))));

  private static final Map<String, Function> BY_NAME = byName();

  private Functions() {}

  private static Function of(String usage, int least, int most, Operators.Body body) {
    return new Function(usage.substring(0, usage.indexOf('(')), usage, least, most, body);
  }

  private static Map<String, Function> byName() {
    Map<String, Function> names = new LinkedHashMap<>();
    for (Function function : ALL) {
      names.put(function.name(), function);
      names.put(function.name().toUpperCase(Locale.ROOT), function);
      if (function.name().equals("ceil")) {
        names.put("CEILING", function);
      }
    }
    return Map.copyOf(names);
  }

  /** The function of that name; null when there is none. */
  static Function named(String name) {
    return BY_NAME.get(name);
  }

  /** Names to suggest: those in small letters. */
  static List<String> names() {
    return ALL.stream().map(Function::name).toList();
  }

  private static Datum rounded(Call call, RoundingMode mode) {
    return new Num(call.settled(0).setScale(0, mode));
  }

  /** Ties go to the even neighbour, as in Python, NumPy and PyTorch. */
  private static Datum round(Call call) {
    int digits = call.size() == 1 ? 0 : (int) Math.max(-99, Math.min(99, call.whole(1)));
    return new Num(call.settled(0).setScale(digits, RoundingMode.HALF_EVEN));
  }

  private static BigDecimal extreme(Call call, int sign) {
    List<BigDecimal> numbers = call.numbers();
    if (numbers.isEmpty()) {
      throw Refusal.of("expression.empty-list", call.usage());
    }
    BigDecimal best = numbers.get(0);
    for (BigDecimal number : numbers) {
      best = number.compareTo(best) * sign > 0 ? number : best;
    }
    return best;
  }

  private static Datum sum(Call call) {
    BigDecimal sum = BigDecimal.ZERO;
    for (BigDecimal number : call.numbers()) {
      sum = sum.add(number, call.context());
    }
    return new Num(call.precision().bounded(sum));
  }

  private static Datum length(Call call) {
    if (call.get(0) instanceof Text text) {
      return Datum.whole(text.value().codePointCount(0, text.value().length()));
    }
    return Datum.whole(call.list(0).size());
  }

  /** Python's: {@code range(n)} is 0 to n − 1, {@code range(a, b)} is a to b − 1. */
  private static Datum range(Call call) {
    long from = call.size() == 1 ? 0 : call.whole(0);
    long to = call.whole(call.size() == 1 ? 0 : 1);
    long step = call.size() == 3 ? call.whole(2) : 1;
    if (step == 0) {
      throw Refusal.of("expression.step", call.usage());
    }
    List<Value> items = new ArrayList<>();
    for (long i = from; step > 0 ? i < to : i > to; i = Math.addExact(i, step)) {
      items.add(call.item(Datum.whole(i)));
      call.bound(items.size());
    }
    return call.made(items);
  }

  private static Datum list(Call call) {
    List<Value> items = new ArrayList<>();
    for (int i = 0; i < call.size(); i++) {
      items.add(call.item(call.get(i)));
    }
    return call.made(items);
  }

  private static Datum join(Call call) {
    List<Value> items = new ArrayList<>();
    for (int i = 0; i < call.size(); i++) {
      items.addAll(call.list(i));
      call.bound(items.size());
    }
    return call.made(items);
  }

  /** Rows of a value and how often it follows itself: [24, 24, 56] gives [[24, 2], [56, 1]]. */
  private static Datum runs(Call call) {
    List<Value> list = call.list(0);
    List<Value> rows = new ArrayList<>();
    int start = 0;
    for (int i = 1; i <= list.size(); i++) {
      if (i == list.size() || !same(call, list.get(i), list.get(start))) {
        Value count = call.item(Datum.whole(i - start));
        rows.add(call.item(call.made(List.of(list.get(start), count))));
        start = i;
      }
    }
    return call.made(rows);
  }

  private static boolean same(Call call, Value a, Value b) {
    return Operators.same(Datum.of(a), Datum.of(b), call.precision());
  }

  private static Datum contains(Call call) {
    Datum wanted = call.get(1);
    return new Truth(
        call.list(0).stream()
            .anyMatch(item -> Operators.same(Datum.of(item), wanted, call.precision())));
  }

  /**
   * The multiple of the divisor nearest to x, at least {@code least} (by default the divisor), and
   * not below nine tenths of x; x and all steps in doubles, as torchvision's {@code
   * _make_divisible} computes.
   */
  private static Datum makeDivisible(Call call) {
    double value = call.inDoubles(0).doubleValue();
    long divisor = call.whole(1);
    long least = call.size() == 3 ? call.whole(2) : divisor;
    if (divisor <= 0 || Math.abs(value) > 1L << 53) {
      throw Refusal.of("expression.divisor", call.usage());
    }
    long shifted = (long) (value + divisor / 2.0);
    long made = Math.max(least, Math.floorDiv(shifted, divisor) * divisor);
    return Datum.whole(made < 0.9 * value ? made + divisor : made);
  }

  private static Datum real(Call call, double value) {
    if (Double.isNaN(value) || value == Double.NEGATIVE_INFINITY) {
      throw Refusal.of("expression.undefined", call.usage());
    }
    return new Num(call.precision().bounded(call.precision().real(value)));
  }
}
