package dev.convatlas.layer;

import dev.convatlas.source.Message;
import dev.convatlas.source.Refusal;
import dev.convatlas.tensor.Axis;
import dev.convatlas.tensor.Reach;
import dev.convatlas.tensor.Reading;
import dev.convatlas.tensor.Role;
import dev.convatlas.tensor.Shape;
import java.util.List;

/**
 * A part of one axis, what chunk, split and slice take: {@code start}, {@code start + step}, …
 *
 * @param axis index of the axis in a shape
 * @param size number of indices taken, at least 1
 */
record Piece(int axis, long start, long size, long step) {

  /** Which piece to take, of the layers that PyTorch has several outputs for. */
  static final Argument<Long> INDEX = Argument.required("index", Kinds.INTEGER);

  /** One of the pieces of that size, the last of which may be smaller. */
  static Piece equal(String type, int axis, long all, long size, long index) {
    long count = -Math.floorDiv(-all, size);
    if (index >= count || index < -count) {
      throw Refusal.of("piece.index", type, all, size, count, index);
    }
    long start = (index < 0 ? count + index : index) * size;
    return new Piece(axis, start, Math.min(size, all - start), 1);
  }

  Shape of(Shape input) {
    return input.withSize(axis, size);
  }

  Reading reading(Shape input) {
    Axis cut = input.axis(axis);
    if (cut.role() == Role.POSITIONS && step > 1) {
      Reading.AxisReading unknown = new Reading.Unknown(Message.of("field.positions", "slice"));
      return Readings.over(input, List.of(axis), unknown);
    }
    return cut.role().isSpatial()
        ? Readings.over(input, List.of(axis), new Reading.Through(Reach.slice(start, step)))
        : Reading.SAME;
  }

  /** The indices taken, as Python writes them. */
  Message rule(long dim) {
    String range = start + " : " + (start + (size - 1) * step + 1);
    return Message.of("shape.piece", dim, step == 1 ? range : range + " : " + step, size);
  }
}
