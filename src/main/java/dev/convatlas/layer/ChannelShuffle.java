package dev.convatlas.layer;

import dev.convatlas.source.Message;
import dev.convatlas.source.Refusal;
import dev.convatlas.tensor.Reading;
import dev.convatlas.tensor.Shape;
import dev.convatlas.tensor.Work;
import java.util.List;

/**
 * {@code channel_shuffle}: channels of all groups interleaved. Source: PyTorch, {@code
 * torch.nn.ChannelShuffle}.
 */
record ChannelShuffle(long groups) implements Layer {

  private static final Argument<Long> GROUPS = Argument.required("groups", Kinds.POSITIVE);

  static final LayerType TYPE =
      new LayerType(
          "channel_shuffle",
          "nn.ChannelShuffle",
          Category.SHAPING,
          Arity.ONE,
          List.of(GROUPS),
          "- channel_shuffle: {groups: 2}",
          arguments -> new ChannelShuffle(arguments.get(GROUPS)));

  @Override
  public Operation operation() {
    return Operation.MOVEMENT;
  }

  @Override
  public Shape output(List<Shape> inputs) {
    Shape input = Maps.channelsFirst("channel_shuffle", inputs.get(0));
    if (input.rank() < 2) {
      throw Refusal.of("shape.map", "channel_shuffle", input.toString());
    }
    if (Maps.channels(input) % groups != 0) {
      throw Refusal.of(
          "channels.groups", "channel_shuffle", "channels", Maps.channels(input), groups);
    }
    return input;
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
    return List.of(Reading.SAME);
  }

  @Override
  public List<Message> shapeRule(List<Shape> inputs, Shape output) {
    return List.of(Message.of("shape.same"));
  }
}
