package dev.convatlas.tensor;

import java.util.List;

/**
 * One axis of a tensor.
 *
 * @param size number of indices, at least 1
 * @param parts for {@link Role#POSITIONS}, the axes that were flattened, slowest first; empty when
 *     they are no longer exactly these (a class token was added)
 */
public record Axis(Role role, long size, List<Axis> parts) {

  public Axis {
    if (size < 1) {
      throw new IllegalArgumentException("axis of size " + size);
    }
    parts = List.copyOf(parts);
  }

  public static Axis of(Role role, long size) {
    return new Axis(role, size, List.of());
  }

  public Axis withSize(long newSize) {
    return newSize == size ? this : new Axis(role, newSize, List.of());
  }
}
