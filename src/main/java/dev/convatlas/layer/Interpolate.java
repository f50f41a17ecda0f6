package dev.convatlas.layer;

import dev.convatlas.source.Message;
import dev.convatlas.source.Refusal;
import dev.convatlas.tensor.Reach;
import dev.convatlas.tensor.Reading;
import dev.convatlas.tensor.Role;
import dev.convatlas.tensor.Shape;
import dev.convatlas.tensor.Work;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * {@code interpolate}: a map resampled to another size. Source: PyTorch, {@code
 * torch.nn.functional.interpolate} without antialiasing.
 *
 * @param size of the output, one for all axes or one for each; empty when there is a factor
 * @param factor by which sizes are multiplied, and rounded down
 * @param aligned PyTorch's {@code align_corners}
 */
record Interpolate(
    Optional<List<Long>> size, Optional<List<BigDecimal>> factor, Resampling mode, boolean aligned)
    implements Layer {

  private static final Argument<List<Long>> SIZE =
      Argument.derived("size", Kinds.oneOrMore(Kinds.POSITIVE), "scale_factor");
  private static final Argument<List<BigDecimal>> FACTOR =
      Argument.derived("scale_factor", Kinds.oneOrMore(Kinds.NUMBER), "size");
  private static final Argument<String> MODE =
      Argument.optional("mode", Kinds.oneOf(Resampling.names()), "nearest", "nearest");
  private static final Argument<Boolean> ALIGNED =
      Argument.derived("align_corners", Kinds.BOOLEAN, "false");

  static final LayerType TYPE =
      new LayerType(
          "interpolate",
          "nn.Upsample",
          Category.RESAMPLING,
          Arity.ONE,
          List.of(SIZE, FACTOR, MODE, ALIGNED),
          "- interpolate: {scale_factor: 2, mode: bilinear}",
          Interpolate::of);

  private static Interpolate of(Arguments arguments) {
    Optional<List<Long>> size = arguments.find(SIZE);
    Optional<List<BigDecimal>> factor = arguments.find(FACTOR);
    Resampling mode = Resampling.named(arguments.get(MODE));
    if (size.isPresent() == factor.isPresent()) {
      throw Refusal.of("interpolate.either");
    }
    if (arguments.find(ALIGNED).isPresent() && mode.radius() == 0) {
      throw Refusal.of("interpolate.align_corners", mode.torch());
    }
    factor.ifPresent(
        factors ->
            factors.stream()
                .filter(scale -> scale.signum() <= 0)
                .findFirst()
                .ifPresent(
                    scale -> {
                      throw Refusal.of("interpolate.factor", scale.toPlainString());
                    }));
    return new Interpolate(size, factor, mode, arguments.find(ALIGNED).orElse(false));
  }

  @Override
  public Operation operation() {
    return mode.operation();
  }

  @Override
  public Shape output(List<Shape> inputs) {
    Shape map = Maps.channelsFirst("interpolate", inputs.get(0));
    int rank = map.rank() - 1;
    if (!mode.takes(rank)) {
      throw Refusal.of("interpolate.rank", mode.torch(), map.toString(), mode.ranks());
    }
    checkCount(size.map(List::size).or(() -> factor.map(List::size)).orElseThrow(), rank);
    List<Long> sizes = new ArrayList<>();
    for (int i = 0; i < rank; i++) {
      sizes.add(resized(i, map.size(i + 1)));
    }
    return Maps.resized(map, Maps.channels(map), sizes);
  }

  private static void checkCount(int count, int rank) {
    if (count != 1 && count != rank) {
      throw Refusal.of("interpolate.count", count, rank);
    }
  }

  /** A product in double precision, as PyTorch's code has it: ⌊in · factor⌋. */
  private long resized(int axis, long in) {
    if (size.isPresent()) {
      return each(size.get(), axis);
    }
    BigDecimal scale = each(factor.orElseThrow(), axis);
    double out = Math.floor(in * scale.doubleValue());
    if (out < 1 || out > Integer.MAX_VALUE) {
      throw Refusal.of("interpolate.size", in, scale.toString());
    }
    return (long) out;
  }

  private static <T> T each(List<T> values, int axis) {
    return values.get(values.size() == 1 ? 0 : axis);
  }

  @Override
  public List<Weight> weights(List<Shape> inputs) {
    return List.of();
  }

  @Override
  public Work work(List<Shape> inputs, Shape output) {
    return mode == Resampling.AREA
        ? asPool(output).work(inputs, output)
        : mode.work(Maps.elements(output), output.rank() - 1);
  }

  /** {@code area} is adaptive pooling in PyTorch. */
  private static AdaptivePool asPool(Shape output) {
    return new AdaptivePool(
        "interpolate", true, Maps.spatial(output).stream().map(Optional::of).toList());
  }

  @Override
  public List<Reading> readings(List<Shape> inputs, Shape output) {
    if (mode == Resampling.AREA) {
      return asPool(output).readings(inputs, output);
    }
    Shape map = inputs.get(0);
    Map<Role, Reading.AxisReading> readings = new EnumMap<>(Role.class);
    for (int i = 0; i < map.rank() - 1; i++) {
      Readings.put(
          readings,
          "interpolate",
          map.axis(i + 1),
          Reading.through(reach(i, map.size(i + 1), output.size(i + 1))));
    }
    return List.of(Reading.of(readings));
  }

  /** With a factor PyTorch's steps are its inverse, also where the output was rounded down. */
  private Optional<Reach> reach(int axis, long in, long out) {
    if (aligned && in > 1 && out > 1) {
      return Reach.aligned(in, out, mode.radius());
    }
    if (factor.isEmpty()) {
      return mode.reach(in, out);
    }
    BigDecimal scale = each(factor.get(), axis).stripTrailingZeros();
    try {
      long denominator = BigDecimal.TEN.pow(Math.max(0, scale.scale())).longValueExact();
      return mode.reach(
          denominator, scale.multiply(BigDecimal.valueOf(denominator)).longValueExact());
    } catch (ArithmeticException tooFine) {
      return Optional.empty();
    }
  }

  @Override
  public List<Message> shapeRule(List<Shape> inputs, Shape output) {
    Shape map = inputs.get(0);
    int rank = map.rank() - 1;
    List<Message> rule = new ArrayList<>();
    for (int i = 0; i < rank; i++) {
      String scale = factor.isEmpty() ? "" : each(factor.get(), i).toPlainString();
      String formula = factor.isEmpty() ? "size" : "⌊" + map.size(i + 1) + " · " + scale + "⌋";
      rule.add(
          Message.of(
              "shape.formula", Maps.axisName(rank, i) + "_out", formula, output.size(i + 1)));
    }
    return rule;
  }
}
