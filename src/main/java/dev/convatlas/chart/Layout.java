package dev.convatlas.chart;

/** A picture with every place decided except what the plot's own shapes are. */
interface Layout {
  /** In CSS pixels; the width is always {@link Picture#WIDTH}. */
  int height();

  void paint(Canvas canvas);

  static Layout of(Picture picture) {
    return switch (picture.form()) {
      case BARS ->
          picture.categories().size() <= Rows.MOST_NAMED ? Rows.of(picture) : new Columns(picture);
      case ROWS, GROUPED_ROWS -> Rows.of(picture);
      case LINES -> new Columns(picture);
      case CURVES -> new Curves(picture);
      case POINTS, JOINED_POINTS, ROOFS -> new Dots(picture);
    };
  }
}
