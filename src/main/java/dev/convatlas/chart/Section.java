package dev.convatlas.chart;

import java.util.ArrayList;
import java.util.List;

/**
 * Runs of neighbouring categories that lie in the same group.
 *
 * @param from index of its first category
 * @param to index after its last
 */
record Section(String name, int from, int to) {
  /** More than these cannot be named below a plot. */
  private static final int MOST = 12;

  int size() {
    return to - from;
  }

  /**
   * The finest division that can still be named: by the first part of the paths, or by more of them
   * where that gives few.
   */
  static List<Section> of(List<Picture.Category> categories) {
    int deepest = categories.stream().mapToInt(c -> c.path().size()).max().orElse(0);
    List<Section> best = at(categories, 1);
    for (int depth = 2; depth <= deepest; depth++) {
      List<Section> finer = at(categories, depth);
      if (finer.size() > MOST) {
        break;
      }
      best = finer;
    }
    return best;
  }

  /** By the first part of the paths only. */
  static List<Section> outermost(List<Picture.Category> categories) {
    return at(categories, 1);
  }

  private static List<Section> at(List<Picture.Category> categories, int depth) {
    List<Section> sections = new ArrayList<>();
    int from = 0;
    for (int i = 1; i <= categories.size(); i++) {
      String name = name(categories.get(from), depth);
      if (i == categories.size() || !name(categories.get(i), depth).equals(name)) {
        sections.add(new Section(name, from, i));
        from = i;
      }
    }
    return sections;
  }

  private static String name(Picture.Category category, int depth) {
    return String.join(".", category.path().subList(0, Math.min(depth, category.path().size())));
  }
}
