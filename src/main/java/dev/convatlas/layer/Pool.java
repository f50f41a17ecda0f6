package dev.convatlas.layer;

import dev.convatlas.source.Message;
import dev.convatlas.source.Refusal;
import dev.convatlas.tensor.Formula;
import dev.convatlas.tensor.Formula.Factor;
import dev.convatlas.tensor.Reading;
import dev.convatlas.tensor.Shape;
import dev.convatlas.tensor.Window;
import dev.convatlas.tensor.Work;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * {@code max_pool1d} … {@code avg_pool3d}: one value for each window, channel by channel. Source:
 * PyTorch, {@code torch.nn.MaxPool2d} and {@code torch.nn.AvgPool2d}.
 */
record Pool(
    String type,
    boolean average,
    List<Long> kernel,
    List<Long> stride,
    List<Long> padding,
    List<Long> dilation,
    boolean ceil)
    implements Layer {

  static final Argument<Boolean> CEIL = Argument.flag("ceil_mode", false);
  private static final Argument<Boolean> COUNT_PADDING = Argument.flag("count_include_pad", true);

  static LayerType max(int rank, String example) {
    Argument<List<Long>> dilation = Argument.spatial("dilation", rank, Kinds.POSITIVE, 1);
    return type("max_pool" + rank + "d", "nn.MaxPool" + rank + "d", false, rank, dilation, example);
  }

  static LayerType average(int rank, String example) {
    return type("avg_pool" + rank + "d", "nn.AvgPool" + rank + "d", true, rank, null, example);
  }

  private static LayerType type(
      String name,
      String torch,
      boolean average,
      int rank,
      Argument<List<Long>> dilation,
      String example) {
    Argument<List<Long>> kernel =
        Argument.required("kernel_size", Kinds.spatial(rank, Kinds.POSITIVE));
    Argument<List<Long>> stride =
        Argument.derived("stride", Kinds.spatial(rank, Kinds.POSITIVE), "kernel_size");
    Argument<List<Long>> padding = Argument.spatial("padding", rank, Kinds.NATURAL, 0);
    return new LayerType(
        name,
        torch,
        Category.POOLING,
        Arity.ONE,
        List.of(kernel, stride, padding, average ? COUNT_PADDING : dilation, CEIL),
        example,
        arguments ->
            new Pool(
                name,
                average,
                arguments.get(kernel),
                arguments.find(stride).orElse(arguments.get(kernel)),
                arguments.get(padding),
                Optional.ofNullable(dilation)
                    .map(arguments::get)
                    .orElse(Collections.nCopies(rank, 1L)),
                arguments.get(CEIL)));
  }

  Pool {
    for (int i = 0; i < kernel.size(); i++) {
      if (padding.get(i) * 2 > kernel.get(i)) {
        throw Refusal.of("pool.padding", type, padding.get(i), kernel.get(i));
      }
    }
  }

  @Override
  public Operation operation() {
    return average ? Operation.AVERAGE_POOL : Operation.MAX_POOL;
  }

  private Windows windows() {
    List<Window> axes = new ArrayList<>();
    for (int i = 0; i < kernel.size(); i++) {
      long pad = padding.get(i);
      axes.add(new Window(kernel.get(i), stride.get(i), dilation.get(i), pad, pad, ceil));
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

  /** Each window compares, or adds, its taps; an average then divides. */
  @Override
  public Work work(List<Shape> inputs, Shape output) {
    Formula outputs = Maps.elements(output);
    long taps = 1;
    for (Factor factor : Maps.kernel(kernel)) {
      taps = Math.multiplyExact(taps, factor.value());
    }
    Formula pairs = taps == 1 ? Formula.ZERO : outputs.times(Formula.factor("(k − 1)", taps - 1));
    return average
        ? Work.of(Work.Kind.ADDITION, pairs).and(Work.Kind.DIVISION, outputs)
        : Work.of(Work.Kind.COMPARISON, pairs);
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
