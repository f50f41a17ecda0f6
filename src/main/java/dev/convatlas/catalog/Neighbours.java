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

  /** A model by the logarithms of its figures. */
  private record Point(Summary model, double params, double work) {
    static Point of(Summary model, String convention) {
      Count work = model.operations().getOrDefault(convention, model.totals().macs());
      return new Point(model, logarithm(model.totals().params()), logarithm(work));
    }

    /** By {@link StrictMath}: the last digit of {@link Math} is the machine's affair. */
    private static double logarithm(Count count) {
      return StrictMath.log((double) Math.max(1, count.value()));
    }

    double distance(Point other) {
      return Math.abs(params - other.params) + Math.abs(work - other.work);
    }
  }

  private final Map<String, List<Point>> byTask = new HashMap<>();
  private final Map<String, Point> byId = new HashMap<>();

  public Neighbours(Catalog catalog) {
    for (Summary model : catalog.models()) {
      Point point = Point.of(model, catalog.settings().convention());
      byTask.computeIfAbsent(model.metadata().task(), task -> new ArrayList<>()).add(point);
      byId.put(model.id(), point);
    }
  }

  /** The nearest first; of those as near, in the order of the catalog. */
  public List<Summary> of(Summary model) {
    Point point = byId.get(model.id());
    return byTask.get(model.metadata().task()).stream()
        .filter(other -> !other.equals(point))
        .sorted(Comparator.comparingDouble(point::distance))
        .limit(MOST)
        .map(Point::model)
        .toList();
  }
}
