package dev.convatlas.drawing;

import dev.convatlas.analysis.Analysis;
import dev.convatlas.analysis.FinalField;
import dev.convatlas.analysis.Row;
import dev.convatlas.tensor.AxisField;
import dev.convatlas.tensor.Progression.Interval;
import dev.convatlas.tensor.Role;
import dev.convatlas.tensor.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * What the middle position of each layer sees of an input.
 *
 * @param height of the input in pixels, as {@code width}
 * @param spots one for each layer, in the order of execution; empty where nothing local is seen
 * @param ends indices of spots worth drawing: where the jump is about to change, and the last
 */
public record FieldMap(long height, long width, List<Optional<Spot>> spots, List<Integer> ends) {
  private static final int MOST_ENDS = 6;

  /**
   * The field of one position.
   *
   * @param rows from the first to the last that it reads, in pixels of the input; those outside of
   *     it lie in the padding
   * @param global whether something before has seen everything; the rows and columns leave that out
   */
  public record Spot(String layer, Part rows, Part columns, boolean global) {

    public boolean isSquare() {
      return rows.equals(columns);
    }
  }

  /**
   * Along one axis.
   *
   * @param jump between neighbouring positions, such as {@code 1/2}; empty where paths of several
   *     jumps have joined
   * @param start first pixel that position 0 reads
   */
  public record Part(long low, long high, String jump, long start) {
    public long size() {
      return high - low + 1;
    }
  }

  public FieldMap {
    spots = List.copyOf(spots);
    ends = List.copyOf(ends);
  }

  /** Of the first input; nothing where it is no image or no layer looks at a part of it. */
  public static Optional<FieldMap> of(Analysis analysis) {
    Map.Entry<String, Shape> input =
        analysis.graph().inputs().entrySet().stream().findFirst().orElseThrow();
    OptionalInt height = input.getValue().indexOf(Role.HEIGHT);
    OptionalInt width = input.getValue().indexOf(Role.WIDTH);
    if (height.isEmpty() || width.isEmpty() || input.getValue().indexOf(Role.DEPTH).isPresent()) {
      return Optional.empty();
    }
    List<Optional<Spot>> spots =
        analysis.rows().stream().map(row -> spot(row, input.getKey())).toList();
    List<Integer> ends = ends(spots);
    return ends.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new FieldMap(
                input.getValue().size(height.getAsInt()),
                input.getValue().size(width.getAsInt()),
                spots,
                ends));
  }

  private static Optional<Spot> spot(Row row, String input) {
    Map<Role, AxisField> axes = row.field().inputs().getOrDefault(input, Map.of());
    AxisField vertical = axes.get(Role.HEIGHT);
    AxisField horizontal = axes.get(Role.WIDTH);
    if (vertical == null || horizontal == null) {
      return Optional.empty();
    }
    Optional<Part> rows = part(vertical, row.node().output(), Role.HEIGHT);
    Optional<Part> columns = part(horizontal, row.node().output(), Role.WIDTH);
    if (rows.isEmpty() || columns.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new Spot(
            row.node().path(),
            rows.get(),
            columns.get(),
            vertical.global() || horizontal.global()));
  }

  private static Optional<Part> part(AxisField field, Shape output, Role role) {
    OptionalLong count = FinalField.sizeOf(output, role);
    if (field.collapsed() || count.isEmpty()) {
      return Optional.empty();
    }
    Interval at = field.at(count.getAsLong() / 2);
    return at.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Part(
                at.low(), at.high(), field.jump().map(Object::toString).orElse(""), field.start()));
  }

  private static List<Integer> ends(List<Optional<Spot>> spots) {
    List<Integer> ends = new ArrayList<>();
    int last = -1;
    for (int i = 0; i < spots.size(); i++) {
      Optional<Spot> spot = spots.get(i).filter(s -> s.rows().size() > 1 || s.columns().size() > 1);
      if (spot.isPresent()) {
        if (last >= 0 && !isLike(spots.get(last).orElseThrow(), spot.get())) {
          ends.add(outermost(last, spots));
        }
        last = i;
      }
    }
    if (last >= 0) {
      ends.add(outermost(last, spots));
    }
    return thinned(growing(ends, spots));
  }

  /** Of the layers that see the same, the one that stands in the fewest blocks: a block's end. */
  private static int outermost(int end, List<Optional<Spot>> spots) {
    Spot spot = spots.get(end).orElseThrow();
    int best = end;
    for (int i = end - 1; i >= 0; i--) {
      Optional<Spot> before = spots.get(i);
      if (before.isEmpty()
          || !before.get().rows().equals(spot.rows())
          || !before.get().columns().equals(spot.columns())) {
        break;
      }
      best = depth(spots.get(i)) < depth(spots.get(best)) ? i : best;
    }
    return best;
  }

  private static long depth(Optional<Spot> spot) {
    return spot.orElseThrow().layer().chars().filter(c -> c == '.').count();
  }

  private static boolean isLike(Spot a, Spot b) {
    return a.rows().jump().equals(b.rows().jump()) && a.columns().jump().equals(b.columns().jump());
  }

  /** Only those that see more than all before. */
  private static List<Integer> growing(List<Integer> ends, List<Optional<Spot>> spots) {
    List<Integer> kept = new ArrayList<>();
    long most = 0;
    for (int end : ends) {
      Spot spot = spots.get(end).orElseThrow();
      long size = Math.max(spot.rows().size(), spot.columns().size());
      if (size > most) {
        kept.add(end);
        most = size;
      }
    }
    return kept;
  }

  private static List<Integer> thinned(List<Integer> ends) {
    List<Integer> kept = new ArrayList<>();
    int count = Math.min(ends.size(), MOST_ENDS);
    for (int i = 0; i < count; i++) {
      kept.add(ends.get(count == 1 ? 0 : i * (ends.size() - 1) / (count - 1)));
    }
    return kept;
  }
}
