package dev.convatlas.layer;

import dev.convatlas.source.Message;
import dev.convatlas.tensor.Axis;
import dev.convatlas.tensor.Reading;
import dev.convatlas.tensor.Role;
import dev.convatlas.tensor.Shape;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * The elements of a tensor, in their order, under other axes: what flatten, unflatten and reshape
 * do. Axes keep their roles as far as they can be followed: spatial axes become positions and
 * positions the axes that they were made of; channels may be split and merged.
 *
 * @param reading what an output position reads
 */
record Regrouping(Shape output, Reading reading) {

  private static final Reading.AxisReading LOST = new Reading.Unknown(Message.of("field.roles"));

  /**
   * @param sizes whose product is the input's number of elements
   */
  static Regrouping of(Shape input, List<Long> sizes) {
    Builder builder = new Builder();
    int same = 0;
    int most = Math.min(input.rank(), sizes.size());
    while (same < most && input.size(same) == sizes.get(same)) {
      builder.axes.add(input.axis(same));
      same++;
    }
    int tail = 0;
    while (tail < most - same && fromEnd(input.sizes(), tail).equals(fromEnd(sizes, tail))) {
      tail++;
    }
    builder.groups(
        input.axes().subList(same, input.rank() - tail), sizes.subList(same, sizes.size() - tail));
    builder.axes.addAll(input.axes().subList(input.rank() - tail, input.rank()));
    return new Regrouping(new Shape(builder.axes), Reading.of(builder.readings));
  }

  private static Long fromEnd(List<Long> sizes, int index) {
    return sizes.get(sizes.size() - 1 - index);
  }

  private static final class Builder {
    private final List<Axis> axes = new ArrayList<>();
    private final Map<Role, Reading.AxisReading> readings = new EnumMap<>(Role.class);

    /** Cuts both lists where their products agree, and follows each piece by itself. */
    void groups(List<Axis> from, List<Long> to) {
      int i = 0;
      int j = 0;
      while (i < from.size() || j < to.size()) {
        int firstAxis = i;
        int firstSize = j;
        long axesProduct = i < from.size() ? from.get(i++).size() : 1;
        long sizesProduct = j < to.size() ? to.get(j++) : 1;
        while (axesProduct != sizesProduct) {
          if (axesProduct < sizesProduct) {
            axesProduct *= from.get(i++).size();
          } else {
            sizesProduct *= to.get(j++);
          }
        }
        group(from.subList(firstAxis, i), to.subList(firstSize, j));
      }
    }

    private void group(List<Axis> from, List<Long> to) {
      List<Axis> atoms = new ArrayList<>();
      for (Axis axis : from) {
        (axis.parts().isEmpty() ? List.of(axis) : axis.parts()).forEach(part -> take(part, atoms));
      }
      List<Axis> followed = follow(atoms, to);
      if (followed.isEmpty()) {
        boolean channels = atoms.stream().allMatch(atom -> atom.role() == Role.CHANNEL);
        to.forEach(
            size -> axes.add(Axis.of(channels && size > 1 ? Role.CHANNEL : Role.NONE, size)));
        read(atoms, LOST);
      } else {
        axes.addAll(followed);
      }
    }

    /** The one position of an axis of size 1 is all of it; whatever follows sees all of it. */
    private void take(Axis part, List<Axis> atoms) {
      if (part.size() > 1) {
        atoms.add(part);
      } else {
        read(List.of(part), new Reading.Everything());
      }
    }

    /** Each size as a run of whole axes; empty when an axis would have to be cut. */
    private List<Axis> follow(List<Axis> atoms, List<Long> to) {
      List<Axis> result = new ArrayList<>();
      int next = 0;
      for (long size : to) {
        int first = next;
        long product = 1;
        while (product < size && next < atoms.size()) {
          product *= atoms.get(next++).size();
        }
        if (product != size) {
          return List.of();
        }
        result.add(merged(atoms.subList(first, next)));
      }
      return result;
    }

    private Axis merged(List<Axis> run) {
      if (run.size() == 1) {
        return run.get(0);
      }
      long size = new Shape(run).elements();
      if (!run.isEmpty() && run.stream().allMatch(axis -> axis.role().isSpatial())) {
        return new Axis(Role.POSITIONS, size, run);
      }
      boolean channels = !run.isEmpty() && run.stream().allMatch(a -> a.role() == Role.CHANNEL);
      if (!channels) {
        // Features of a whole map belong to no position: whatever uses them sees all of it.
        read(run, new Reading.Everything());
      }
      return Axis.of(channels ? Role.CHANNEL : Role.NONE, size);
    }

    private void read(List<Axis> run, Reading.AxisReading reading) {
      for (Axis axis : run) {
        Readings.roles(axis).forEach(role -> readings.put(role, reading));
      }
    }
  }
}
