package dev.convatlas.chart;

import dev.convatlas.analysis.memory.NumberType;
import dev.convatlas.analysis.memory.Roofline;
import dev.convatlas.source.Message;
import dev.convatlas.text.Numbers;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What the devices of the catalog could do at most for each layer, by the layer's operations per
 * byte: below the ridge memory bounds it, above it arithmetic. A model by data sheets.
 */
final class RooflineChart {
  private static final NumberType TYPE = NumberType.FP32;

  private RooflineChart() {}

  /** Nothing where the catalog declares no device, or no layer does anything. */
  static Optional<Chart> of(Subject subject) {
    List<Roofline> roofs =
        subject.devices().stream()
            .map(device -> Roofline.of(subject.analysis(), device, TYPE))
            .toList();
    if (roofs.isEmpty() || working(roofs.get(0)).isEmpty()) {
      return Optional.empty();
    }
    List<Roofline.Point> layers = working(roofs.get(0));
    List<Series> series = new ArrayList<>();
    for (Roofline roof : roofs) {
      series.add(series(subject, roof, widest(roofs, layers), series.size()));
    }
    List<Message> notes = new ArrayList<>();
    notes.add(Message.of("chart.roofline.model"));
    int idle = roofs.get(0).points().size() - layers.size();
    if (idle > 0) {
      notes.add(Message.of("chart.roofline.idle", idle));
    }
    if (roofs.stream().anyMatch(roof -> roof.missing().isPresent())) {
      notes.add(Message.of("chart.note.atLeast"));
    }
    return Optional.of(
        new Chart(
            "roofline",
            Message.of("chart.roofline"),
            alt(roofs.get(0), layers.size()),
            notes,
            new Picture(
                Picture.Form.ROOFS,
                Axis.thousandths(Message.of("chart.roofline.intensity"), Axis.Scale.LOGARITHMIC),
                Axis.logarithmic(Message.of("chart.roofline.attainable")),
                List.of(),
                series,
                List.of()),
            RooflineTable.of(subject, roofs)));
  }

  private static List<Roofline.Point> working(Roofline roof) {
    return roof.points().stream().filter(point -> intensity(point) > 0).toList();
  }

  /** Thousandths of an operation per byte. */
  private static long intensity(Roofline.Point point) {
    return Numbers.thousandths(point.operations(), point.bytes());
  }

  /** The intensities that all roofs span: those of the layers, and all the ridges. */
  private record Span(long least, long most) {}

  private static Span widest(List<Roofline> roofs, List<Roofline.Point> layers) {
    long least = Long.MAX_VALUE;
    long most = 0;
    for (Roofline.Point layer : layers) {
      least = Math.min(least, intensity(layer));
      most = Math.max(most, intensity(layer));
    }
    for (Roofline roof : roofs) {
      least = Math.min(least, ridge(roof));
      most = Math.max(most, 2 * ridge(roof));
    }
    return new Span(least, most);
  }

  private static long ridge(Roofline roof) {
    return Math.max(
        1, roof.ridge().movePointRight(3).setScale(0, RoundingMode.HALF_UP).longValue());
  }

  /** The roof from end to end; points that are layers have their names. */
  private static Series series(Subject subject, Roofline roof, Span span, int color) {
    TreeMap<Long, String> places = new TreeMap<>();
    places.put(span.least(), "");
    places.put(ridge(roof), "");
    places.put(span.most(), "");
    for (Roofline.Point point : working(roof)) {
      places.put(intensity(point), subject.rows().get(point.node()).node().path());
    }
    List<Series.Point> points = new ArrayList<>();
    places.forEach((x, name) -> points.add(new Series.Point(x, attainable(roof, x), name)));
    return Series.of(Message.of("chart.name", roof.device().title().plain()), color, points);
  }

  /** Operations per second: what memory can feed, and no more than arithmetic can do. */
  private static long attainable(Roofline roof, long thousandths) {
    BigDecimal fed = roof.device().bytesPerSecond().multiply(BigDecimal.valueOf(thousandths, 3));
    return fed.min(roof.device().operationsPerSecond())
        .setScale(0, RoundingMode.HALF_UP)
        .longValueExact();
  }

  private static Message alt(Roofline first, int layers) {
    long bound = first.points().stream().filter(Roofline.Point::boundByMemory).count();
    return Message.of(
        "chart.roofline.alt",
        layers,
        first.device().title().plain(),
        Numbers.decimal(first.ridge(), 1),
        bound,
        first.points().size());
  }
}
