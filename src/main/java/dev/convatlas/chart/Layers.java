package dev.convatlas.chart;

import dev.convatlas.analysis.Row;
import java.util.ArrayList;
import java.util.List;

/** Layers as categories. */
final class Layers {
  private Layers() {}

  static Picture.Category category(Row row) {
    return new Picture.Category(List.of(row.node().path().split("\\.", -1)));
  }

  static List<Picture.Category> categories(List<Row> rows) {
    List<Picture.Category> categories = new ArrayList<>();
    rows.forEach(row -> categories.add(category(row)));
    return categories;
  }
}
