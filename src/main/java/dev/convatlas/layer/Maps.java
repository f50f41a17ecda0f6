package dev.convatlas.layer;

import dev.convatlas.source.Refusal;
import dev.convatlas.tensor.Axis;
import dev.convatlas.tensor.Formula;
import dev.convatlas.tensor.Formula.Factor;
import dev.convatlas.tensor.Role;
import dev.convatlas.tensor.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** What layers on maps share: channels first, then one to three spatial axes. */
final class Maps {
  private static final String[] AXES = {"D", "H", "W"};

  private Maps() {}

  /** The map, when it has that many spatial axes, and its channels do not stand behind them. */
  static Shape require(String type, int rank, Shape input) {
    return channelsFirst(type, requireAxes(type, rank, input));
  }

  /** The tensor, when it has that many axes behind the first, whatever they stand for. */
  static Shape requireAxes(String type, int rank, Shape input) {
    if (input.rank() != rank + 1) {
      throw Refusal.of("shape.rank", type, rank + 1, input.rank(), input.toString());
    }
    return input;
  }

  /** The tensor, unless its first axis stands for places and its channels stand behind them. */
  static Shape channelsFirst(String type, Shape input) {
    Role first = input.rank() == 0 ? Role.NONE : input.axis(0).role();
    boolean place = first.isSpatial() || first == Role.POSITIONS;
    if (place && input.indexOf(Role.CHANNEL).isPresent()) {
      throw Refusal.of("shape.layout", type, input.toString());
    }
    return input;
  }

  static long channels(Shape map) {
    return map.size(0);
  }

  static List<Long> spatial(Shape map) {
    return map.sizes().subList(1, map.rank());
  }

  /**
   * The map with other channels and other spatial sizes, its axes' roles kept. Places that serve as
   * channels are places no more when they become another number.
   */
  static Shape resized(Shape map, long channels, List<Long> spatial) {
    List<Axis> axes = new ArrayList<>();
    Axis first = map.axis(0);
    boolean kept = first.role() == Role.CHANNEL || first.size() == channels;
    axes.add(kept ? first.withSize(channels) : Axis.of(Role.NONE, channels));
    for (int i = 0; i < spatial.size(); i++) {
      axes.add(map.axis(i + 1).withSize(spatial.get(i)));
    }
    return new Shape(axes);
  }

  /** {@code H}, {@code W}; {@code L} for one axis. */
  static String axisName(int rank, int index) {
    return rank == 1 ? "L" : AXES[AXES.length - rank + index];
  }

  /** One factor for each spatial axis of a map: {@code H_out · W_out}. */
  static List<Factor> positions(String suffix, Shape map) {
    List<Factor> factors = new ArrayList<>();
    int rank = map.rank() - 1;
    for (int i = 0; i < rank; i++) {
      factors.add(Formula.factor(axisName(rank, i) + suffix, map.size(i + 1)));
    }
    return factors;
  }

  /** One factor for each axis of a kernel: {@code k_h · k_w}. */
  static List<Factor> kernel(List<Long> kernel) {
    List<Factor> factors = new ArrayList<>();
    for (int i = 0; i < kernel.size(); i++) {
      String axis = axisName(kernel.size(), i).toLowerCase(Locale.ROOT);
      factors.add(Formula.factor("k_" + axis, kernel.get(i)));
    }
    return factors;
  }

  /** Every element of a tensor, once: {@code C · H · W} for a map. */
  static Formula elements(Shape shape) {
    List<Factor> factors = new ArrayList<>();
    for (int i = 0; i < shape.rank(); i++) {
      factors.add(Formula.factor(name(shape, i), shape.size(i)));
    }
    return Formula.product(factors);
  }

  /** A count once for each of so many operations. */
  static Formula repeated(Formula count, long times) {
    return times == 1 ? count : count.times(Formula.factor("operations", times));
  }

  /** The elements of some axes, named as {@link #elements} names them. */
  static List<Factor> sizes(Shape shape, List<Integer> axes) {
    return axes.stream().map(i -> Formula.factor(name(shape, i), shape.size(i))).toList();
  }

  /** Every axis but these. */
  static List<Integer> others(Shape shape, List<Integer> axes) {
    return IntStream.range(0, shape.rank()).filter(i -> !axes.contains(i)).boxed().toList();
  }

  /** The axis of the channels: the one with that role, else the first. */
  static int channelAxis(Shape shape) {
    return shape.indexOf(Role.CHANNEL).orElse(0);
  }

  private static String name(Shape shape, int index) {
    return switch (shape.axis(index).role()) {
      case CHANNEL -> "C";
      case DEPTH -> "D";
      case HEIGHT -> "H";
      case WIDTH -> "W";
      case LENGTH -> "L";
      case POSITIONS -> "N";
      case NONE -> "n_" + index;
    };
  }
}
