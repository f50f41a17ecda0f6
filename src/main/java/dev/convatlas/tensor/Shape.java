package dev.convatlas.tensor;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Collectors;

/**
 * The axes of a tensor without its batch axis, in memory order: channels, then (depth,) height,
 * width for a map.
 */
public record Shape(List<Axis> axes) {
  private static final List<List<Role>> MAPS =
      List.of(
          List.of(),
          List.of(Role.CHANNEL),
          List.of(Role.CHANNEL, Role.LENGTH),
          List.of(Role.CHANNEL, Role.HEIGHT, Role.WIDTH),
          List.of(Role.CHANNEL, Role.DEPTH, Role.HEIGHT, Role.WIDTH));

  public Shape {
    axes = List.copyOf(axes);
  }

  /**
   * A map as PyTorch lays it out: channels, then as many spatial axes as there are further sizes;
   * more than four sizes have no roles.
   */
  public static Shape map(List<Long> sizes) {
    List<Axis> axes = new ArrayList<>();
    for (int i = 0; i < sizes.size(); i++) {
      Role role = sizes.size() < MAPS.size() ? MAPS.get(sizes.size()).get(i) : Role.NONE;
      axes.add(Axis.of(role, sizes.get(i)));
    }
    return new Shape(axes);
  }

  public static Shape map(long... sizes) {
    return map(java.util.Arrays.stream(sizes).boxed().toList());
  }

  public int rank() {
    return axes.size();
  }

  public Axis axis(int index) {
    return axes.get(index);
  }

  public long size(int index) {
    return axes.get(index).size();
  }

  public List<Long> sizes() {
    return axes.stream().map(Axis::size).toList();
  }

  /**
   * Number of elements of one sample.
   *
   * @throws ArithmeticException when it does not fit into 63 bits
   */
  public long elements() {
    long product = 1;
    for (Axis axis : axes) {
      product = Math.multiplyExact(product, axis.size());
    }
    return product;
  }

  /** Where the axis of that role is, if the shape has one. */
  public OptionalInt indexOf(Role role) {
    for (int i = 0; i < axes.size(); i++) {
      if (axes.get(i).role() == role) {
        return OptionalInt.of(i);
      }
    }
    return OptionalInt.empty();
  }

  /** Whether an axis of that role, or a flattened one that holds it, is left. */
  public boolean carries(Role role) {
    for (Axis axis : axes) {
      boolean flattened =
          axis.role() == Role.POSITIONS
              && (axis.parts().isEmpty()
                  || axis.parts().stream().anyMatch(part -> part.role() == role));
      if (axis.role() == role || flattened) {
        return true;
      }
    }
    return false;
  }

  public Shape with(int index, Axis axis) {
    List<Axis> changed = new ArrayList<>(axes);
    changed.set(index, axis);
    return new Shape(changed);
  }

  public Shape withSize(int index, long size) {
    return with(index, axes.get(index).withSize(size));
  }

  /** {@code 64×112×112}; a scalar is {@code 1}. */
  @Override
  public String toString() {
    return axes.isEmpty()
        ? "1"
        : axes.stream().map(axis -> Long.toString(axis.size())).collect(Collectors.joining("×"));
  }
}
