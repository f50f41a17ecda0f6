package dev.convatlas.layer;

import dev.convatlas.source.Message;
import dev.convatlas.source.Refusal;
import dev.convatlas.tensor.Axis;
import dev.convatlas.tensor.Formula;
import dev.convatlas.tensor.Formula.Factor;
import dev.convatlas.tensor.Reading;
import dev.convatlas.tensor.Role;
import dev.convatlas.tensor.Shape;
import dev.convatlas.tensor.Work;
import java.util.List;

/**
 * {@code bilinear}: x₁ᵀ A x₂ + b over the last axes of two tensors, at every position of the axes
 * before them. Source: PyTorch, {@code torch.nn.Bilinear}.
 */
record Bilinear(long outFeatures, boolean bias) implements Layer {

  private static final Argument<Long> OUT_FEATURES =
      Argument.required("out_features", Kinds.POSITIVE);
  private static final Argument<Boolean> BIAS = Argument.flag("bias", true);

  static final LayerType TYPE =
      new LayerType(
          "bilinear",
          "nn.Bilinear",
          Category.LINEAR,
          Arity.TWO,
          List.of(OUT_FEATURES, BIAS),
          "- bilinear: {out_features: 128}\n  from: [left, right]",
          arguments -> new Bilinear(arguments.get(OUT_FEATURES), arguments.get(BIAS)));

  @Override
  public Operation operation() {
    return Operation.BILINEAR;
  }

  @Override
  public Shape output(List<Shape> inputs) {
    Shape first = inputs.get(0);
    Shape second = inputs.get(1);
    int last = first.rank() - 1;
    if (last < 0
        || second.rank() != first.rank()
        || !second.sizes().subList(0, last).equals(first.sizes().subList(0, last))) {
      throw Refusal.of("bilinear.positions", Joins.shapes(inputs));
    }
    Role role = first.axis(last).role() == Role.CHANNEL ? Role.CHANNEL : Role.NONE;
    return Joins.roles(first, second).with(last, Axis.of(role, outFeatures));
  }

  private static Factor features(int number, Shape input) {
    return Formula.factor("in" + number + "_features", input.size(input.rank() - 1));
  }

  /** {@code weight} is out_features × in1_features × in2_features. */
  @Override
  public List<Weight> weights(List<Shape> inputs) {
    Factor out = Formula.factor("out_features", outFeatures);
    return Weight.withBias(
        bias,
        Weight.parameter("weight", out, features(1, inputs.get(0)), features(2, inputs.get(1))),
        out);
  }

  /** Every pair of features multiplied once, then a linear layer over the pairs. */
  @Override
  public Work work(List<Shape> inputs, Shape output) {
    List<Factor> positions = Maps.sizes(output, Maps.others(output, List.of(output.rank() - 1)));
    Formula pairs =
        Formula.product(positions)
            .times(features(1, inputs.get(0)))
            .times(features(2, inputs.get(1)));
    Factor out = Formula.factor("out_features", outFeatures);
    Work work =
        Work.of(Work.Kind.MULTIPLICATION, pairs)
            .and(Work.Kind.MULTIPLY_ACCUMULATE, pairs.times(out));
    return bias ? work.and(Work.Kind.BIAS_ADDITION, Formula.product(positions).times(out)) : work;
  }

  /** Over channels it is pointwise; over a spatial axis it sees all of it. */
  @Override
  public List<Reading> readings(List<Shape> inputs, Shape output) {
    return inputs.stream()
        .map(input -> Readings.everything(input, List.of(input.rank() - 1)))
        .toList();
  }

  @Override
  public List<Message> shapeRule(List<Shape> inputs, Shape output) {
    return List.of(Message.of("shape.last", "out_features", outFeatures));
  }
}
