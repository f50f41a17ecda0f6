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
import java.util.ArrayList;
import java.util.List;

/**
 * {@code linear}: a matrix applied to the last axis, at every position of the axes before it.
 * Source: PyTorch, {@code torch.nn.Linear}.
 */
record Linear(long outFeatures, boolean bias) implements Layer {

  private static final Argument<Long> OUT_FEATURES =
      Argument.required("out_features", Kinds.POSITIVE);
  private static final Argument<Boolean> BIAS = Argument.flag("bias", true);

  static final LayerType TYPE =
      new LayerType(
          "linear",
          "nn.Linear",
          Category.LINEAR,
          Arity.ONE,
          List.of(OUT_FEATURES, BIAS),
          "- linear: {out_features: 1000}",
          arguments -> new Linear(arguments.get(OUT_FEATURES), arguments.get(BIAS)));

  @Override
  public Operation operation() {
    return Operation.LINEAR;
  }

  @Override
  public Shape output(List<Shape> inputs) {
    Shape input = inputs.get(0);
    if (input.rank() == 0) {
      throw Refusal.of("shape.scalar", "linear");
    }
    int last = input.rank() - 1;
    Role role = input.axis(last).role() == Role.CHANNEL ? Role.CHANNEL : Role.NONE;
    return input.with(last, Axis.of(role, outFeatures));
  }

  private static Factor in(List<Shape> inputs) {
    Shape input = inputs.get(0);
    return Formula.factor("in_features", input.size(input.rank() - 1));
  }

  /** {@code weight} is out_features × in_features. */
  @Override
  public List<Weight> weights(List<Shape> inputs) {
    Factor out = Formula.factor("out_features", outFeatures);
    return Weight.withBias(bias, Weight.parameter("weight", out, in(inputs)), out);
  }

  @Override
  public Work work(List<Shape> inputs, Shape output) {
    List<Factor> outputs =
        new ArrayList<>(Maps.sizes(output, Maps.others(output, List.of(output.rank() - 1))));
    outputs.add(Formula.factor("out_features", outFeatures));
    List<Factor> macs = new ArrayList<>(outputs);
    macs.add(in(inputs));
    Work work = Work.of(Work.Kind.MULTIPLY_ACCUMULATE, Formula.product(macs));
    return bias ? work.and(Work.Kind.BIAS_ADDITION, Formula.product(outputs)) : work;
  }

  /** Over channels it is pointwise; over a spatial axis it sees all of it. */
  @Override
  public List<Reading> readings(List<Shape> inputs, Shape output) {
    Shape input = inputs.get(0);
    return List.of(Readings.everything(input, List.of(input.rank() - 1)));
  }

  @Override
  public List<Message> shapeRule(List<Shape> inputs, Shape output) {
    return List.of(Message.of("shape.last", "out_features", outFeatures));
  }
}
