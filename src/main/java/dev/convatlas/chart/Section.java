package dev.convatlas.chart;

import java.util.ArrayList;
import java.util.List;

/**
 * A run of neighbouring categories that lie in the same group.
 *
 * @param path what they have in common
 * @param from index of its first category
 * @param to index after its last
 */
record Section(List<String> path, int from, int to) {
  /** A section that takes more than this part of all is divided, where its parts can be named. */
  private static final double LARGE = 0.6;

  /** A part that takes less than this part of all cannot be named. */
  private static final double SMALL = 0.03;

  Section {
    path = List.copyOf(path);
  }

  int size() {
    return to - from;
  }

  /** Its own name; a bare number is nothing without the name before it. */
  String name() {
    String own = path.get(path.size() - 1);
    boolean bare = own.chars().allMatch(Character::isDigit);
    return bare && path.size() > 1 ? path.get(path.size() - 2) + "." + own : own;
  }

  /**
   * By the first part of the paths, and by their next part where one section is most of everything.
   */
  static List<Section> readable(List<Picture.Category> categories) {
    List<Section> sections = new ArrayList<>();
    for (Section section : at(categories, 0, categories.size(), 1)) {
      sections.addAll(section.divided(categories));
    }
    return sections;
  }

  private List<Section> divided(List<Picture.Category> categories) {
    if (size() <= LARGE * categories.size()) {
      return List.of(this);
    }
    List<Section> parts = at(categories, from, to, path.size() + 1);
    if (parts.get(0).path.size() == path.size()) {
      return List.of(this);
    }
    List<Section> finest = parts.stream().flatMap(p -> p.divided(categories).stream()).toList();
    long named = finest.stream().filter(p -> p.size() >= SMALL * categories.size()).count();
    return named < 2 ? List.of(this) : finest;
  }

  private static List<Section> at(List<Picture.Category> categories, int from, int to, int depth) {
    List<Section> sections = new ArrayList<>();
    int start = from;
    for (int i = from + 1; i <= to; i++) {
      List<String> path = upTo(categories.get(start), depth);
      if (i == to || !upTo(categories.get(i), depth).equals(path)) {
        sections.add(new Section(path, start, i));
        start = i;
      }
    }
    return sections;
  }

  private static List<String> upTo(Picture.Category category, int depth) {
    return category.path().subList(0, Math.min(depth, category.path().size()));
  }
}
