package dev.convatlas.tensor;

import java.util.ArrayList;
import java.util.List;

/**
 * Which input indices each output index of a layer reads along one axis, borders ignored. It
 * repeats: with n phases, output index {@code q·n + j} reads what phase j says, moved by {@code q ·
 * advance} input indices.
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

    public boolean isEmpty() {
      return last < first;
    }
  }

  /** Every output index reads its own input index. */
  public static final Reach SAME = new Reach(1, List.of(new Taps(0, 0, 1)));

  public Reach {
    phases = List.copyOf(phases);
    if (advance < 1 || phases.isEmpty()) {
      throw new IllegalArgumentException("a reach needs an advance and a phase");
    }
  }

  /** A layer that reads the input from {@code start} on (a crop), or before it (padding). */
  public static Reach shifted(long start) {
    return new Reach(1, List.of(new Taps(start, start, 1)));
  }

  /** A slice with a step: output i reads {@code start + i·step}. */
  public static Reach slice(long start, long step) {
    return new Reach(step, List.of(new Taps(start, start, 1)));
  }

  /** Nearest-neighbour resampling from {@code in} to {@code out} indices: ⌊i · in / out⌋. */
  public static Reach nearest(long in, long out) {
    long divisor = Ratio.gcd(in, out);
    long advance = in / divisor;
    long phases = out / divisor;
    List<Taps> taps = new ArrayList<>();
    for (long j = 0; j < phases; j++) {
      long index = j * advance / phases;
      taps.add(new Taps(index, index, 1));
    }
    return new Reach(advance, taps);
  }

  /**
   * Linear or cubic resampling with pixel centres aligned as PyTorch's {@code align_corners=False}:
   * output i lies at {@code (i + ½)·in/out − ½}, and reads the {@code radius} indices on either
   * side. Where it lies exactly on an index, that index alone has weight.
   *
   * @param radius 1 for linear, 2 for cubic
   */
  public static Reach interpolated(long in, long out, int radius) {
    long divisor = Ratio.gcd(in, out);
    long advance = in / divisor;
    long phases = out / divisor;
    List<Taps> taps = new ArrayList<>();
    for (long j = 0; j < phases; j++) {
      // The position times 2·phases, a whole number: ((2j + 1)·advance − phases) / (2·phases).
      long scaled = Math.multiplyExact(2 * j + 1, advance) - phases;
      long floor = Math.floorDiv(scaled, 2 * phases);
      boolean exact = Math.floorMod(scaled, 2 * phases) == 0;
      taps.add(exact ? new Taps(floor, floor, 1) : new Taps(floor - radius + 1, floor + radius, 1));
    }
    return new Reach(advance, taps);
  }

  /** PyTorch's adaptive pooling: output i reads ⌊i·in/out⌋ … ⌈(i + 1)·in/out⌉ − 1. */
  public static Reach adaptive(long in, long out) {
    long divisor = Ratio.gcd(in, out);
    long advance = in / divisor;
    long phases = out / divisor;
    List<Taps> taps = new ArrayList<>();
    for (long j = 0; j < phases; j++) {
      long first = j * advance / phases;
      long last = -Math.floorDiv(-(j + 1) * advance, phases) - 1;
      taps.add(new Taps(first, last, 1));
    }
    return new Reach(advance, taps);
  }

  /**
   * A transposed window: output o is reached from input i where {@code o = i·stride − padding +
   * dilation·t} for a tap t of the kernel. A phase that no tap reaches reads nothing.
   */
  public static Reach transposed(long kernel, long stride, long dilation, long padding) {
    List<Taps> taps = new ArrayList<>();
    for (long j = 0; j < stride; j++) {
      long first = 1;
      long last = 0;
      for (long t = kernel - 1; t >= 0; t--) {
        long offset = j + padding - dilation * t;
        if (Math.floorMod(offset, stride) == 0) {
          long index = Math.floorDiv(offset, stride);
          first = last < first ? index : first;
          last = index;
        }
      }
      // The taps of one phase lie evenly apart: neighbours differ by dilation / gcd.
      taps.add(new Taps(first, last, Math.max(1, dilation / Ratio.gcd(dilation, stride))));
    }
    return new Reach(1, taps);
  }

  /**
   * Windows that share nothing: indices {@code q·window + j} all read the whole q-th window, which
   * starts at {@code q·window + shift}.
   */
  public static Reach partition(long window, long shift) {
    List<Taps> taps = new ArrayList<>();
    for (long j = 0; j < window; j++) {
      long start = Math.floorDiv(j - shift, window) * window + shift;
      taps.add(new Taps(start, start + window - 1, 1));
    }
    return new Reach(window, taps);
  }

  /** A grid of {@code count} indices, each {@code size / count} apart, spread over the axis. */
  public static Reach grid(long size, long count) {
    long step = Math.max(1, size / count);
    List<Taps> taps = new ArrayList<>();
    for (long j = 0; j < size; j++) {
      long start = j % step;
      taps.add(new Taps(start, start + (count - 1) * step, step));
    }
    return new Reach(size, taps);
  }
}
