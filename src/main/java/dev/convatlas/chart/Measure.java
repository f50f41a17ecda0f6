package dev.convatlas.chart;

import dev.convatlas.text.Numbers;
import java.util.List;
import java.util.stream.Stream;

/**
 * How values of an axis become places from 0 to 1, and which of them have numerals.
 *
 * @param low the value at 0; its logarithm is taken where the axis is logarithmic
 * @param high the value at 1
 */
record Measure(boolean logarithmic, double low, double high, List<Tick> ticks) {
  private static final double HEADROOM = 1.04;
  private static final double LOG_MARGIN = 1.35;

  /** The values of a picture's y axis. */
  static Measure values(Picture picture, int wanted) {
    return switch (picture.y().scale()) {
      case LOGARITHMIC -> logarithmic(picture, false);
      case SHARE -> shares(picture);
      case LINEAR, ORDER -> linear(largest(picture), wanted, picture.y());
    };
  }

  /** The first coordinates of points. */
  static Measure first(Picture picture, int wanted) {
    if (picture.x().scale() == Axis.Scale.LOGARITHMIC) {
      return logarithmic(picture, true);
    }
    long largest = points(picture).mapToLong(Series.Point::x).max().orElse(0);
    return linear(largest, wanted, picture.x());
  }

  private static Measure linear(long largest, int wanted, Axis axis) {
    long known = Math.max(1, largest);
    return new Measure(false, 0, known * HEADROOM, Tick.linear(known, wanted, axis.digits()));
  }

  private static Measure shares(Picture picture) {
    double largest =
        picture.series().stream()
            .flatMap(series -> series.points().stream().map(point -> share(series, point)))
            .mapToDouble(Double::doubleValue)
            .max()
            .orElse(1);
    boolean whole = picture.form() == Picture.Form.LINES || largest == 0;
    return new Measure(false, 0, whole ? 1 : largest, Tick.shares());
  }

  private static Measure logarithmic(Picture picture, boolean first) {
    List<Long> values =
        points(picture).map(point -> first ? point.x() : point.y()).filter(v -> v > 0).toList();
    double low = values.stream().min(Long::compare).orElse(1L) / LOG_MARGIN;
    double high = values.stream().max(Long::compare).orElse(10L) * LOG_MARGIN;
    return new Measure(
        true, low, high, Tick.logarithmic(low, high, (first ? picture.x() : picture.y()).digits()));
  }

  private static long largest(Picture picture) {
    return Stream.concat(
            points(picture).map(Series.Point::y), picture.marks().stream().map(m -> m.value()))
        .max(Long::compare)
        .orElse(0L);
  }

  private static Stream<Series.Point> points(Picture picture) {
    return picture.series().stream().flatMap(series -> series.points().stream());
  }

  static double share(Series series, Series.Point point) {
    return series.whole() == 0 ? 0 : (double) point.y() / series.whole();
  }

  /** By {@link StrictMath}: the last digit of {@link Math} is the machine's affair. */
  double place(double value) {
    return logarithmic
        ? StrictMath.log(value / low) / StrictMath.log(high / low)
        : (value - low) / (high - low);
  }

  /** Where a point of a series stands along the y axis. */
  double place(Picture picture, Series series, Series.Point point) {
    return place(
        picture.y().scale() == Axis.Scale.SHARE ? share(series, point) : (double) point.y());
  }

  /** What is written beside a bar. */
  static String label(Picture picture, Series series, Series.Point point) {
    return picture.y().scale() == Axis.Scale.SHARE
        ? Numbers.share(point.y(), series.whole())
        : picture.y().digits().label(point.y());
  }
}
