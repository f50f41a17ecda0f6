package dev.convatlas.definition;

import dev.convatlas.source.Diagnostic;
import dev.convatlas.source.Limit;
import dev.convatlas.source.Limits;
import dev.convatlas.source.Message;
import dev.convatlas.source.Problems;
import dev.convatlas.source.SourceSpan;
import dev.convatlas.yaml.Fractions;
import dev.convatlas.yaml.Scalars;
import dev.convatlas.yaml.Value;
import dev.convatlas.yaml.Value.Scalar;
import dev.convatlas.yaml.Value.Sequence;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The turns of a loop, around an item or in a value. */
public final class Loops {
  private Loops() {}

  /**
   * What the loop's names stand for in each turn: the numbers from 0 below a whole number, the
   * values of a list, or with several names the values of each row of a list.
   *
   * @param values those of the loop, evaluated
   * @return nothing after an error, which is then in {@code problems}
   */
  public static Optional<List<Map<String, Value>>> bindings(
      Item.Loop loop, Value values, Limits limits, Problems problems) {
    SourceSpan span = values.span();
    Optional<Long> number = Scalars.whole(values);
    boolean counts = number.isPresent() && number.get() >= 0 && loop.names().size() == 1;
    if (!counts && !(values instanceof Sequence)) {
      String key = loop.names().size() == 1 ? "loop.values" : "loop.rows";
      Diagnostic error = Diagnostic.error(span, Message.of(key, values.shown()));
      problems.add(
          Fractions.hinted(
              error, values, whole -> Scalars.whole(whole).filter(n -> n >= 0).isPresent()));
      return Optional.empty();
    }
    long size = values instanceof Sequence list ? list.items().size() : number.orElse(0L);
    if (size > limits.get(Limit.LIST_ITEMS)) {
      problems.add(Limited.by(Limit.LIST_ITEMS, limits, span).diagnostic());
      return Optional.empty();
    }
    List<Map<String, Value>> turns = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      Value value =
          values instanceof Sequence list
              ? list.items().get(i)
              : new Scalar(span, Integer.toString(i), true);
      Optional<Map<String, Value>> turn = turn(loop, value, problems);
      if (turn.isEmpty()) {
        return Optional.empty();
      }
      turns.add(turn.get());
    }
    return Optional.of(turns);
  }

  private static Optional<Map<String, Value>> turn(Item.Loop loop, Value value, Problems problems) {
    List<String> names = loop.names();
    if (names.size() == 1) {
      return Optional.of(Map.of(names.get(0), value));
    }
    if (!(value instanceof Sequence row) || row.items().size() != names.size()) {
      int found = value instanceof Sequence row ? row.items().size() : 1;
      problems.error(
          value.span(), "loop.row", value.shown(), found, names.size(), String.join(", ", names));
      return Optional.empty();
    }
    Map<String, Value> turn = new LinkedHashMap<>();
    for (int i = 0; i < names.size(); i++) {
      turn.put(names.get(i), row.items().get(i));
    }
    return Optional.of(turn);
  }
}
