package dev.convatlas.cli;

import dev.convatlas.analysis.Analysis;
import dev.convatlas.source.Nearest;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** How a person names a layer: its path, the end of its path, or its number in the table. */
final class LayerName {
  /** More would fill the screen. */
  private static final int MOST_SHOWN = 8;

  private LayerName() {}

  /**
   * @return index of the layer among the rows
   * @throws Stopped when no layer is meant, or several are
   */
  static int find(String written, Analysis analysis) {
    List<String> paths = analysis.rows().stream().map(row -> row.node().path()).toList();
    int exact = paths.indexOf(written);
    if (exact >= 0) {
      return exact;
    }
    List<Integer> ending =
        IntStream.range(0, paths.size())
            .filter(i -> paths.get(i).endsWith("." + written))
            .boxed()
            .toList();
    if (ending.size() == 1) {
      return ending.get(0);
    }
    if (ending.size() > 1) {
      throw several(written, ending.stream().map(paths::get).toList());
    }
    return number(written, paths.size()).orElseThrow(() -> unknown(written, paths));
  }

  private static Optional<Integer> number(String written, int count) {
    try {
      int number = Integer.parseInt(written);
      return number >= 1 && number <= count ? Optional.of(number - 1) : Optional.empty();
    } catch (NumberFormatException name) {
      return Optional.empty();
    }
  }

  private static Stopped several(String written, List<String> paths) {
    String shown = paths.stream().limit(MOST_SHOWN).collect(Collectors.joining(", "));
    return paths.size() > MOST_SHOWN
        ? Stopped.with(Exit.USAGE, "layer.several.more", written, paths.size(), shown)
        : Stopped.with(Exit.USAGE, "layer.several", written, paths.size(), shown);
  }

  private static Stopped unknown(String written, List<String> paths) {
    return Nearest.name(written, paths)
        .map(near -> Stopped.with(Exit.USAGE, "layer.none.near", written, near))
        .orElseGet(() -> Stopped.with(Exit.USAGE, "layer.none", written, paths.size()));
  }
}
