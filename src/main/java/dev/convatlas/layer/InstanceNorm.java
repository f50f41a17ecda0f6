package dev.convatlas.layer;

import dev.convatlas.source.Message;
import dev.convatlas.source.Refusal;
import dev.convatlas.tensor.Reading;
import dev.convatlas.tensor.Shape;
import dev.convatlas.tensor.Work;
import java.util.List;

/**
 * {@code instance_norm1d}, {@code instance_norm2d}, {@code instance_norm3d}: mean and variance over
 * all positions of each channel; with {@code track_running_stats} they are constants when the
 * network is evaluated. Source: PyTorch, {@code torch.nn.InstanceNorm2d}.
 */
record InstanceNorm(String type, int rank, boolean affine, boolean tracking) implements Layer {

  private static final Argument<Boolean> AFFINE = Argument.flag("affine", false);
  private static final Argument<Boolean> TRACKING = Argument.flag("track_running_stats", false);

  static LayerType type(int rank, String example) {
    String name = "instance_norm" + rank + "d";
    return new LayerType(
        name,
        "nn.InstanceNorm" + rank + "d",
        Category.NORMALISATION,
        Arity.ONE,
        List.of(Argument.EPS, Argument.MOMENTUM, AFFINE, TRACKING),
        example,
        arguments -> new InstanceNorm(name, rank, arguments.get(AFFINE), arguments.get(TRACKING)));
  }

  @Override
  public Operation operation() {
    return Operation.INSTANCE_NORM;
  }

  @Override
  public Shape output(List<Shape> inputs) {
    Shape map = Maps.require(type, rank, inputs.get(0));
    if (!tracking && map.elements() == Maps.channels(map)) {
      throw Refusal.of("norm.single", type, map.toString());
    }
    return map;
  }

  @Override
  public List<Weight> weights(List<Shape> inputs) {
    return BatchNorm.weights(inputs.get(0), affine, tracking);
  }

  @Override
  public Work work(List<Shape> inputs, Shape output) {
    return BatchNorm.work(output, affine, tracking);
  }

  @Override
  public List<Reading> readings(List<Shape> inputs, Shape output) {
    return List.of(tracking ? Reading.SAME : Reading.EVERYTHING);
  }

  @Override
  public List<Message> shapeRule(List<Shape> inputs, Shape output) {
    return List.of(Message.of("shape.same"));
  }
}
