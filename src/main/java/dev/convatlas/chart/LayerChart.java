package dev.convatlas.chart;

import dev.convatlas.analysis.Analysis;
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
import java.util.List;
import java.util.Optional;

/** Parameters or compute of each layer, in the order of execution, coloured by kind of layer. */
final class LayerChart {
  /**
   * A layer with less than this part of the largest, of parameters and of compute alike, is no more
   * than a hair on the axis. Normalisation would otherwise take half of the places.
   */
  private static final int SMALLEST_PART = 200;

  private LayerChart() {}

  enum Quantity {
    PARAMS("params"),
    MACS("macs");

    private final String id;

    Quantity(String id) {
      this.id = id;
    }

    String id() {
      return id;
    }

    Count of(Row row) {
      return this == PARAMS ? row.params() : row.macs();
    }

    Count total(Analysis analysis) {
      return this == PARAMS ? analysis.totals().params() : analysis.totals().macs();
    }

    Message axis() {
      return Message.of("chart.axis." + id);
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

  static Optional<Chart> of(Quantity quantity, Analysis analysis) {
    List<Row> counted =
        analysis.rows().stream().filter(row -> quantity.of(row).value() > 0).toList();
    if (counted.isEmpty()) {
      return Optional.empty();
    }
    List<Row> drawn = drawn(analysis.rows());
    List<Message> notes = new ArrayList<>();
    long shown = drawn.stream().filter(row -> quantity.of(row).value() > 0).count();
    long left = counted.size() - shown;
    if (left > 0) {
      notes.add(Message.of("chart.note.small", left));
    }
    if (!quantity.total(analysis).isExact()) {
      notes.add(Message.of("chart.note.atLeast"));
    }
    Picture picture =
        new Picture(
            Picture.Form.BARS,
            Axis.order(Message.of("chart.axis.layers")),
            Axis.counts(quantity.axis()),
            drawn.stream().map(Layers::category).toList(),
            series(quantity, drawn),
            List.of());
    return Optional.of(
        new Chart(
            quantity.id(),
            Message.of("chart." + quantity.id()),
            alt(quantity, analysis, counted),
            notes,
            picture,
            table(quantity, counted)));
  }

  /** The same layers for both quantities, so that the two pictures can be laid over each other. */
  private static List<Row> drawn(List<Row> rows) {
    List<Row> counted = rows.stream().filter(row -> any(row, 1, 1)).toList();
    if (counted.size() <= Rows.MOST_NAMED) {
      return counted;
    }
    long params = rows.stream().mapToLong(row -> row.params().value()).max().orElse(0);
    long macs = rows.stream().mapToLong(row -> row.macs().value()).max().orElse(0);
    return counted.stream()
        .filter(row -> any(row, params / SMALLEST_PART + 1, macs / SMALLEST_PART + 1))
        .toList();
  }

  private static boolean any(Row row, long params, long macs) {
    return row.params().value() >= params || row.macs().value() >= macs;
  }

  private static List<Series> series(Quantity quantity, List<Row> drawn) {
    List<Series> series = new ArrayList<>();
    for (Color color : Color.values()) {
      List<Series.Point> points = new ArrayList<>();
      for (int i = 0; i < drawn.size(); i++) {
        if (Color.of(drawn.get(i)) == color) {
          points.add(Series.Point.of(i, quantity.of(drawn.get(i)).value()));
        }
      }
      if (!points.isEmpty()) {
        series.add(Series.of(color.message(), color.index(), points));
      }
    }
    return series;
  }

  private static Message alt(Quantity quantity, Analysis analysis, List<Row> counted) {
    Row largest =
        counted.stream()
            .max(Comparator.comparingLong(row -> quantity.of(row).value()))
            .orElseThrow();
    long most = quantity.of(largest).value();
    return Message.of(
        "chart." + quantity.id() + ".alt",
        counted.size(),
        largest.node().path(),
        Numbers.exact(most),
        Numbers.share(most, quantity.total(analysis).value()));
  }

  private static Table table(Quantity quantity, List<Row> counted) {
    return new Table(
        Arrays.asList(
            Message.of("chart.column.layer"), Message.of("chart.column.type"), quantity.axis()),
        counted.stream()
            .<List<Object>>map(
                row -> List.of(row.node().path(), row.node().type(), quantity.of(row).value()))
            .toList());
  }
}
