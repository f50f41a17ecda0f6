package dev.convatlas.layer;

import dev.convatlas.source.Message;
import dev.convatlas.tensor.Formula;
import dev.convatlas.tensor.Formula.Factor;
import dev.convatlas.tensor.Reading;
import dev.convatlas.tensor.Shape;
import dev.convatlas.tensor.Work;
import java.util.ArrayList;
import java.util.List;

/**
 * {@code batch_norm1d}, {@code batch_norm2d}, {@code batch_norm3d} in evaluation mode: each channel
 * is shifted and scaled by constants, unless {@code track_running_stats} is off. Source: PyTorch,
 * {@code torch.nn.BatchNorm2d}.
 */
record BatchNorm(String type, int rank, boolean affine, boolean tracking) implements Layer {

  private static final Argument<Boolean> AFFINE = Argument.flag("affine", true);
  private static final Argument<Boolean> TRACKING = Argument.flag("track_running_stats", true);

  static LayerType type(int rank, String example) {
    String name = "batch_norm" + rank + "d";
    return new LayerType(
        name,
        "nn.BatchNorm" + rank + "d",
        Category.NORMALISATION,
        Arity.ONE,
        List.of(Argument.EPS, Argument.MOMENTUM, AFFINE, TRACKING),
        example,
        arguments -> new BatchNorm(name, rank, arguments.get(AFFINE), arguments.get(TRACKING)));
  }

  @Override
  public Operation operation() {
    return Operation.BATCH_NORM;
  }

  /** {@code batch_norm1d} also takes a vector. */
  @Override
  public Shape output(List<Shape> inputs) {
    Shape input = inputs.get(0);
    if (rank == 1 && input.rank() == 1) {
      return input;
    }
    return Maps.require(type, rank, input);
  }

  @Override
  public List<Weight> weights(List<Shape> inputs) {
    return weights(inputs.get(0), affine, tracking);
  }

  static List<Weight> weights(Shape input, boolean affine, boolean tracking) {
    Factor channels = Formula.factor("C", Maps.channels(input));
    List<Weight> weights = new ArrayList<>();
    if (affine) {
      weights.add(Weight.parameter("weight", channels));
      weights.add(Weight.parameter("bias", channels));
    }
    if (tracking) {
      weights.add(Weight.buffer("running_mean", channels));
      weights.add(Weight.buffer("running_var", channels));
    }
    return weights;
  }

  @Override
  public Work work(List<Shape> inputs, Shape output) {
    return work(output, affine, tracking);
  }

  /**
   * With running statistics: subtract the mean, multiply by the inverse deviation. Without them
   * they are taken from each channel.
   */
  static Work work(Shape output, boolean affine, boolean tracking) {
    Formula elements = Maps.elements(output);
    Formula channels = Formula.product(Formula.factor("C", Maps.channels(output)));
    Work work =
        tracking
            ? Work.of(Work.Kind.ADDITION, elements).and(Work.Kind.MULTIPLICATION, elements)
            : Statistics.normalise(elements, channels, elements.value() / channels.value());
    return affine
        ? work.and(Work.Kind.ADDITION, elements).and(Work.Kind.MULTIPLICATION, elements)
        : work;
  }

  /** Without running statistics every position has a part in the mean. */
  @Override
  public List<Reading> readings(List<Shape> inputs, Shape output) {
    return List.of(tracking ? Reading.SAME : Reading.EVERYTHING);
  }

  @Override
  public List<Message> shapeRule(List<Shape> inputs, Shape output) {
    return List.of(Message.of("shape.same"));
  }
}
