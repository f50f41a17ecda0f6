package dev.convatlas.layer;

import static dev.convatlas.tensor.Work.Kind.ADDITION;
import static dev.convatlas.tensor.Work.Kind.BIAS_ADDITION;
import static dev.convatlas.tensor.Work.Kind.MULTIPLY_ACCUMULATE;

import dev.convatlas.source.Message;
import dev.convatlas.source.Refusal;
import dev.convatlas.tensor.Formula;
import dev.convatlas.tensor.Formula.Factor;
import dev.convatlas.tensor.Reach;
import dev.convatlas.tensor.Reading;
import dev.convatlas.tensor.Role;
import dev.convatlas.tensor.Shape;
import dev.convatlas.tensor.Work;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * {@code window_attention}: multi-head attention inside the windows, or on the grids, that a map is
 * cut into, with a learned bias for each pair of relative positions. Takes a map of either layout
 * and pads it to whole windows; padding costs work. Source: torchvision, {@code
 * ShiftedWindowAttention} and {@code ShiftedWindowAttentionV2} of {@code
 * models/swin_transformer.py}, {@code RelativePositionalMultiHeadAttention} of {@code
 * models/maxvit.py}.
 *
 * @param window height and width of a window, or of a grid
 * @param shift of the windows, along an axis that has more than one of them
 * @param grid whether positions that attend to each other are spread over the whole map, {@code
 *     size / window} apart, as MaxViT's grid attention has them
 */
record WindowAttention(
    long heads,
    List<Long> window,
    List<Long> shift,
    boolean grid,
    WindowBias positions,
    boolean qkvBias,
    boolean projectionBias)
    implements Layer {

  private static final String NAME = "window_attention";
  private static final Argument<Long> HEADS = Argument.required("num_heads", Kinds.POSITIVE);
  private static final Argument<List<Long>> WINDOW =
      Argument.required("window_size", Kinds.spatial(2, Kinds.POSITIVE));
  private static final Argument<List<Long>> SHIFT =
      Argument.spatial("shift_size", 2, Kinds.NATURAL, 0);
  private static final Argument<String> PARTITION =
      Argument.optional("partition", Kinds.oneOf("window", "grid"), "window", "window");
  private static final Argument<String> VERSION =
      Argument.optional("version", Kinds.oneOf("1", "2"), "1", "1");
  private static final Argument<Boolean> QKV_BIAS = Argument.flag("qkv_bias", true);
  private static final Argument<Boolean> PROJECTION_BIAS = Argument.flag("proj_bias", true);

  static final LayerType TYPE =
      new LayerType(
          NAME,
          "",
          Category.ATTENTION,
          Arity.ONE,
          List.of(
              HEADS,
              WINDOW,
              SHIFT,
              PARTITION,
              VERSION,
              QKV_BIAS,
              PROJECTION_BIAS,
              Argument.optional("attention_dropout", Kinds.PROBABILITY, BigDecimal.ZERO, "0.0"),
              Argument.optional("dropout", Kinds.PROBABILITY, BigDecimal.ZERO, "0.0")),
          "- window_attention: {num_heads: 3, window_size: 7, shift_size: 3}",
          arguments ->
              new WindowAttention(
                  arguments.get(HEADS),
                  arguments.get(WINDOW),
                  arguments.get(SHIFT),
                  arguments.get(PARTITION).equals("grid"),
                  arguments.get(VERSION).equals("2") ? WindowBias.CONTINUOUS : WindowBias.TABLE,
                  arguments.get(QKV_BIAS),
                  arguments.get(PROJECTION_BIAS)));

  WindowAttention {
    for (int i = 0; i < 2; i++) {
      if (shift.get(i) >= window.get(i)) {
        throw Refusal.of("window.shift", shift.toString(), window.toString());
      }
      if (grid && shift.get(i) > 0) {
        throw Refusal.of("window.grid.shift", shift.toString());
      }
    }
  }

  @Override
  public Operation operation() {
    return Operation.WINDOW_ATTENTION;
  }

  @Override
  public Shape output(List<Shape> inputs) {
    Shape input = inputs.get(0);
    boolean map =
        input.rank() == 3
            && input.indexOf(Role.CHANNEL).isPresent()
            && input.indexOf(Role.HEIGHT).isPresent()
            && input.indexOf(Role.WIDTH).isPresent();
    if (!map) {
      throw Refusal.of("window.map", input.toString());
    }
    if (channels(input) % heads != 0) {
      throw Refusal.of("attention.heads", NAME, channels(input), heads);
    }
    for (int i = 0; i < 2; i++) {
      if (grid && size(input, i) % window.get(i) != 0) {
        throw Refusal.of("window.grid", Maps.axisName(2, i), size(input, i), window.get(i));
      }
    }
    return input;
  }

  private static long channels(Shape map) {
    return map.size(map.indexOf(Role.CHANNEL).orElseThrow());
  }

  private static Role role(int axis) {
    return axis == 0 ? Role.HEIGHT : Role.WIDTH;
  }

  private static long size(Shape map, int axis) {
    return map.size(map.indexOf(role(axis)).orElseThrow());
  }

  /** Windows along an axis, the last of which may be padded. */
  private long windows(Shape map, int axis) {
    return -Math.floorDiv(-size(map, axis), window.get(axis));
  }

  /** Where one window covers the axis there is nothing to shift. */
  private long shift(Shape map, int axis) {
    return windows(map, axis) == 1 ? 0 : shift.get(axis);
  }

  /** Positions of a window. */
  private Factor tokens() {
    return Formula.factor("w_h · w_w", Math.multiplyExact(window.get(0), window.get(1)));
  }

  @Override
  public List<Weight> weights(List<Shape> inputs) {
    Factor c = Formula.factor("C", channels(inputs.get(0)));
    Factor three = Formula.factor("3", 3);
    List<Weight> weights = new ArrayList<>();
    weights.add(Weight.parameter("qkv.weight", three, c, c));
    if (qkvBias) {
      weights.add(Weight.parameter("qkv.bias", three, c));
    }
    weights.add(Weight.parameter("proj.weight", c, c));
    if (projectionBias) {
      weights.add(Weight.parameter("proj.bias", c));
    }
    weights.addAll(positions.weights(heads, window));
    return weights;
  }

  @Override
  public Work work(List<Shape> inputs, Shape output) {
    Factor windows =
        Formula.factor("windows", Math.multiplyExact(windows(output, 0), windows(output, 1)));
    Factor c = Formula.factor("C", channels(output));
    Factor headWidth = Formula.factor("C / heads", channels(output) / heads);
    Factor n = tokens();
    Attention attention =
        new Attention(List.of(windows, Formula.factor("heads", heads)), n, n, headWidth, headWidth);
    Factor three = Formula.factor("3", 3);
    Work work =
        Work.of(MULTIPLY_ACCUMULATE, Formula.product(windows, n, c, three, c))
            .plus(attention.products())
            .and(MULTIPLY_ACCUMULATE, Formula.product(windows, n, c, c));
    if (qkvBias) {
      work = work.and(BIAS_ADDITION, Formula.product(windows, n, three, c));
    }
    if (projectionBias) {
      work = work.and(BIAS_ADDITION, Formula.product(windows, n, c));
    }
    // The bias of relative positions; where windows are shifted also the mask at the border.
    work = work.and(ADDITION, attention.scores());
    if (shift(output, 0) + shift(output, 1) > 0) {
      work = work.and(ADDITION, attention.scores());
    }
    return work.plus(positions.work(attention, heads, window)).plus(attention.softmax());
  }

  /** A position reads its window; all of an axis that one window, or a dense grid, covers. */
  @Override
  public List<Reading> readings(List<Shape> inputs, Shape output) {
    Map<Role, Reading.AxisReading> readings = new EnumMap<>(Role.class);
    for (int i = 0; i < 2; i++) {
      readings.put(role(i), along(output, i));
    }
    return List.of(Reading.of(readings));
  }

  private Reading.AxisReading along(Shape map, int axis) {
    if (windows(map, axis) == 1) {
      return new Reading.Everything();
    }
    return Reading.through(
        grid
            ? Reach.grid(size(map, axis), window.get(axis))
            : Reach.partition(window.get(axis), shift(map, axis)));
  }

  @Override
  public List<Message> shapeRule(List<Shape> inputs, Shape output) {
    List<Message> rule = new ArrayList<>();
    rule.add(Message.of("shape.same"));
    for (int i = 0; i < 2; i++) {
      long padded = windows(output, i) * window.get(i);
      if (padded > size(output, i)) {
        rule.add(
            Message.of(
                "shape.window.padded",
                Maps.axisName(2, i),
                size(output, i),
                padded,
                window.get(i)));
      }
    }
    return Collections.unmodifiableList(rule);
  }
}
