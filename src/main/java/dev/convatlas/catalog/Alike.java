package dev.convatlas.catalog;

import dev.convatlas.analysis.Row;
import dev.convatlas.graph.Applied;
import dev.convatlas.graph.Node;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.Function;

/**
 * Which layers of a model are equal in all but their names, their places and their receptive
 * fields: networks repeat themselves, and what is said of a layer is found out once for all that
 * are like it.
 */
public final class Alike {
  private final List<Row> rows;

  /** Of each row the number of its kind, from 0 in the order in which kinds come first. */
  private final int[] kinds;

  private final List<Row> firsts = new ArrayList<>();

  private record Kind(
      Applied applied, OptionalInt weightsOf, boolean training, boolean functional) {

    static Kind of(Node node) {
      return new Kind(node.applied(), node.weightsOf(), node.training(), node.functional());
    }
  }

  private Alike(List<Row> rows) {
    this.rows = rows;
    this.kinds = new int[rows.size()];
    Map<Kind, Integer> known = new HashMap<>();
    for (int i = 0; i < kinds.length; i++) {
      Row row = rows.get(i);
      kinds[i] =
          known.computeIfAbsent(
              Kind.of(row.node()),
              kind -> {
                firsts.add(row);
                return firsts.size() - 1;
              });
    }
  }

  public static Alike of(List<Row> rows) {
    return new Alike(rows);
  }

  /** Number of a row's kind, from 0. */
  public int kind(int row) {
    return kinds[row];
  }

  /** One for each row, in their order; rows of a kind share what was made of the first of them. */
  public <T> List<T> each(Function<Row, T> maker) {
    List<T> made = firsts.stream().map(maker).toList();
    List<T> all = new ArrayList<>(rows.size());
    for (int kind : kinds) {
      all.add(made.get(kind));
    }
    return all;
  }
}
