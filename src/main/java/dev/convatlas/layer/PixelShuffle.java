package dev.convatlas.layer;

import dev.convatlas.source.Message;
import dev.convatlas.source.Refusal;
import dev.convatlas.tensor.Reach;
import dev.convatlas.tensor.Reading;
import dev.convatlas.tensor.Shape;
import dev.convatlas.tensor.Work;
import java.util.List;

/**
 * {@code pixel_shuffle}: r² channels become r × r pixels. Source: PyTorch, {@code
 * torch.nn.PixelShuffle}.
 */
record PixelShuffle(long factor) implements Layer {

  private static final Argument<Long> FACTOR = Argument.required("upscale_factor", Kinds.POSITIVE);

  static final LayerType TYPE =
      new LayerType(
          "pixel_shuffle",
          "nn.PixelShuffle",
          Category.RESAMPLING,
          Arity.ONE,
          List.of(FACTOR),
          "- pixel_shuffle: {upscale_factor: 2}",
          arguments -> new PixelShuffle(arguments.get(FACTOR)));

  @Override
  public Operation operation() {
    return Operation.MOVEMENT;
  }

  @Override
  public Shape output(List<Shape> inputs) {
    Shape map = Maps.require("pixel_shuffle", 2, inputs.get(0));
    long square = Math.multiplyExact(factor, factor);
    if (Maps.channels(map) % square != 0) {
      throw Refusal.of("pixel_shuffle.channels", Maps.channels(map), factor, square);
    }
    return Maps.resized(
        map,
        Maps.channels(map) / square,
        List.of(Math.multiplyExact(map.size(1), factor), Math.multiplyExact(map.size(2), factor)));
  }

  @Override
  public List<Weight> weights(List<Shape> inputs) {
    return List.of();
  }

  @Override
  public Work work(List<Shape> inputs, Shape output) {
    return Work.NONE;
  }

  @Override
  public List<Reading> readings(List<Shape> inputs, Shape output) {
    Shape map = inputs.get(0);
    Reading.AxisReading spread = Reading.through(Reach.nearest(1, factor));
    return List.of(Readings.over(map, List.of(1, 2), spread));
  }

  @Override
  public List<Message> shapeRule(List<Shape> inputs, Shape output) {
    Shape map = inputs.get(0);
    return List.of(
        Message.of("shape.formula", "C_out", map.size(0) + " / " + factor + "²", output.size(0)),
        Message.of("shape.formula", "H_out", map.size(1) + " · " + factor, output.size(1)),
        Message.of("shape.formula", "W_out", map.size(2) + " · " + factor, output.size(2)));
  }
}
