package dev.convatlas.layer;

import static dev.convatlas.tensor.Work.Kind.ADDITION;
import static dev.convatlas.tensor.Work.Kind.MULTIPLICATION;

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
 * {@code deform_conv2d}: a convolution whose taps are moved by offsets that another tensor gives
 * and, with a third one, weighted. The offsets have two channels for each tap and group of offsets,
 * the weights one. Source: torchvision, {@code torchvision.ops.DeformConv2d}.
 *
 * @param plain the convolution that it is when nothing moves
 */
record DeformableConvolution(Convolution plain) implements Layer {

  private static final String NAME = "deform_conv2d";
  private static final Argument<List<Long>> KERNEL =
      Argument.required("kernel_size", Kinds.spatial(2, Kinds.POSITIVE));
  private static final Argument<List<Long>> STRIDE =
      Argument.spatial("stride", 2, Kinds.POSITIVE, 1);
  private static final Argument<List<Long>> PADDING =
      Argument.spatial("padding", 2, Kinds.NATURAL, 0);
  private static final Argument<List<Long>> DILATION =
      Argument.spatial("dilation", 2, Kinds.POSITIVE, 1);

  static final LayerType TYPE =
      new LayerType(
          NAME,
          "torchvision.ops.DeformConv2d",
          Category.CONVOLUTION,
          Arity.TWO_OR_THREE,
          List.of(
              Convolution.OUT_CHANNELS,
              KERNEL,
              STRIDE,
              PADDING,
              DILATION,
              Convolution.GROUPS,
              Convolution.BIAS),
          "- deform_conv2d: {out_channels: 64, kernel_size: 3, padding: 1}\n"
              + "  from: [features, offsets]",
          arguments ->
              new DeformableConvolution(
                  new Convolution(
                      NAME,
                      arguments.get(Convolution.OUT_CHANNELS),
                      arguments.get(KERNEL),
                      arguments.get(STRIDE),
                      new Padding.Fixed(arguments.get(PADDING)),
                      arguments.get(DILATION),
                      arguments.get(Convolution.GROUPS),
                      arguments.get(Convolution.BIAS))));

  @Override
  public Operation operation() {
    return Operation.DEFORMABLE_CONVOLUTION;
  }

  private long taps() {
    return Math.multiplyExact(plain.kernel().get(0), plain.kernel().get(1));
  }

  /** Groups of channels that share their offsets. */
  private long offsetGroups(List<Shape> inputs) {
    return Maps.channels(inputs.get(1)) / (2 * taps());
  }

  @Override
  public Shape output(List<Shape> inputs) {
    Shape output = plain.output(inputs.subList(0, 1));
    for (Shape further : inputs.subList(1, inputs.size())) {
      Maps.require(NAME, 2, further);
      if (!Maps.spatial(further).equals(Maps.spatial(output))) {
        throw Refusal.of("deform.map", further.toString(), output.toString());
      }
    }
    long offsets = Maps.channels(inputs.get(1));
    if (offsets % (2 * taps()) != 0) {
      throw Refusal.of("deform.offsets", offsets, 2 * taps());
    }
    long groups = offsetGroups(inputs);
    if (Maps.channels(inputs.get(0)) % groups != 0) {
      throw Refusal.of("deform.groups", Maps.channels(inputs.get(0)), groups);
    }
    if (inputs.size() == 3 && Maps.channels(inputs.get(2)) != groups * taps()) {
      throw Refusal.of("deform.mask", Maps.channels(inputs.get(2)), groups * taps());
    }
    return output;
  }

  @Override
  public List<Weight> weights(List<Shape> inputs) {
    return plain.weights(inputs.subList(0, 1));
  }

  /**
   * The convolution; before it, for each tap of each group of offsets, its place (2 sums) and the
   * four weights there (4 sums, 4 products), and for each channel the weighted mean of four values
   * (4 products, 3 sums) and the product with the mask.
   */
  @Override
  public Work work(List<Shape> inputs, Shape output) {
    List<Factor> taps = new ArrayList<>(Maps.positions("_out", output));
    taps.addAll(Maps.kernel(plain.kernel()));
    Formula places =
        Formula.product(taps).times(Formula.factor("offset_groups", offsetGroups(inputs)));
    Formula values =
        Formula.product(taps).times(Formula.factor("C_in", Maps.channels(inputs.get(0))));
    long masked = inputs.size() == 3 ? 1 : 0;
    return plain
        .work(inputs.subList(0, 1), output)
        .and(ADDITION, Maps.repeated(places, 6))
        .and(MULTIPLICATION, Maps.repeated(places, 4))
        .and(MULTIPLICATION, Maps.repeated(values, 4 + masked))
        .and(ADDITION, Maps.repeated(values, 3));
  }

  /** At least what the window covers when nothing moves; offsets and weights of its own place. */
  @Override
  public List<Reading> readings(List<Shape> inputs, Shape output) {
    Map<Role, Reading.AxisReading> moved = new EnumMap<>(Role.class);
    for (int i = 0; i < 2; i++) {
      Window window =
          plain
              .padding()
              .window(
                  i,
                  inputs.get(0).size(i + 1),
                  plain.kernel().get(i),
                  plain.stride().get(i),
                  plain.dilation().get(i),
                  false);
      Readings.put(moved, NAME, inputs.get(0).axis(i + 1), new Reading.AtLeast(window.reach()));
    }
    List<Reading> readings = new ArrayList<>();
    readings.add(Reading.of(moved));
    inputs.subList(1, inputs.size()).forEach(further -> readings.add(Reading.SAME));
    return readings;
  }

  @Override
  public List<Message> shapeRule(List<Shape> inputs, Shape output) {
    return plain.shapeRule(inputs.subList(0, 1), output);
  }
}
