package dev.convatlas.layer;

import dev.convatlas.source.Message;
import dev.convatlas.source.Refusal;
import dev.convatlas.tensor.Formula;
import dev.convatlas.tensor.Formula.Factor;
import dev.convatlas.tensor.Reach;
import dev.convatlas.tensor.Reading;
import dev.convatlas.tensor.Role;
import dev.convatlas.tensor.Shape;
import dev.convatlas.tensor.Work;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * {@code conv_transpose1d}, {@code conv_transpose2d}, {@code conv_transpose3d}: each input position
 * is spread over the output by a kernel. Source: PyTorch, {@code torch.nn.ConvTranspose2d}.
 */
record TransposedConvolution(
    String type,
    long outChannels,
    List<Long> kernel,
    List<Long> stride,
    List<Long> padding,
    List<Long> outputPadding,
    long groups,
    boolean bias,
    List<Long> dilation)
    implements Layer {

  static LayerType type(int rank, String example) {
    Argument<List<Long>> kernel =
        Argument.required("kernel_size", Kinds.spatial(rank, Kinds.POSITIVE));
    Argument<List<Long>> stride = Argument.spatial("stride", rank, Kinds.POSITIVE, 1);
    Argument<List<Long>> padding = Argument.spatial("padding", rank, Kinds.NATURAL, 0);
    Argument<List<Long>> outputPadding = Argument.spatial("output_padding", rank, Kinds.NATURAL, 0);
    Argument<List<Long>> dilation = Argument.spatial("dilation", rank, Kinds.POSITIVE, 1);
    String name = "conv_transpose" + rank + "d";
    return new LayerType(
        name,
        "nn.ConvTranspose" + rank + "d",
        Category.CONVOLUTION,
        Arity.ONE,
        List.of(
            Convolution.OUT_CHANNELS,
            kernel,
            stride,
            padding,
            outputPadding,
            Convolution.GROUPS,
            Convolution.BIAS,
            dilation),
        example,
        arguments ->
            new TransposedConvolution(
                name,
                arguments.get(Convolution.OUT_CHANNELS),
                arguments.get(kernel),
                arguments.get(stride),
                arguments.get(padding),
                arguments.get(outputPadding),
                arguments.get(Convolution.GROUPS),
                arguments.get(Convolution.BIAS),
                arguments.get(dilation)));
  }

  TransposedConvolution {
    if (outChannels % groups != 0) {
      throw Refusal.of("channels.groups", type, "out_channels", outChannels, groups);
    }
    for (int i = 0; i < kernel.size(); i++) {
      if (outputPadding.get(i) >= Math.max(stride.get(i), dilation.get(i))) {
        throw Refusal.of(
            "transposed.output_padding",
            type,
            outputPadding.get(i),
            stride.get(i),
            dilation.get(i));
      }
    }
  }

  @Override
  public Operation operation() {
    return Operation.TRANSPOSED_CONVOLUTION;
  }

  /** (in − 1) · stride − 2 · padding + dilation · (kernel − 1) + output_padding + 1. */
  @Override
  public Shape output(List<Shape> inputs) {
    Shape map = Maps.require(type, kernel.size(), inputs.get(0));
    if (Maps.channels(map) % groups != 0) {
      throw Refusal.of("channels.groups", type, "in_channels", Maps.channels(map), groups);
    }
    List<Long> sizes = new ArrayList<>();
    for (int i = 0; i < kernel.size(); i++) {
      long spread = Math.multiplyExact(map.size(i + 1) - 1, stride.get(i));
      long taps = Math.multiplyExact(dilation.get(i), kernel.get(i) - 1);
      long size = Math.addExact(spread, taps) - 2 * padding.get(i) + outputPadding.get(i) + 1;
      if (size < 1) {
        throw Refusal.of(
            "transposed.size",
            type,
            Maps.axisName(kernel.size(), i),
            sizeFormula(i, map.size(i + 1)),
            size);
      }
      sizes.add(size);
    }
    return Maps.resized(map, outChannels, sizes);
  }

  private String sizeFormula(int axis, long in) {
    return String.format(
        Locale.ROOT,
        "(%d − 1) · %d − 2 · %d + %d · (%d − 1) + %d + 1",
        in,
        stride.get(axis),
        padding.get(axis),
        dilation.get(axis),
        kernel.get(axis),
        outputPadding.get(axis));
  }

  /** {@code weight} is in_channels × out_channels / groups × kernel. */
  @Override
  public List<Weight> weights(List<Shape> inputs) {
    List<Factor> sizes = new ArrayList<>();
    sizes.add(Formula.factor("C_in", Maps.channels(inputs.get(0))));
    sizes.add(perGroup());
    sizes.addAll(Maps.kernel(kernel));
    return Weight.withBias(
        bias,
        Weight.parameter("weight", sizes.toArray(Factor[]::new)),
        Formula.factor("C_out", outChannels));
  }

  private Factor perGroup() {
    return Formula.factor(groups == 1 ? "C_out" : "C_out / groups", outChannels / groups);
  }

  /** Each input element is multiplied by its kernel and added to the output below it. */
  @Override
  public Work work(List<Shape> inputs, Shape output) {
    Shape map = inputs.get(0);
    List<Factor> macs = new ArrayList<>();
    macs.add(Formula.factor("C_in", Maps.channels(map)));
    macs.addAll(Maps.positions("_in", map));
    macs.add(perGroup());
    macs.addAll(Maps.kernel(kernel));
    Work work = Work.of(Work.Kind.MULTIPLY_ACCUMULATE, Formula.product(macs));
    return bias ? work.and(Work.Kind.BIAS_ADDITION, Maps.elements(output)) : work;
  }

  @Override
  public List<Reading> readings(List<Shape> inputs, Shape output) {
    Map<Role, Reading.AxisReading> readings = new EnumMap<>(Role.class);
    for (int i = 0; i < kernel.size(); i++) {
      Readings.put(
          readings,
          type,
          inputs.get(0).axis(i + 1),
          Reading.through(
              Reach.transposed(kernel.get(i), stride.get(i), dilation.get(i), padding.get(i))));
    }
    return List.of(Reading.of(readings));
  }

  @Override
  public List<Message> shapeRule(List<Shape> inputs, Shape output) {
    List<Message> rule = new ArrayList<>();
    rule.add(Message.of("shape.formula", "C_out", "out_channels", outChannels));
    for (int i = 0; i < kernel.size(); i++) {
      rule.add(
          Message.of(
              "shape.formula",
              Maps.axisName(kernel.size(), i) + "_out",
              sizeFormula(i, inputs.get(0).size(i + 1)),
              output.size(i + 1)));
    }
    return rule;
  }
}
