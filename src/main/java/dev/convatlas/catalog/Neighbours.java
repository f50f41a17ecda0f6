package dev.convatlas.catalog;

import dev.convatlas.analysis.Count;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Models that are worth comparing with another one: of its task, with about as many parameters and
 * as much work. How far apart two models are is measured in ratios, so that half as much is as far
 * away as twice as much.
 */
public final class Neighbours {

  /** More are not offered. */
  public static final int MOST = 5;

  /**
   * A model by the logarithms of its figures.
   *
   * @param place in the order of the catalog
   */
  private record Point(Summary model, int place, double params, double work) {
    static Point of(Summary model, int place, String convention) {
      Count work = model.operations().getOrDefault(convention, model.totals().macs());
      return new Point(model, place, logarithm(model.totals().params()), logarithm(work));
    }

    /** By {@link StrictMath}: the last digit of {@link Math} is the machine's affair. */
    private static double logarithm(Count count) {
      return StrictMath.log((double) Math.max(1, count.value()));
    }

    double distance(Point other) {
      return Math.abs(params - other.params) + Math.abs(work - other.work);
    }
  }

  /** Models of each task by their parameters. */
  private final Map<String, List<Point>> byTask = new HashMap<>();

  /** Where each model stands among those of its task. */
  private final Map<String, Integer> places = new HashMap<>();

  public Neighbours(Catalog catalog) {
    int place = 0;
    for (Summary model : catalog.models()) {
      Point point = Point.of(model, place++, catalog.settings().convention());
      byTask.computeIfAbsent(model.metadata().task(), task -> new ArrayList<>()).add(point);
    }
    for (List<Point> task : byTask.values()) {
      task.sort(Comparator.comparingDouble(Point::params).thenComparingInt(Point::place));
      for (int i = 0; i < task.size(); i++) {
        places.put(task.get(i).model().id(), i);
      }
    }
  }

  /**
   * The nearest first; of those as near, in the order of the catalog. Looks at models whose
   * parameters are nearest, until these alone are farther away than what has been found: a catalog
   * ten times as large would otherwise take a hundred times as long.
   */
  public List<Summary> of(Summary model) {
    List<Point> task = byTask.get(model.metadata().task());
    int from = places.get(model.id());
    Point point = task.get(from);
    Comparator<Point> nearest =
        Comparator.comparingDouble(point::distance).thenComparingInt(Point::place);
    List<Point> found = new ArrayList<>();
    int below = from - 1;
    int above = from + 1;
    while (below >= 0 || above < task.size()) {
      boolean down =
          above >= task.size()
              || (below >= 0
                  && point.params() - task.get(below).params()
                      <= task.get(above).params() - point.params());
      Point next = task.get(down ? below-- : above++);
      if (found.size() == MOST
          && Math.abs(next.params() - point.params()) > point.distance(found.get(MOST - 1))) {
        break;
      }
      found.add(next);
      found.sort(nearest);
      if (found.size() > MOST) {
        found.remove(MOST);
      }
    }
    return found.stream().map(Point::model).toList();
  }
}
