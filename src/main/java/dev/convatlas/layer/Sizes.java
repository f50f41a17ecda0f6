package dev.convatlas.layer;

import dev.convatlas.source.Refusal;
import java.util.List;
import java.util.stream.Collectors;

/** Sizes as people write them for a reshape: one of them may be −1, which means the rest. */
final class Sizes {
  private Sizes() {}

  /**
   * @throws Refusal when a size is 0 or less, or more than one is −1
   */
  static void check(String type, List<Long> sizes) {
    long open = sizes.stream().filter(size -> size == -1).count();
    if (open > 1 || sizes.stream().anyMatch(size -> size < 1 && size != -1)) {
      throw Refusal.of("reshape.sizes", type, sizes.toString());
    }
  }

  /** The sizes with −1 filled in; their product is the number of elements. */
  static List<Long> complete(String type, List<Long> sizes, long elements) {
    long known = 1;
    for (long size : sizes) {
      known = size == -1 ? known : Math.multiplyExact(known, size);
    }
    boolean open = sizes.contains(-1L);
    if (open ? elements % known != 0 : elements != known) {
      throw Refusal.of("reshape.elements", type, sizes.toString(), elements);
    }
    long rest = elements / known;
    return sizes.stream().map(size -> size == -1 ? Long.valueOf(rest) : size).toList();
  }

  /** {@code 3 · 224 · 224}. */
  static String product(List<Long> sizes) {
    return sizes.stream().map(String::valueOf).collect(Collectors.joining(" · "));
  }
}
