package dev.convatlas.tensor;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The receptive field of a tensor along one axis of one input.
 *
 * @param paths what is read over all paths, one progression for each jump; several only where paths
 *     with different jumps join
 * @param least single paths, one of which reads least however the network goes on; one for each
 *     jump, unless phases make them hard to compare
 * @param global whether an operation on the way sees every position; the paths then leave that
 *     operation out
 * @param collapsed whether every position was pooled into one, so that no local field goes on
 * @param exact false where sampling depends on the data, so that the paths are a lower bound
 */
public record AxisField(
    List<Progression> paths,
    List<Progression> least,
    boolean global,
    boolean collapsed,
    boolean exact) {

  /** Single paths that cannot be compared; more come from no known network. */
  private static final int MOST_LEAST = 32;

  /** The input itself. */
  public static final AxisField INPUT =
      new AxisField(List.of(Progression.INPUT), List.of(Progression.INPUT), false, false, true);

  public AxisField {
    paths = List.copyOf(paths);
    least = List.copyOf(least);
    if (paths.isEmpty() || least.isEmpty()) {
      throw new IllegalArgumentException("a field needs a path");
    }
  }

  /** Whether all the paths have one jump. */
  public boolean isAligned() {
    return paths.size() == 1;
  }

  /** The only jump; empty where paths with different jumps joined. */
  public Optional<Ratio> jump() {
    return isAligned() ? Optional.of(paths.get(0).jump()) : Optional.empty();
  }

  /**
   * Pixels that the widest index reads.
   *
   * @param count number of indices along the tensor's axis: with several jumps the extent grows
   *     towards an end
   */
  public long size(long count) {
    if (isAligned()) {
      return paths.get(0).size();
    }
    long widest = 0;
    for (Progression highest : paths) {
      for (Progression lowest : paths) {
        widest = Math.max(widest, widest(highest, lowest, count));
      }
    }
    return widest;
  }

  /** From the low end of one path to the high end of another, at the index where that is most. */
  private static long widest(Progression highest, Progression lowest, long count) {
    // Among indices of the same phases the distance grows towards one end of the axis.
    long turn = Math.min(count, Ratio.lcm(highest.phases().size(), lowest.phases().size()));
    long widest = 0;
    for (long i = 0; i < turn; i++) {
      widest = Math.max(widest, distance(highest.at(i), lowest.at(i)));
      widest = Math.max(widest, distance(highest.at(count - 1 - i), lowest.at(count - 1 - i)));
    }
    return widest;
  }

  private static long distance(Progression.Interval highest, Progression.Interval lowest) {
    return highest.isEmpty() || lowest.isEmpty() ? 0 : highest.high() - lowest.low() + 1;
  }

  /** First pixel that index 0 reads. */
  public long start() {
    return at(0).low();
  }

  /** The region that an output index reads; parts of it may lie in the padding. */
  public Progression.Interval at(long index) {
    Progression.Interval union = Progression.Interval.EMPTY;
    for (Progression path : paths) {
      union = union.union(path.at(index));
    }
    return union;
  }

  public AxisField globally() {
    return new AxisField(paths, least, true, collapsed, exact);
  }

  public AxisField pooled() {
    return new AxisField(paths, least, true, true, exact);
  }

  public AxisField atLeast() {
    return new AxisField(paths, least, global, collapsed, false);
  }

  /** Empty when the phases become too many to keep. */
  public Optional<AxisField> through(Reach reach) {
    if (collapsed) {
      return Optional.of(this);
    }
    Optional<List<Progression>> moved = through(paths, reach);
    Optional<List<Progression>> narrow = through(least, reach);
    return moved.isEmpty() || narrow.isEmpty()
        ? Optional.empty()
        : Optional.of(new AxisField(moved.get(), narrow.get(), global, false, exact));
  }

  private static Optional<List<Progression>> through(List<Progression> paths, Reach reach) {
    List<Progression> moved = new ArrayList<>();
    for (Progression path : paths) {
      Optional<Progression> next = path.through(reach);
      if (next.isEmpty()) {
        return Optional.empty();
      }
      moved.add(next.get());
    }
    return Optional.of(moved);
  }

  /**
   * Where two tensors join position by position. A collapsed one (the gate of a squeeze-and-excite)
   * makes the other global and adds nothing to its local field.
   */
  public Optional<AxisField> join(AxisField other) {
    boolean everything = global || other.global;
    boolean known = exact && other.exact;
    if (collapsed != other.collapsed) {
      AxisField local = collapsed ? other : this;
      return Optional.of(new AxisField(local.paths, local.least, everything, false, known));
    }
    List<Progression> joined = new ArrayList<>(paths);
    for (Progression path : other.paths) {
      int same = 0;
      while (same < joined.size() && !joined.get(same).jump().equals(path.jump())) {
        same++;
      }
      if (same == joined.size()) {
        joined.add(path);
      } else {
        Optional<Progression> union = joined.get(same).union(path);
        if (union.isEmpty()) {
          return Optional.empty();
        }
        joined.set(same, union.get());
      }
    }
    return Optional.of(new AxisField(joined, leastWith(other), everything, collapsed, known));
  }

  /** The single paths of both, without those that read at least as much as another for ever. */
  private List<Progression> leastWith(AxisField other) {
    List<Progression> all = new ArrayList<>(least);
    all.addAll(other.least);
    all.sort(Comparator.comparingLong(Progression::size));
    List<Progression> kept = new ArrayList<>();
    for (Progression path : all) {
      if (kept.size() < MOST_LEAST && kept.stream().noneMatch(one -> one.fitsInto(path))) {
        kept.add(path);
      }
    }
    return kept;
  }

  /** The path that reads least: rfa_toolbox's minimum field. */
  public Progression narrowest() {
    return least.stream().min(Comparator.comparingLong(Progression::size)).orElseThrow();
  }
}
