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

/**
 * {@code pad}: elements added at both ends of axes, or taken away where the number is negative.
 * Source: PyTorch, {@code torch.nn.functional.pad}, {@code torch.nn.ZeroPad2d} and its relatives.
 *
 * @param padding before and after the last axis, then before and after the one in front of it, as
 *     PyTorch has it; or one number for both ends of every spatial axis
 */
record Pad(List<Long> padding, String mode) implements Layer {

  private static final Argument<List<Long>> PADDING =
      Argument.required("padding", Kinds.oneOrMore(Kinds.INTEGER));
  private static final Argument<String> MODE =
      Argument.optional(
          "mode",
          Kinds.oneOf("constant", "reflect", "replicate", "circular"),
          "constant",
          "constant");
  private static final Argument<BigDecimal> VALUE =
      Argument.optional("value", Kinds.NUMBER, BigDecimal.ZERO, "0");

  static final LayerType TYPE =
      new LayerType(
          "pad",
          "nn.functional.pad",
          Category.SHAPING,
          Arity.ONE,
          List.of(PADDING, MODE, VALUE),
          "- pad: {padding: [0, 1, 0, 1]}",
          arguments -> new Pad(arguments.get(PADDING), arguments.get(MODE)));

  /** What is added to one axis. */
  private record Ends(int axis, long before, long after) {}

  Pad {
    if (padding.size() != 1 && padding.size() % 2 != 0) {
      throw Refusal.of("pad.pairs", padding.toString());
    }
    if (!mode.equals("constant") && padding.stream().anyMatch(size -> size < 0)) {
      throw Refusal.of("pad.negative", mode, padding.toString());
    }
  }

  @Override
  public Operation operation() {
    return Operation.MOVEMENT;
  }

  private List<Ends> ends(Shape input) {
    List<Ends> ends = new ArrayList<>();
    if (padding.size() == 1) {
      for (int i = 1; i < input.rank(); i++) {
        ends.add(new Ends(i, padding.get(0), padding.get(0)));
      }
      return ends;
    }
    if (padding.size() / 2 > input.rank()) {
      throw Refusal.of("pad.axes", padding.toString(), padding.size() / 2, input.toString());
    }
    for (int pair = padding.size() / 2 - 1; pair >= 0; pair--) {
      int axis = input.rank() - 1 - pair;
      ends.add(new Ends(axis, padding.get(2 * pair), padding.get(2 * pair + 1)));
    }
    return ends;
  }

  @Override
  public Shape output(List<Shape> inputs) {
    Shape padded = inputs.get(0);
    if (padding.size() == 1) {
      Maps.channelsFirst("pad", padded);
    }
    for (Ends ends : ends(padded)) {
      long in = padded.size(ends.axis());
      long most = most(in);
      if (Math.max(ends.before(), ends.after()) > most) {
        throw Refusal.of("pad.large", mode, Math.max(ends.before(), ends.after()), in, most);
      }
      long size = in + ends.before() + ends.after();
      if (size < 1) {
        throw Refusal.of("pad.empty", padding.toString(), in, size);
      }
      padded = padded.withSize(ends.axis(), size);
    }
    return padded;
  }

  /** A reflection leaves out the border itself; going around takes every element once. */
  private long most(long in) {
    return switch (mode) {
      case "reflect" -> in - 1;
      case "circular" -> in;
      default -> Long.MAX_VALUE;
    };
  }

  @Override
  public List<Weight> weights(List<Shape> inputs) {
    return List.of();
  }

  @Override
  public Work work(List<Shape> inputs, Shape output) {
    return Work.NONE;
  }

  /** Positions move; what the border repeats is left out, as everywhere with borders. */
  @Override
  public List<Reading> readings(List<Shape> inputs, Shape output) {
    Map<Role, Reading.AxisReading> readings = new EnumMap<>(Role.class);
    for (Ends ends : ends(inputs.get(0))) {
      Readings.put(
          readings,
          "pad",
          inputs.get(0).axis(ends.axis()),
          new Reading.Through(Reach.shifted(-ends.before())));
    }
    return List.of(Reading.of(readings));
  }

  @Override
  public List<Message> shapeRule(List<Shape> inputs, Shape output) {
    Shape input = inputs.get(0);
    List<Message> rule = new ArrayList<>();
    for (Ends ends : ends(input)) {
      rule.add(
          Message.of(
              "shape.formula",
              "dim " + (ends.axis() + 1),
              input.size(ends.axis()) + signed(ends.before()) + signed(ends.after()),
              output.size(ends.axis())));
    }
    return rule;
  }

  private static String signed(long size) {
    return size < 0 ? " − " + -size : " + " + size;
  }
}
