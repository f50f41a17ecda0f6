package dev.convatlas.layer;

import dev.convatlas.source.Message;
import dev.convatlas.source.Refusal;
import dev.convatlas.tensor.Formula;
import dev.convatlas.tensor.Formula.Factor;
import dev.convatlas.tensor.Reading;
import dev.convatlas.tensor.Shape;
import dev.convatlas.tensor.Window;
import dev.convatlas.tensor.Work;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/**
 * {@code lp_pool1d}, {@code lp_pool2d}, {@code lp_pool3d}: (Σ x^p)^(1/p) over each window, channel
 * by channel, without padding. Source: PyTorch, {@code torch.nn.LPPool2d}.
 */
record LpPool(String type, List<Long> kernel, List<Long> stride, boolean ceil) implements Layer {

  private static final Argument<BigDecimal> NORM = Argument.required("norm_type", Kinds.NUMBER);

  static LayerType type(int rank, String example) {
    Argument<List<Long>> kernel =
        Argument.required("kernel_size", Kinds.spatial(rank, Kinds.POSITIVE));
    Argument<List<Long>> stride =
        Argument.derived("stride", Kinds.spatial(rank, Kinds.POSITIVE), "kernel_size");
    String name = "lp_pool" + rank + "d";
    return new LayerType(
        name,
        "nn.LPPool" + rank + "d",
        Category.POOLING,
        Arity.ONE,
        List.of(NORM, kernel, stride, Pool.CEIL),
        example,
        arguments -> {
          if (arguments.get(NORM).signum() == 0) {
            throw Refusal.of("lp_pool.norm", name);
          }
          return new LpPool(
              name,
              arguments.get(kernel),
              arguments.find(stride).orElse(arguments.get(kernel)),
              arguments.get(Pool.CEIL));
        });
  }

  @Override
  public Operation operation() {
    return Operation.OTHER_POOL;
  }

  private Windows windows() {
    List<Window> axes = new ArrayList<>();
    for (int i = 0; i < kernel.size(); i++) {
      axes.add(new Window(kernel.get(i), stride.get(i), 1, 0, 0, ceil));
    }
    return new Windows(axes);
  }

  @Override
  public Shape output(List<Shape> inputs) {
    Shape map = Maps.require(type, kernel.size(), inputs.get(0));
    return Maps.resized(map, Maps.channels(map), windows().output(type, map));
  }

  @Override
  public List<Weight> weights(List<Shape> inputs) {
    return List.of();
  }

  /** A power of each tap, their sum, a root. */
  @Override
  public Work work(List<Shape> inputs, Shape output) {
    Formula outputs = Maps.elements(output);
    Formula powers = outputs;
    long taps = 1;
    for (Factor factor : Maps.kernel(kernel)) {
      powers = powers.times(factor);
      taps = Math.multiplyExact(taps, factor.value());
    }
    Formula sums = taps == 1 ? Formula.ZERO : outputs.times(Formula.factor("(k − 1)", taps - 1));
    return Work.of(Work.Kind.TRANSCENDENTAL, powers.plus(outputs)).and(Work.Kind.ADDITION, sums);
  }

  @Override
  public List<Reading> readings(List<Shape> inputs, Shape output) {
    return List.of(windows().reading(type, inputs.get(0)));
  }

  @Override
  public List<Message> shapeRule(List<Shape> inputs, Shape output) {
    return windows().shapeRule(inputs.get(0), output);
  }
}
