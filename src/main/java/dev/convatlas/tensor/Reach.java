package dev.convatlas.tensor;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Which input indices each output index of a layer reads along one axis, borders ignored. It
 * repeats: with n phases, output index {@code q·n + j} reads what phase j says, moved by {@code q ·
 * advance} input indices.
 *
 * <p>Those that can have many phases are empty when they have more than {@link
 * Progression#MOST_PHASES}: sizes without a common divisor, beyond anything a network uses.
 *
 * @param advance input indices for each full turn of the phases, at least 1
 */
public record Reach(long advance, List<Taps> phases) {

  /**
   * The indices {@code first, first + step, …, last}; none when {@code last < first}.
   *
   * @param step at least 1
   */
  public record Taps(long first, long last, long step) {

    public static final Taps NONE = new Taps(1, 0, 1);

    public static Taps one(long index) {
      return new Taps(index, index, 1);
    }

    public boolean isEmpty() {
      return last < first;
    }
  }

  /** What one phase of a resampling by {@code advance / phases} reads. */
  @FunctionalInterface
  private interface Phase {
    Taps taps(long phase);
  }

  /** Every output index reads its own input index. */
  public static final Reach SAME = new Reach(1, List.of(Taps.one(0)));

  public Reach {
    phases = List.copyOf(phases);
    if (advance < 1 || phases.isEmpty()) {
      throw new IllegalArgumentException("a reach needs an advance and a phase");
    }
  }

  private static Optional<Reach> of(long advance, long phases, Phase phase) {
    if (phases > Progression.MOST_PHASES) {
      return Optional.empty();
    }
    List<Taps> taps = new ArrayList<>();
    for (long j = 0; j < phases; j++) {
      taps.add(phase.taps(j));
    }
    return Optional.of(new Reach(advance, taps));
  }

  /** A layer that reads the input from {@code start} on (a crop), or before it (padding). */
  public static Reach shifted(long start) {
    return slice(start, 1);
  }

  /** A slice with a step: output i reads {@code start + i·step}. */
  public static Reach slice(long start, long step) {
    return new Reach(step, List.of(Taps.one(start)));
  }

  /** Blocks put one behind the other: output i reads {@code i·size … i·size + size − 1}. */
  public static Reach blocks(long size) {
    return new Reach(size, List.of(new Taps(0, size - 1, 1)));
  }

  /** Nearest-neighbour resampling: ⌊i · in / out⌋. */
  public static Optional<Reach> nearest(long in, long out) {
    Ratio step = new Ratio(in, out);
    long phases = step.denominator();
    return of(step.numerator(), phases, j -> Taps.one(scaled(j, step.numerator()) / phases));
  }

  /** Nearest neighbour of pixel centres, PyTorch's {@code nearest-exact}: ⌊(i + ½) · in / out⌋. */
  public static Optional<Reach> nearestCentre(long in, long out) {
    Ratio step = new Ratio(in, out);
    long phases = step.denominator();
    return of(
        step.numerator(),
        phases,
        j -> Taps.one(scaled(2 * j + 1, step.numerator()) / (2 * phases)));
  }

  /**
   * Linear or cubic resampling with pixel centres aligned as PyTorch's {@code align_corners=False}:
   * output i lies at {@code (i + ½)·in/out − ½}, and reads the {@code radius} indices on either
   * side. Where it lies exactly on an index, that index alone has weight.
   *
   * @param radius 1 for linear, 2 for cubic
   */
  public static Optional<Reach> interpolated(long in, long out, int radius) {
    Ratio step = new Ratio(in, out);
    long phases = step.denominator();
    // The position times 2·phases, a whole number: ((2j + 1)·advance − phases) / (2·phases).
    return of(
        step.numerator(),
        phases,
        j -> around(scaled(2 * j + 1, step.numerator()) - phases, 2 * phases, radius));
  }

  /**
   * Linear or cubic resampling with the first and the last index on each other as PyTorch's {@code
   * align_corners=True}: output i lies at {@code i·(in − 1)/(out − 1)}.
   *
   * @param in at least 2, as {@code out}: with one index there is nothing to align
   */
  public static Optional<Reach> aligned(long in, long out, int radius) {
    Ratio step = new Ratio(in - 1, out - 1);
    long phases = step.denominator();
    return of(step.numerator(), phases, j -> around(scaled(j, step.numerator()), phases, radius));
  }

  /** The indices that a position between two of them reads: {@code numerator / denominator}. */
  private static Taps around(long numerator, long denominator, int radius) {
    long floor = Math.floorDiv(numerator, denominator);
    return Math.floorMod(numerator, denominator) == 0
        ? Taps.one(floor)
        : new Taps(floor - radius + 1, floor + radius, 1);
  }

  /** PyTorch's adaptive pooling: output i reads ⌊i·in/out⌋ … ⌈(i + 1)·in/out⌉ − 1. */
  public static Optional<Reach> adaptive(long in, long out) {
    Ratio step = new Ratio(in, out);
    long phases = step.denominator();
    return of(
        step.numerator(),
        phases,
        j ->
            new Taps(
                scaled(j, step.numerator()) / phases,
                -Math.floorDiv(-scaled(j + 1, step.numerator()), phases) - 1,
                1));
  }

  private static long scaled(long index, long by) {
    return Math.multiplyExact(index, by);
  }

  /**
   * A transposed window: output o is reached from input i where {@code o = i·stride − padding +
   * dilation·t} for a tap t of the kernel. A phase that no tap reaches reads nothing.
   */
  public static Optional<Reach> transposed(long kernel, long stride, long dilation, long padding) {
    // Taps that reach the same phase lie stride / divisor apart, and their inputs dilation /
    // divisor apart.
    long divisor = Ratio.gcd(dilation, stride);
    long apart = stride / divisor;
    return of(
        1,
        stride,
        j -> {
          long offset = Math.addExact(j, padding);
          if (offset % divisor != 0) {
            return Taps.NONE;
          }
          long tap = 0;
          while (tap < Math.min(kernel, apart)
              && Math.floorMod(offset - dilation % stride * tap, stride) != 0) {
            tap++;
          }
          if (tap >= Math.min(kernel, apart)) {
            return Taps.NONE;
          }
          long lastTap = tap + (kernel - 1 - tap) / apart * apart;
          return new Taps(
              (offset - Math.multiplyExact(dilation, lastTap)) / stride,
              (offset - Math.multiplyExact(dilation, tap)) / stride,
              dilation / divisor);
        });
  }

  /**
   * Windows that share nothing: all the indices of a window read the whole of it. Windows start at
   * {@code shift} and every {@code window} indices before and after it.
   */
  public static Optional<Reach> partition(long window, long shift) {
    return of(
        window,
        window,
        j -> {
          long start = Math.floorDiv(j - shift, window) * window + shift;
          return new Taps(start, start + window - 1, 1);
        });
  }

  /**
   * A grid of {@code count} indices, {@code size / count} apart, spread over the axis; {@code size}
   * is a multiple of {@code count}.
   */
  public static Optional<Reach> grid(long size, long count) {
    long step = size / count;
    return of(
        size, size, j -> new Taps(j % step, j % step + Math.multiplyExact(count - 1, step), step));
  }

  /** PyTorch's {@code roll}: output i reads {@code (i − shift) mod size}. */
  public static Optional<Reach> rolled(long size, long shift) {
    return of(size, size, j -> Taps.one(Math.floorMod(j - shift, size)));
  }
}
