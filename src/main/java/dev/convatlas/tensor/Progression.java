package dev.convatlas.tensor;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Which input pixels the indices of a tensor read along one axis, borders ignored: with n phases,
 * index {@code q·n + j} reads the interval of phase j, moved by {@code q · advance} pixels. The
 * jump is {@code advance / n}.
 *
 * <p>A plain chain of windows has one phase; up-sampling, transposed convolution, adaptive pooling
 * and window attention make more.
 *
 * @param advance input pixels for each full turn of the phases, at least 1
 * @param phases an interval for each, or {@link Interval#EMPTY} where nothing is read
 */
public record Progression(long advance, List<Interval> phases) {

  /** More phases than this come from no known network; they would only cost memory. */
  public static final int MOST_PHASES = 1 << 12;

  /** Both ends included, in input pixels; negative ones lie in the padding. */
  public record Interval(long low, long high) {
    public static final Interval EMPTY = new Interval(1, 0);

    public boolean isEmpty() {
      return high < low;
    }

    public long size() {
      return high - low + 1;
    }

    Interval moved(long by) {
      return isEmpty() ? this : new Interval(Math.addExact(low, by), Math.addExact(high, by));
    }

    Interval union(Interval other) {
      if (isEmpty()) {
        return other;
      }
      return other.isEmpty()
          ? this
          : new Interval(Math.min(low, other.low), Math.max(high, other.high));
    }
  }

  /** The input itself: index i reads pixel i. */
  public static final Progression INPUT = new Progression(1, List.of(new Interval(0, 0)));

  public Progression {
    phases = List.copyOf(phases);
    if (advance < 1 || phases.isEmpty()) {
      throw new IllegalArgumentException("a progression needs an advance and a phase");
    }
  }

  public Ratio jump() {
    return new Ratio(advance, phases.size());
  }

  /** Pixels read by the index that reads most; 0 when none reads anything. */
  public long size() {
    return phases.stream().mapToLong(p -> p.isEmpty() ? 0 : p.size()).max().orElseThrow();
  }

  /** First pixel that index 0 reads. */
  public long start() {
    return phases.get(0).low();
  }

  /** What index i reads; i may be negative. */
  public Interval at(long index) {
    int phase = (int) Math.floorMod(index, (long) phases.size());
    long turns = Math.floorDiv(index, (long) phases.size());
    return phases.get(phase).moved(Math.multiplyExact(turns, advance));
  }

  /**
   * What the outputs of a layer read, when its inputs read this. Empty when the phases become too
   * many to keep.
   *
   * @throws ArithmeticException on overflow
   */
  public Optional<Progression> through(Reach reach) {
    // After `turns` turns of the layer its input index has moved by a whole number of our turns.
    long turns = phases.size() / Ratio.gcd(phases.size(), reach.advance());
    long count = Math.multiplyExact(turns, (long) reach.phases().size());
    if (count > MOST_PHASES) {
      return Optional.empty();
    }
    List<Interval> result = new ArrayList<>();
    for (long turn = 0; turn < turns; turn++) {
      for (Reach.Taps taps : reach.phases()) {
        result.add(read(taps, Math.multiplyExact(turn, reach.advance())));
      }
    }
    long moved = Math.multiplyExact(turns, reach.advance()) / phases.size();
    return Optional.of(new Progression(Math.multiplyExact(moved, advance), result).simplified());
  }

  /** Union over the taps; beyond one turn of the phases only the ends can add anything. */
  private Interval read(Reach.Taps taps, long offset) {
    if (taps.isEmpty()) {
      return Interval.EMPTY;
    }
    long taken = (taps.last() - taps.first()) / taps.step() + 1;
    long ends = Math.min(taken, phases.size());
    Interval union = Interval.EMPTY;
    for (long i = 0; i < ends; i++) {
      union = union.union(at(Math.addExact(offset, taps.first() + i * taps.step())));
      union = union.union(at(Math.addExact(offset, taps.last() - i * taps.step())));
    }
    return union;
  }

  /** What index i reads here or there; both must have the same jump. */
  public Optional<Progression> union(Progression other) {
    if (!jump().equals(other.jump())) {
      throw new IllegalArgumentException("jumps " + jump() + " and " + other.jump());
    }
    long divisor = Ratio.gcd(phases.size(), other.phases.size());
    long count = phases.size() / divisor * other.phases.size();
    if (count > MOST_PHASES) {
      return Optional.empty();
    }
    List<Interval> result = new ArrayList<>();
    for (long i = 0; i < count; i++) {
      result.add(at(i).union(other.at(i)));
    }
    return Optional.of(
        new Progression(Math.multiplyExact(advance, count / phases.size()), result).simplified());
  }

  /**
   * Whether this, moved by some number of pixels, reads nothing that the other does not, at any
   * index. It then reads no more than the other behind any further layers.
   */
  boolean fitsInto(Progression other) {
    if (!jump().equals(other.jump())) {
      return false;
    }
    long count = Ratio.lcm(phases.size(), other.phases.size());
    long leastMove = Long.MIN_VALUE;
    long mostMove = Long.MAX_VALUE;
    for (long i = 0; i < Math.min(count, MOST_PHASES); i++) {
      Interval inner = at(i);
      Interval outer = other.at(i);
      if (!inner.isEmpty() && outer.isEmpty()) {
        return false;
      }
      if (!inner.isEmpty()) {
        leastMove = Math.max(leastMove, outer.low() - inner.low());
        mostMove = Math.min(mostMove, outer.high() - inner.high());
      }
    }
    return count <= MOST_PHASES && leastMove <= mostMove;
  }

  /** The same intervals with as few phases as possible, so that equal progressions are equal. */
  private Progression simplified() {
    int n = phases.size();
    for (int m = 1; m < n; m++) {
      if (n % m == 0 && advance * m % n == 0 && repeatsAfter(m)) {
        return new Progression(advance * m / n, phases.subList(0, m));
      }
    }
    return this;
  }

  private boolean repeatsAfter(int m) {
    long move = advance * m / phases.size();
    for (int j = m; j < phases.size(); j++) {
      if (!phases.get(j).equals(phases.get(j - m).moved(move))) {
        return false;
      }
    }
    return true;
  }
}
