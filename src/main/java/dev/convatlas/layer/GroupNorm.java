package dev.convatlas.layer;

import dev.convatlas.source.Message;
import dev.convatlas.source.Refusal;
import dev.convatlas.tensor.Formula;
import dev.convatlas.tensor.Formula.Factor;
import dev.convatlas.tensor.Reading;
import dev.convatlas.tensor.Shape;
import dev.convatlas.tensor.Work;
import java.util.List;

/**
 * {@code group_norm}: mean and variance over all positions of a group of channels. Source: PyTorch,
 * {@code torch.nn.GroupNorm}.
 */
record GroupNorm(long groups, boolean affine) implements Layer {

  private static final Argument<Long> GROUPS = Argument.required("num_groups", Kinds.POSITIVE);
  private static final Argument<Boolean> AFFINE = Argument.flag("affine", true);

  static final LayerType TYPE =
      new LayerType(
          "group_norm",
          "nn.GroupNorm",
          Category.NORMALISATION,
          Arity.ONE,
          List.of(GROUPS, Argument.EPS, AFFINE),
          "- group_norm: {num_groups: 32}",
          arguments -> new GroupNorm(arguments.get(GROUPS), arguments.get(AFFINE)));

  @Override
  public Operation operation() {
    return Operation.GROUP_NORM;
  }

  @Override
  public Shape output(List<Shape> inputs) {
    Shape input = Maps.channelsFirst("group_norm", inputs.get(0));
    if (input.rank() == 0) {
      throw Refusal.of("shape.scalar", "group_norm");
    }
    if (Maps.channels(input) % groups != 0) {
      throw Refusal.of(
          "channels.groups", "group_norm", "num_channels", Maps.channels(input), groups);
    }
    return input;
  }

  @Override
  public List<Weight> weights(List<Shape> inputs) {
    Factor channels = Formula.factor("C", Maps.channels(inputs.get(0)));
    return affine
        ? List.of(Weight.parameter("weight", channels), Weight.parameter("bias", channels))
        : List.of();
  }

  @Override
  public Work work(List<Shape> inputs, Shape output) {
    Formula elements = Maps.elements(output);
    Formula means = Formula.product(Formula.factor("num_groups", groups));
    Work work = Statistics.normalise(elements, means, elements.value() / groups);
    return affine
        ? work.and(Work.Kind.MULTIPLICATION, elements).and(Work.Kind.ADDITION, elements)
        : work;
  }

  /** Mean and variance come from every position. */
  @Override
  public List<Reading> readings(List<Shape> inputs, Shape output) {
    return List.of(Reading.EVERYTHING);
  }

  @Override
  public List<Message> shapeRule(List<Shape> inputs, Shape output) {
    return List.of(Message.of("shape.same"));
  }
}
