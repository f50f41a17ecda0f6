package dev.convatlas.chart;

import dev.convatlas.analysis.Count;
import dev.convatlas.analysis.memory.NumberType;
import dev.convatlas.analysis.resolution.ResolutionLaws.Figures;
import dev.convatlas.analysis.resolution.ResolutionLaws.Point;
import dev.convatlas.analysis.resolution.Scale;
import dev.convatlas.source.Message;
import dev.convatlas.tensor.Shape;
import dev.convatlas.text.Numbers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;

/**
 * Operations, peak memory and the final receptive field over sizes of the input, each as a multiple
 * of what it is at the size written: so that quantities of different units share an axis.
 */
final class ResolutionChart {
  private ResolutionChart() {}

  /** A size at which the model works. */
  private record Size(Point point, Figures figures) {
    long pixels() {
      return Scale.shortest(point.inputs());
    }
  }

  /** Nothing where the model takes one size only, or has no size at all. */
  static Optional<Chart> of(Subject subject, Tally tally) {
    List<Size> sizes = sizes(subject.laws().points());
    Optional<Size> written = sizes.stream().filter(size -> size.point().scale().isOne()).findAny();
    if (sizes.size() < 2 || written.isEmpty()) {
      return Optional.empty();
    }
    String convention = tally.convention().name();
    List<Series> series = new ArrayList<>();
    series(tally.name(), 1, sizes, written.get(), size -> operations(size, convention).value())
        .ifPresent(series::add);
    series(Message.of("chart.resolution.peak"), 2, sizes, written.get(), s -> s.figures().peak())
        .ifPresent(series::add);
    series(Message.of("chart.resolution.field"), 0, sizes, written.get(), ResolutionChart::field)
        .ifPresent(series::add);
    if (series.isEmpty()) {
      return Optional.empty();
    }
    List<Message> notes = new ArrayList<>();
    int refused = subject.laws().points().size() - sizes.size();
    if (refused > 0) {
      notes.add(Message.of("chart.resolution.refused", refused));
    }
    if (sizes.stream().anyMatch(size -> !operations(size, convention).isExact())) {
      notes.add(Message.of("chart.note.atLeast"));
    }
    return Optional.of(
        new Chart(
            "resolution",
            Message.of("chart.resolution"),
            alt(sizes, written.get(), tally),
            notes,
            new Picture(
                Picture.Form.JOINED_POINTS,
                Axis.pixels(Message.of("chart.resolution.axis")),
                Axis.thousandths(Message.of("chart.resolution.times"), Axis.Scale.LINEAR),
                List.of(),
                series,
                List.of()),
            table(sizes, tally)));
  }

  private static List<Size> sizes(List<Point> points) {
    return points.stream()
        .flatMap(point -> point.figures().stream().map(figures -> new Size(point, figures)))
        .toList();
  }

  private static Count operations(Size size, String convention) {
    return size.figures().operations().getOrDefault(convention, Count.ZERO);
  }

  private static long field(Size size) {
    return size.figures().field().map(Count::value).orElse(0L);
  }

  private static Optional<Series> series(
      Message name, int color, List<Size> sizes, Size written, ToLongFunction<Size> figure) {
    long whole = figure.applyAsLong(written);
    return whole == 0
        ? Optional.empty()
        : Optional.of(
            Series.of(
                name,
                color,
                sizes.stream().map(size -> point(size, figure.applyAsLong(size), whole)).toList()));
  }

  private static Series.Point point(Size size, long figure, long whole) {
    return Series.Point.of(size.pixels(), Numbers.thousandths(figure, whole));
  }

  private static Message alt(List<Size> sizes, Size written, Tally tally) {
    Size smallest = sizes.get(0);
    Size largest = sizes.get(sizes.size() - 1);
    String convention = tally.convention().name();
    return Message.of(
        "chart.resolution.alt",
        inputs(smallest),
        inputs(largest),
        tally.name(),
        times(operations(smallest, convention), operations(written, convention)),
        times(operations(largest, convention), operations(written, convention)),
        times(Count.of(smallest.figures().peak()), Count.of(written.figures().peak())),
        times(Count.of(largest.figures().peak()), Count.of(written.figures().peak())));
  }

  private static String times(Count figure, Count whole) {
    return "×" + Numbers.ratio(figure.value(), whole.value(), 2);
  }

  private static String inputs(Size size) {
    return inputs(size.point().inputs());
  }

  private static String inputs(Map<String, Shape> inputs) {
    return inputs.values().stream().map(Shape::toString).collect(Collectors.joining(", "));
  }

  private static Table table(List<Size> sizes, Tally tally) {
    String convention = tally.convention().name();
    return new Table(
        List.of(
            Message.of("chart.column.input"),
            tally.name(),
            Message.of("chart.column.peak"),
            Message.of("chart.axis.field")),
        sizes.stream()
            .<List<Object>>map(
                size ->
                    List.of(
                        inputs(size),
                        operations(size, convention).value(),
                        NumberType.FP32.bytes(size.figures().peak()),
                        field(size)))
            .toList());
  }
}
