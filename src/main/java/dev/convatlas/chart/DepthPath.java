package dev.convatlas.chart;

import java.util.ArrayList;
import java.util.List;

/**
 * A figure of a model from its input to its output.
 *
 * @param steps how many there are from the input to the output; at least one
 * @param points by their place, the input at 0
 */
record DepthPath(int steps, List<Point> points) {

  /**
   * @param at after how many steps
   */
  record Point(int at, long value) {}

  /** A figure of the layers, added up. */
  static DepthPath sums(Outline model, Figure figure) {
    List<Point> points = new ArrayList<>(List.of(new Point(0, 0)));
    long sum = 0;
    int layers = model.layers().keys().size();
    for (int i = 0; i < layers; i++) {
      sum = Math.addExact(sum, figure.of(model, i));
      points.add(new Point(i + 1, sum));
    }
    return new DepthPath(Math.max(1, layers), points);
  }

  /** A figure of a layer. */
  interface Figure {
    long of(Outline model, int layer);
  }

  /** The receptive field: of the input itself, each position sees one. */
  static DepthPath field(Growth growth) {
    List<Point> points = new ArrayList<>(List.of(new Point(0, 1)));
    growth.steps().forEach(step -> points.add(new Point(step.at() + 1, step.size())));
    return new DepthPath(growth.operations(), points);
  }

  long last() {
    return points.get(points.size() - 1).value();
  }

  /** The value at tenths of the way. */
  long at(int tenths) {
    long value = points.get(0).value();
    for (Point point : points) {
      if (10L * point.at() > (long) tenths * steps) {
        break;
      }
      value = point.value();
    }
    return value;
  }

  /** Whole percents of the way until half of the last value is reached. */
  long half() {
    int at = points.stream().filter(p -> p.value() >= last() - p.value()).findFirst().get().at();
    return (200L * at + steps) / (2L * steps);
  }

  List<Series.Point> drawn() {
    return points.stream()
        .map(point -> Series.Point.of(Axis.DEEPEST * point.at() / steps, point.value()))
        .toList();
  }
}
