package dev.convatlas.report;

import dev.convatlas.drawing.FieldMap;
import dev.convatlas.drawing.FieldMap.Part;
import dev.convatlas.drawing.FieldMap.Spot;
import dev.convatlas.drawing.FieldPicture;
import dev.convatlas.text.Numbers;
import java.util.List;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.stream.Collectors;

/**
 * Receptive fields drawn on the input.
 *
 * @param panels the input by itself where fields dwarf it, then all that they see
 * @param fields for the script: of each layer in the order of the table {@code low high jump start}
 *     of its rows, then of its columns where they differ; layers parted by semicolons, {@code =}
 *     for what the layer before has
 * @param lines what is drawn
 */
public record FieldFigure(String input, List<Panel> panels, String fields, List<Line> lines) {
  private static final String SAME = "=";

  /**
   * A picture.
   *
   * @param alt what it shows
   * @param width in CSS pixels, as {@code height}
   * @param view scale, left and top edge, for the script that draws the field of a layer
   * @param content inside of the SVG element
   */
  public record Panel(String alt, long width, long height, String view, String content) {}

  /**
   * A square.
   *
   * @param style of its swatch
   * @param range what is read, rows and columns
   */
  public record Line(
      String style,
      String layer,
      String href,
      String size,
      String jump,
      String start,
      String range) {}

  public FieldFigure {
    panels = List.copyOf(panels);
    lines = List.copyOf(lines);
  }

  /** One, or none where no layer sees a part of an image. */
  static List<FieldFigure> of(Edition edition, Optional<FieldMap> map) {
    return map.map(present -> List.of(of(edition, present))).orElse(List.of());
  }

  private static FieldFigure of(Edition edition, FieldMap map) {
    List<FieldPicture> pictures = FieldPicture.of(map);
    String input = Numbers.exact(map.height()) + " × " + Numbers.exact(map.width());
    List<Line> lines =
        java.util.stream.IntStream.range(0, map.ends().size())
            .mapToObj(i -> line("c" + i, map.spots().get(map.ends().get(i)).orElseThrow()))
            .toList();
    String sizes = lines.stream().map(Line::size).collect(Collectors.joining(", "));
    return new FieldFigure(
        input,
        pictures.stream()
            .map(
                picture ->
                    panel(
                        picture,
                        picture.equals(pictures.get(pictures.size() - 1))
                            ? edition.word("field.alt", input, sizes)
                            : edition.word("field.alt.near", input)))
            .toList(),
        fields(map.spots()),
        lines);
  }

  /** Most layers see what the one before them sees. */
  private static String fields(List<Optional<Spot>> spots) {
    StringJoiner fields = new StringJoiner(";");
    String last = "";
    for (Optional<Spot> spot : spots) {
      String field = spot.map(FieldFigure::data).orElse("");
      fields.add(!field.isEmpty() && field.equals(last) ? SAME : field);
      last = field;
    }
    return fields.toString();
  }

  private static Panel panel(FieldPicture picture, String alt) {
    return new Panel(
        alt,
        picture.width(),
        picture.height(),
        picture.scale() + " " + picture.left() + " " + picture.top(),
        picture.content());
  }

  private static Line line(String style, Spot spot) {
    return new Line(
        style,
        spot.layer(),
        "#" + Addresses.row(spot.layer()),
        both(spot, part -> Numbers.exact(part.size())),
        both(spot, part -> part.jump().isEmpty() ? Numbers.NONE : part.jump()),
        both(spot, part -> Numbers.exact(part.start())),
        both(spot, part -> Numbers.exact(part.low()) + " … " + Numbers.exact(part.high())));
  }

  private static String both(Spot spot, java.util.function.Function<Part, String> text) {
    String rows = text.apply(spot.rows());
    String columns = text.apply(spot.columns());
    return rows.equals(columns) ? rows : rows + " × " + columns;
  }

  private static String data(Spot spot) {
    return spot.isSquare() ? data(spot.rows()) : data(spot.rows()) + " " + data(spot.columns());
  }

  private static String data(Part part) {
    String jump = part.jump().isEmpty() ? "-" : part.jump();
    return part.low() + " " + part.high() + " " + jump + " " + part.start();
  }
}
