package dev.convatlas.analysis;

import dev.convatlas.layer.Operation;
import dev.convatlas.tensor.Axis;
import dev.convatlas.tensor.Reach;
import dev.convatlas.tensor.Reading;
import dev.convatlas.tensor.Role;
import dev.convatlas.tensor.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The window of a convolution or a pool along one axis, as it lies on its input.
 *
 * @param in indices of the input's axis
 * @param out indices of the output's axis
 * @param kernel number of taps
 * @param extent input indices from the first tap to the last
 * @param last input index of the last tap of the last window; beyond the axis in the padding
 */
public record Sliding(
    Role role, long in, long out, long kernel, long extent, long stride, long last) {

  private static final Set<Operation> WINDOWS =
      Set.of(
          Operation.CONVOLUTION,
          Operation.DEFORMABLE_CONVOLUTION,
          Operation.MAX_POOL,
          Operation.AVERAGE_POOL,
          Operation.OTHER_POOL);

  /** One for each spatial axis; none where the layer slides no window. */
  public static List<Sliding> of(Row row) {
    if (!WINDOWS.contains(row.node().layer().operation())) {
      return List.of();
    }
    Shape in = row.node().shapes().get(0);
    Reading reading = row.node().applied().readings().get(0);
    List<Sliding> axes = new ArrayList<>();
    for (int i = 0; i < in.rank(); i++) {
      Axis axis = in.axis(i);
      if (axis.role().isSpatial()) {
        long out = row.node().output().size(i);
        reach(reading.along(axis.role()))
            .map(reach -> along(axis, out, reach))
            .ifPresent(axes::add);
      }
    }
    return axes;
  }

  private static Optional<Reach> reach(Reading.AxisReading reading) {
    if (reading instanceof Reading.Through through) {
      return Optional.of(through.reach());
    }
    return reading instanceof Reading.AtLeast least ? Optional.of(least.reach()) : Optional.empty();
  }

  private static Sliding along(Axis axis, long out, Reach reach) {
    Reach.Taps taps = reach.phases().get(0);
    return new Sliding(
        axis.role(),
        axis.size(),
        out,
        (taps.last() - taps.first()) / taps.step() + 1,
        taps.last() - taps.first() + 1,
        reach.advance(),
        Math.addExact(Math.multiplyExact(out - 1, reach.advance()), taps.last()));
  }

  /** Whether neighbouring windows leave indices between them that none reads. */
  public boolean skips() {
    return stride > extent;
  }

  /** Input indices at the high end that no window reads. */
  public long dropped() {
    return Math.max(0, in - 1 - last);
  }

  /** Whether a size was rounded down so that indices at the high end are lost. */
  public boolean loses() {
    return dropped() > 0 && !skips();
  }
}
