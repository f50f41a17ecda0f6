package dev.convatlas.layer;

import dev.convatlas.source.Message;
import dev.convatlas.tensor.Reading;
import dev.convatlas.tensor.Shape;
import dev.convatlas.tensor.Work;
import java.util.List;

/**
 * {@code chunk}: one of several pieces of equal size, the last of which may be smaller. Source:
 * PyTorch, {@code torch.chunk}.
 *
 * @param index of the piece, from the end when negative
 */
record Chunk(long count, long dim, long index) implements Layer {

  private static final Argument<Long> CHUNKS = Argument.required("chunks", Kinds.POSITIVE);
  private static final Argument<Long> DIM = Dims.argument(1);

  static final LayerType TYPE =
      new LayerType(
          "chunk",
          "torch.chunk",
          Category.JOINING,
          Arity.ONE,
          List.of(CHUNKS, DIM, Piece.INDEX),
          "- chunk: {chunks: 2, index: 1}",
          arguments ->
              new Chunk(arguments.get(CHUNKS), arguments.get(DIM), arguments.get(Piece.INDEX)));

  @Override
  public Operation operation() {
    return Operation.VIEW;
  }

  @Override
  public Shape output(List<Shape> inputs) {
    return piece(inputs.get(0)).of(inputs.get(0));
  }

  /** Pieces have ⌈n / count⌉ indices; there may be fewer pieces than were asked for. */
  private Piece piece(Shape input) {
    int axis = Dims.axis("chunk", dim, input);
    long size = -Math.floorDiv(-input.size(axis), count);
    return Piece.equal("chunk", axis, input.size(axis), size, index);
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
