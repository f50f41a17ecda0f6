package dev.convatlas.layer;

import dev.convatlas.source.Message;
import dev.convatlas.source.Refusal;
import dev.convatlas.tensor.Reach;
import dev.convatlas.tensor.Reading;
import dev.convatlas.tensor.Shape;
import dev.convatlas.tensor.Work;
import java.util.List;

/**
 * {@code pixel_unshuffle}: r × r pixels become r² channels. Source: PyTorch, {@code
 * torch.nn.PixelUnshuffle}.
 */
record PixelUnshuffle(long factor) implements Layer {

  private static final Argument<Long> FACTOR =
      Argument.required("downscale_factor", Kinds.POSITIVE);

  static final LayerType TYPE =
      new LayerType(
          "pixel_unshuffle",
          "nn.PixelUnshuffle",
          Category.RESAMPLING,
          Arity.ONE,
          List.of(FACTOR),
          "- pixel_unshuffle: {downscale_factor: 2}",
          arguments -> new PixelUnshuffle(arguments.get(FACTOR)));

  @Override
  public Operation operation() {
    return Operation.MOVEMENT;
  }

  @Override
  public Shape output(List<Shape> inputs) {
    Shape map = Maps.require("pixel_unshuffle", 2, inputs.get(0));
    for (int i = 1; i <= 2; i++) {
      if (map.size(i) % factor != 0) {
        throw Refusal.of("pixel_unshuffle.size", Maps.axisName(2, i - 1), map.size(i), factor);
      }
    }
    return Maps.resized(
        map,
        Math.multiplyExact(Maps.channels(map), Math.multiplyExact(factor, factor)),
        List.of(map.size(1) / factor, map.size(2) / factor));
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
    Reading.AxisReading block = new Reading.Through(Reach.blocks(factor));
    return List.of(Readings.over(map, List.of(1, 2), block));
  }

  @Override
  public List<Message> shapeRule(List<Shape> inputs, Shape output) {
    Shape map = inputs.get(0);
    return List.of(
        Message.of("shape.formula", "C_out", map.size(0) + " · " + factor + "²", output.size(0)),
        Message.of("shape.formula", "H_out", map.size(1) + " / " + factor, output.size(1)),
        Message.of("shape.formula", "W_out", map.size(2) + " / " + factor, output.size(2)));
  }
}
