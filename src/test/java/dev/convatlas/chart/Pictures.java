package dev.convatlas.chart;

import dev.convatlas.chart.Picture.Category;
import dev.convatlas.chart.Picture.Form;
import dev.convatlas.chart.Picture.Mark;
import dev.convatlas.source.Message;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.LongUnaryOperator;

/** Made-up pictures, the usual and the degenerate, by name. */
final class Pictures {
  private static final Message NAME = Message.of("chart.name", "x");
  private static final int[] COUNTS = {0, 1, 2, 3, 5, 24, 25, 50, 60, 61, 500, 5000};
  private static final long HUGE = 1_000_000_000_000_000L;

  private Pictures() {}

  static Map<String, Picture> all() {
    Map<String, Picture> all = new LinkedHashMap<>();
    for (Form form : Form.values()) {
      for (int count : COUNTS) {
        if (count <= most(form)) {
          all.put(form + " of " + count, of(form, count, Pictures::usual));
        }
      }
      all.put(form + " of zeros", of(form, 5, index -> 0));
      all.put(form + " of ones", of(form, 30, index -> 1));
      all.put(form + " beside a huge one", of(form, 40, index -> index == 7 ? HUGE : index));
      all.put(form + " of the largest numbers", of(form, 3, index -> Long.MAX_VALUE - index));
    }
    return all;
  }

  /** As many as there can be: a model has few stages, a family not thousands of members. */
  private static int most(Form form) {
    return switch (form) {
      case GROUPED_ROWS -> 24;
      case JOINED_POINTS, ROOFS -> 500;
      case BARS, ROWS, LINES, CURVES, POINTS -> Integer.MAX_VALUE;
    };
  }

  /** Parameters of a network whose stages double their channels, with some noise. */
  private static long usual(long index) {
    long noise = new Random(index).nextInt(1000);
    return (1000 + 7 * noise) << (index / 10 % 12);
  }

  static Picture of(Form form, int count, LongUnaryOperator value) {
    boolean points = isPoints(form);
    boolean rows = form == Form.ROWS || form == Form.GROUPED_ROWS;
    return new Picture(
        form,
        points ? Axis.logarithmic(NAME) : form == Form.CURVES ? Axis.depth(NAME) : Axis.order(NAME),
        points
            ? Axis.logarithmic(NAME)
            : form == Form.GROUPED_ROWS ? Axis.shares(NAME) : Axis.counts(NAME),
        points || form == Form.CURVES ? List.of() : rows ? models(count) : layers(count),
        series(form, count, value),
        form == Form.LINES || form == Form.CURVES
            ? List.of(new Mark(256, "256"), new Mark(224, "224"))
            : List.of());
  }

  private static boolean isPoints(Form form) {
    return form == Form.POINTS || form == Form.JOINED_POINTS || form == Form.ROOFS;
  }

  private static List<Series> series(Form form, int count, LongUnaryOperator value) {
    List<Series.Point> first = new ArrayList<>();
    List<Series.Point> second = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      boolean named = isPoints(form);
      long y = value.applyAsLong(i);
      long x = form == Form.CURVES ? Axis.DEEPEST * i / count : i;
      Series.Point point =
          named ? new Series.Point(Math.max(0, y / 3 + i), y, "model_" + i) : Series.Point.of(x, y);
      (i % 4 == 3 ? second : first).add(point);
    }
    if (form == Form.GROUPED_ROWS) {
      long whole = Math.max(1, first.stream().mapToLong(p -> p.y() / count).sum());
      first.addAll(second);
      return List.of(new Series(NAME, 0, 0, whole, first), new Series(NAME, 1, 0, whole, first));
    }
    return List.of(Series.of(NAME, 0, first), new Series(NAME, 1, 1, 0, second));
  }

  private static List<Category> layers(int count) {
    List<Category> layers = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      String stage = "layer" + (1 + i * 4 / count);
      layers.add(new Category(List.of(stage, Integer.toString(i / 3), "conv" + i % 3, "conv2d")));
    }
    return layers;
  }

  private static List<Category> models(int count) {
    List<Category> models = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      models.add(Category.of("a_family_of_models_with_a_long_name_" + i + "_x" + i * i));
    }
    return models;
  }
}
