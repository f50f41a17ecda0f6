package dev.convatlas.layer;

import dev.convatlas.source.Message;
import dev.convatlas.tensor.Formula;
import dev.convatlas.tensor.Reach;
import dev.convatlas.tensor.Reading;
import dev.convatlas.tensor.Role;
import dev.convatlas.tensor.Shape;
import dev.convatlas.tensor.Work;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * {@code adaptive_avg_pool1d} … {@code adaptive_max_pool3d}: as many windows as the output is to
 * have. Source: PyTorch, {@code torch.nn.AdaptiveAvgPool2d}; window i is ⌊i·in/out⌋ … ⌈(i +
 * 1)·in/out⌉ − 1.
 *
 * @param size of the output, for each axis; empty leaves the axis as it is
 */
record AdaptivePool(String type, boolean average, List<Optional<Long>> size) implements Layer {

  static LayerType type(String kind, int rank, String example) {
    boolean average = kind.equals("avg");
    String name = "adaptive_" + kind + "_pool" + rank + "d";
    Argument<List<Optional<Long>>> size =
        Argument.required("output_size", Kinds.spatial(rank, Kinds.orNull(Kinds.POSITIVE)));
    return new LayerType(
        name,
        "nn.Adaptive" + (average ? "Avg" : "Max") + "Pool" + rank + "d",
        Category.POOLING,
        Arity.ONE,
        List.of(size),
        example,
        arguments -> new AdaptivePool(name, average, arguments.get(size)));
  }

  @Override
  public Operation operation() {
    return average ? Operation.ADAPTIVE_AVERAGE_POOL : Operation.ADAPTIVE_MAX_POOL;
  }

  @Override
  public Shape output(List<Shape> inputs) {
    Shape map = Maps.require(type, size.size(), inputs.get(0));
    List<Long> spatial = new ArrayList<>();
    for (int i = 0; i < size.size(); i++) {
      spatial.add(size.get(i).orElse(map.size(i + 1)));
    }
    return Maps.resized(map, Maps.channels(map), spatial);
  }

  @Override
  public List<Weight> weights(List<Shape> inputs) {
    return List.of();
  }

  /** Each window, which may overlap its neighbour, adds or compares its elements. */
  @Override
  public Work work(List<Shape> inputs, Shape output) {
    long read = Maps.channels(output);
    for (int i = 1; i <= size.size(); i++) {
      read = Math.multiplyExact(read, elementsRead(inputs.get(0).size(i), output.size(i)));
    }
    Formula outputs = Maps.elements(output);
    long pairs = read - outputs.value();
    Formula joined =
        pairs == 0
            ? Formula.ZERO
            : Formula.product(Formula.factor("(elements read − windows)", pairs));
    return average
        ? Work.of(Work.Kind.ADDITION, joined).and(Work.Kind.DIVISION, outputs)
        : Work.of(Work.Kind.COMPARISON, joined);
  }

  /**
   * Sum of the windows' lengths along one axis: every index once, and once more where two windows
   * overlap, which they do unless one ends where the next begins. That happens gcd(in, out) − 1
   * times inside the axis.
   */
  private static long elementsRead(long in, long out) {
    long divisor = BigInteger.valueOf(in).gcd(BigInteger.valueOf(out)).longValue();
    return Math.addExact(in, out - divisor);
  }

  @Override
  public List<Reading> readings(List<Shape> inputs, Shape output) {
    Shape map = inputs.get(0);
    Map<Role, Reading.AxisReading> readings = new EnumMap<>(Role.class);
    for (int i = 1; i <= size.size(); i++) {
      Readings.put(readings, type, map.axis(i), along(map.size(i), output.size(i)));
    }
    return List.of(Reading.of(readings));
  }

  private static Reading.AxisReading along(long in, long out) {
    if (in == out) {
      return new Reading.Same();
    }
    return out == 1 ? new Reading.Collapse() : Reading.through(Reach.adaptive(in, out));
  }

  @Override
  public List<Message> shapeRule(List<Shape> inputs, Shape output) {
    List<Message> rule = new ArrayList<>();
    for (int i = 0; i < size.size(); i++) {
      rule.add(
          Message.of(
              "shape.formula",
              Maps.axisName(size.size(), i) + "_out",
              "output_size",
              output.size(i + 1)));
    }
    return rule;
  }
}
