package dev.convatlas.layer;

import dev.convatlas.source.Message;
import dev.convatlas.source.Refusal;
import dev.convatlas.tensor.Formula;
import dev.convatlas.tensor.Formula.Factor;
import dev.convatlas.tensor.Reading;
import dev.convatlas.tensor.Role;
import dev.convatlas.tensor.Shape;
import dev.convatlas.tensor.Window;
import dev.convatlas.tensor.Work;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * {@code conv1d}, {@code conv2d}, {@code conv3d}. Input and output are maps: channels, then as many
 * spatial axes as the number says. Source: PyTorch, {@code torch.nn.Conv2d}.
 *
 * @param type its name, for messages
 */
record Convolution(
    String type,
    long outChannels,
    List<Long> kernel,
    List<Long> stride,
    Padding padding,
    List<Long> dilation,
    long groups,
    boolean bias)
    implements Layer {

  static final Argument<Long> OUT_CHANNELS = Argument.required("out_channels", Kinds.POSITIVE);
  static final Argument<Long> GROUPS = Argument.optional("groups", Kinds.POSITIVE, 1L, "1");
  static final Argument<Boolean> BIAS = Argument.flag("bias", true);

  static LayerType type(int rank, String example) {
    Argument<List<Long>> kernel =
        Argument.required("kernel_size", Kinds.spatial(rank, Kinds.POSITIVE));
    Argument<List<Long>> stride = Argument.spatial("stride", rank, Kinds.POSITIVE, 1);
    Argument<Padding> padding = Padding.argument(rank);
    Argument<List<Long>> dilation = Argument.spatial("dilation", rank, Kinds.POSITIVE, 1);
    String name = "conv" + rank + "d";
    return new LayerType(
        name,
        "nn.Conv" + rank + "d",
        Category.CONVOLUTION,
        Arity.ONE,
        List.of(OUT_CHANNELS, kernel, stride, padding, dilation, GROUPS, BIAS),
        example,
        arguments ->
            new Convolution(
                name,
                arguments.get(OUT_CHANNELS),
                arguments.get(kernel),
                arguments.get(stride),
                arguments.get(padding),
                arguments.get(dilation),
                arguments.get(GROUPS),
                arguments.get(BIAS)));
  }

  Convolution {
    if (outChannels % groups != 0) {
      throw Refusal.of("channels.groups", type, "out_channels", outChannels, groups);
    }
    padding.check(type, stride);
  }

  @Override
  public Operation operation() {
    return Operation.CONVOLUTION;
  }

  private Windows windows(Shape map) {
    List<Window> axes = new ArrayList<>();
    for (int i = 0; i < kernel.size(); i++) {
      axes.add(
          padding.window(i, map.size(i + 1), kernel.get(i), stride.get(i), dilation.get(i), false));
    }
    return new Windows(axes);
  }

  @Override
  public Shape output(List<Shape> inputs) {
    Shape map = Maps.requireAxes(type, kernel.size(), inputs.get(0));
    if (kernel.size() > 1) {
      // An MLP-Mixer convolves over tokens, which serve as the channels of conv1d.
      Maps.channelsFirst(type, map);
    }
    if (Maps.channels(map) % groups != 0) {
      throw Refusal.of("channels.groups", type, "in_channels", Maps.channels(map), groups);
    }
    return Maps.resized(map, outChannels, windows(map).output(type, map));
  }

  /** {@code weight} is out_channels × in_channels / groups × kernel. */
  @Override
  public List<Weight> weights(List<Shape> inputs) {
    Factor channels = Formula.factor("C_out", outChannels);
    List<Factor> sizes = new ArrayList<>(List.of(channels, perGroup(inputs.get(0))));
    sizes.addAll(Maps.kernel(kernel));
    return Weight.withBias(
        bias, Weight.parameter("weight", sizes.toArray(Factor[]::new)), channels);
  }

  private Factor perGroup(Shape map) {
    return Formula.factor(groups == 1 ? "C_in" : "C_in / groups", Maps.channels(map) / groups);
  }

  /** One multiply-accumulate for each output element and each tap of its group's kernel. */
  @Override
  public Work work(List<Shape> inputs, Shape output) {
    List<Factor> outputs = new ArrayList<>();
    outputs.add(Formula.factor("C_out", outChannels));
    outputs.addAll(Maps.positions("_out", output));
    List<Factor> macs = new ArrayList<>(outputs);
    macs.add(perGroup(inputs.get(0)));
    macs.addAll(Maps.kernel(kernel));
    Work work = Work.of(Work.Kind.MULTIPLY_ACCUMULATE, Formula.product(macs));
    return bias ? work.and(Work.Kind.BIAS_ADDITION, Formula.product(outputs)) : work;
  }

  @Override
  public List<Reading> readings(List<Shape> inputs, Shape output) {
    Shape map = inputs.get(0);
    Map<Role, Reading.AxisReading> readings = new EnumMap<>(Role.class);
    // Channels may stand for places, where an MLP-Mixer convolves over tokens.
    readings.putAll(Readings.everything(map, List.of(0)).axes());
    readings.putAll(windows(map).reading(type, map).axes());
    return List.of(Reading.of(readings));
  }

  @Override
  public List<Message> shapeRule(List<Shape> inputs, Shape output) {
    List<Message> rule = new ArrayList<>();
    rule.add(Message.of("shape.formula", "C_out", "out_channels", outChannels));
    rule.addAll(windows(inputs.get(0)).shapeRule(inputs.get(0), output));
    return rule;
  }
}
