package dev.convatlas.chart;

import dev.convatlas.analysis.Count;
import dev.convatlas.analysis.Row;
import dev.convatlas.layer.Category;
import dev.convatlas.layer.LayerType;
import dev.convatlas.layer.LayerTypes;
import dev.convatlas.source.Message;
import dev.convatlas.text.Numbers;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/** Parameters or operations of each layer, in the order of execution, coloured by kind of layer. */
final class LayerChart {
  /**
   * A layer with less than this part of the largest, of parameters and of compute alike, is no more
   * than a hair on the axis. Normalisation would otherwise take half of the places.
   */
  private static final int SMALLEST_PART = 200;

  private LayerChart() {}

  /**
   * What the bars of a chart show.
   *
   * @param id the chart's
   * @param counts one for each row of the analysis
   */
  private record Quantity(String id, Message axis, List<Count> counts, Count total) {
    long of(int row) {
      return counts.get(row).value();
    }
  }

  /** Kinds of layer that have a colour of their own, in the order of the legend. */
  private enum Color {
    CONVOLUTION(0),
    LINEAR(1),
    ATTENTION(2),
    NORMALISATION(3),
    OTHER(4);

    private final int index;

    Color(int index) {
      this.index = index;
    }

    int index() {
      return index;
    }

    static Color of(Row row) {
      Category category =
          LayerTypes.named(row.node().type()).map(LayerType::category).orElse(Category.OTHER);
      return switch (category) {
        case CONVOLUTION -> CONVOLUTION;
        case LINEAR -> LINEAR;
        case ATTENTION -> ATTENTION;
        case NORMALISATION -> NORMALISATION;
        case ACTIVATION, POOLING, JOINING, SHAPING, RESAMPLING, REGULARISATION, RECURRENT, OTHER ->
            OTHER;
      };
    }

    Message message() {
      return Message.of("chart.kind." + name().toLowerCase(java.util.Locale.ROOT));
    }
  }

  static Optional<Chart> params(Subject subject) {
    Quantity quantity =
        new Quantity(
            "params",
            Message.of("chart.axis.params"),
            subject.rows().stream().map(Row::params).toList(),
            subject.analysis().totals().params());
    List<Integer> having = rows(subject, row -> quantity.of(row) > 0);
    return having.isEmpty()
        ? Optional.empty()
        : Optional.of(chart(quantity, subject, subject.usual(), having));
  }

  /** Nothing where the catalog's convention counts no operation. */
  static Optional<Chart> operations(Subject subject, Tally tally) {
    return subject.usual().total().value() == 0
        ? Optional.empty()
        : Optional.of(
            chart(
                new Quantity("macs", tally.name(), tally.counts(), tally.total()),
                subject,
                tally,
                rows(subject, subject::isCounted)));
  }

  private static List<Integer> rows(Subject subject, IntPredicate wanted) {
    return IntStream.range(0, subject.rows().size()).filter(wanted).boxed().toList();
  }

  /**
   * @param listed rows of the table
   */
  private static Chart chart(
      Quantity quantity, Subject subject, Tally tally, List<Integer> listed) {
    List<Integer> counted = rows(subject, row -> quantity.of(row) > 0);
    List<Integer> drawn = drawn(subject, tally);
    List<Message> notes = new ArrayList<>();
    long shown = drawn.stream().filter(row -> quantity.of(row) > 0).count();
    long left = counted.size() - shown;
    if (left > 0) {
      notes.add(Message.of("chart.note.small", left));
    }
    if (!quantity.total().isExact()) {
      notes.add(Message.of("chart.note.atLeast"));
    }
    Picture picture =
        new Picture(
            Picture.Form.BARS,
            Axis.order(Message.of("chart.axis.layers")),
            Axis.counts(quantity.axis()),
            drawn.stream().map(subject.categories()::get).toList(),
            series(quantity, subject, drawn),
            List.of());
    return new Chart(
        quantity.id(),
        Message.of("chart." + quantity.id()),
        alt(quantity, subject, counted),
        notes,
        picture,
        table(quantity, subject, listed));
  }

  /** The same layers for both quantities, so that the two pictures can be laid over each other. */
  private static List<Integer> drawn(Subject subject, Tally tally) {
    List<Integer> counted = rows(subject, row -> any(subject, tally, row, 1, 1));
    if (counted.size() <= Rows.MOST_NAMED) {
      return counted;
    }
    long params = subject.rows().stream().mapToLong(row -> row.params().value()).max().orElse(0);
    long macs = tally.counts().stream().mapToLong(Count::value).max().orElse(0);
    return counted.stream()
        .filter(
            row -> any(subject, tally, row, params / SMALLEST_PART + 1, macs / SMALLEST_PART + 1))
        .toList();
  }

  private static boolean any(Subject subject, Tally tally, int row, long params, long macs) {
    return subject.rows().get(row).params().value() >= params || tally.count(row) >= macs;
  }

  private static List<Series> series(Quantity quantity, Subject subject, List<Integer> drawn) {
    Map<Color, List<Series.Point>> points = new EnumMap<>(Color.class);
    for (int i = 0; i < drawn.size(); i++) {
      points
          .computeIfAbsent(Color.of(subject.rows().get(drawn.get(i))), c -> new ArrayList<>())
          .add(Series.Point.of(i, quantity.of(drawn.get(i))));
    }
    return points.entrySet().stream()
        .map(e -> Series.of(e.getKey().message(), e.getKey().index(), e.getValue()))
        .toList();
  }

  private static Message alt(Quantity quantity, Subject subject, List<Integer> counted) {
    Optional<Integer> largest = counted.stream().max(Comparator.comparingLong(quantity::of));
    if (largest.isEmpty()) {
      return Message.of("chart.nothing", quantity.axis());
    }
    long most = quantity.of(largest.get());
    return Message.of(
        "chart." + quantity.id() + ".alt",
        counted.size(),
        subject.rows().get(largest.get()).node().path(),
        Numbers.exact(most),
        Numbers.share(most, quantity.total().value()),
        quantity.axis());
  }

  private static Table table(Quantity quantity, Subject subject, List<Integer> listed) {
    return new Table(
        Arrays.asList(
            Message.of("chart.column.layer"), Message.of("chart.column.type"), quantity.axis()),
        listed.stream()
            .<List<Object>>map(row -> line(subject.rows().get(row), quantity.of(row)))
            .toList());
  }

  private static List<Object> line(Row row, long value) {
    return List.of(row.node().path(), row.node().type(), value);
  }
}
