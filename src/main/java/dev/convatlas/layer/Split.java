package dev.convatlas.layer;

import dev.convatlas.source.Message;
import dev.convatlas.source.Refusal;
import dev.convatlas.tensor.Reading;
import dev.convatlas.tensor.Shape;
import dev.convatlas.tensor.Work;
import java.util.List;

/**
 * {@code split}: one of several pieces whose sizes are given. Source: PyTorch, {@code torch.split}.
 *
 * @param sizes of the pieces, or the size of every piece but the last, which may be smaller
 * @param index of the piece, from the end when negative
 */
record Split(List<Long> sizes, boolean equal, long dim, long index) implements Layer {

  /** Remembers whether a list was written: {@code 4} and {@code [4]} are not the same. */
  private record Size(List<Long> sizes, boolean equal) {}

  private static final Argument<Size> SIZE =
      Argument.required(
          "split_size",
          Kinds.either(
              Message.of("kind.splitSize"),
              List.of(
                  Kinds.POSITIVE.map(size -> new Size(List.of(size), true)),
                  Kinds.POSITIVES.map(sizes -> new Size(sizes, false)))));
  private static final Argument<Long> DIM = Dims.argument(1);

  static final LayerType TYPE =
      new LayerType(
          "split",
          "torch.split",
          Category.JOINING,
          Arity.ONE,
          List.of(SIZE, DIM, Piece.INDEX),
          "- split: {split_size: [24, 40], index: 1}",
          arguments ->
              new Split(
                  arguments.get(SIZE).sizes(),
                  arguments.get(SIZE).equal(),
                  arguments.get(DIM),
                  arguments.get(Piece.INDEX)));

  @Override
  public Operation operation() {
    return Operation.VIEW;
  }

  @Override
  public Shape output(List<Shape> inputs) {
    return piece(inputs.get(0)).of(inputs.get(0));
  }

  private Piece piece(Shape input) {
    int axis = Dims.axis("split", dim, input);
    long all = input.size(axis);
    if (equal) {
      return Piece.equal("split", axis, all, sizes.get(0), index);
    }
    long sum = sizes.stream().reduce(0L, Math::addExact);
    if (sum != all) {
      throw Refusal.of("split.sum", sizes.toString(), sum, all);
    }
    int piece = (int) Dims.index("split", index, sizes.size());
    long start = sizes.subList(0, piece).stream().mapToLong(Long::longValue).sum();
    return new Piece(axis, start, sizes.get(piece), 1);
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
