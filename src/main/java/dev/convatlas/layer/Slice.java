package dev.convatlas.layer;

import dev.convatlas.source.Message;
import dev.convatlas.source.Refusal;
import dev.convatlas.tensor.Reading;
import dev.convatlas.tensor.Shape;
import dev.convatlas.tensor.Work;
import java.util.List;
import java.util.Optional;

/**
 * {@code slice}: a part of an axis, {@code x[start:end:step]}. Source: PyTorch's indexing, which is
 * Python's: negative numbers count from the end, and numbers beyond an end mean that end.
 *
 * @param end the first index that is not taken; empty for the end of the axis
 * @param step at least 1, as PyTorch has it
 */
record Slice(long dim, long start, Optional<Long> end, long step) implements Layer {

  private static final Argument<Long> DIM = Dims.argument(1);
  private static final Argument<Long> START = Argument.optional("start", Kinds.INTEGER, 0L, "0");
  private static final Argument<Optional<Long>> END =
      Argument.optional("end", Kinds.orNull(Kinds.INTEGER), Optional.empty(), "null");
  private static final Argument<Long> STEP = Argument.optional("step", Kinds.POSITIVE, 1L, "1");

  static final LayerType TYPE =
      new LayerType(
          "slice",
          "",
          Category.JOINING,
          Arity.ONE,
          List.of(DIM, START, END, STEP),
          "- slice: {dim: 2, start: 0, step: 2}",
          arguments ->
              new Slice(
                  arguments.get(DIM),
                  arguments.get(START),
                  arguments.get(END),
                  arguments.get(STEP)));

  @Override
  public Operation operation() {
    return Operation.VIEW;
  }

  @Override
  public Shape output(List<Shape> inputs) {
    return piece(inputs.get(0)).of(inputs.get(0));
  }

  private Piece piece(Shape input) {
    int axis = Dims.axis("slice", dim, input);
    long size = input.size(axis);
    long from = clamped(start, size);
    long to = end.map(index -> clamped(index, size)).orElse(size);
    if (to <= from) {
      throw Refusal.of("slice.empty", from, to, size);
    }
    return new Piece(axis, from, (to - from - 1) / step + 1, step);
  }

  private static long clamped(long index, long size) {
    return Math.max(0, Math.min(size, index < 0 ? index + size : index));
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
    Shape input = inputs.get(0);
    return List.of(piece(input).reading(input));
  }

  @Override
  public List<Message> shapeRule(List<Shape> inputs, Shape output) {
    return List.of(piece(inputs.get(0)).rule(dim));
  }
}
