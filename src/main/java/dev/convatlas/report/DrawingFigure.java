package dev.convatlas.report;

import dev.convatlas.drawing.Drawing;
import dev.convatlas.drawing.Picture;
import dev.convatlas.source.Message;
import dev.convatlas.text.Messages;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The architecture on a model's page.
 *
 * @param download address of all of it as a file
 * @param whole the model; one, or none where it has no layer
 * @param insets the inside of blocks
 */
public record DrawingFigure(String download, List<Inset> whole, List<Inset> insets) {

  /** In CSS pixels; beside a wider picture is no room for text. */
  private static final int WIDE = 420;

  /** More boxes are not named one by one. */
  private static final int MOST_NAMES = 40;

  /**
   * One of the pictures.
   *
   * @param block type of block that it shows; empty for the whole
   * @param path of the block that was drawn
   * @param href of its first row in the table
   * @param alike how many blocks are built like it; empty when there is no other
   * @param label says what it shows
   * @param width in CSS pixels, as {@code height}
   * @param content inside of the SVG element
   */
  public record Inset(
      String block,
      String path,
      String href,
      String alike,
      String label,
      long width,
      long height,
      String content) {}

  public DrawingFigure {
    whole = List.copyOf(whole);
    insets = List.copyOf(insets);
  }

  public boolean isWide() {
    return whole.stream().anyMatch(picture -> picture.width() > WIDE);
  }

  /** Where the file lies, from the site's root. */
  public static String file(String id) {
    return "drawings/" + id + ".svg";
  }

  /**
   * @param download address of the file, from the page
   */
  public static DrawingFigure of(Edition edition, List<Picture> pictures, String download) {
    Messages words = edition.words();
    return new DrawingFigure(
        download,
        pictures.stream().limit(1).map(picture -> inset(words, picture)).toList(),
        pictures.stream().skip(1).map(picture -> inset(words, picture)).toList());
  }

  private static Inset inset(Messages words, Picture picture) {
    Drawing drawing = picture.drawing();
    String first =
        drawing.boxes().stream()
            .map(Drawing.Box::layer)
            .filter(layer -> !layer.isEmpty())
            .findFirst()
            .orElse("");
    return new Inset(
        drawing.name(),
        drawing.path(),
        "#" + Addresses.row(first),
        alike(words, drawing),
        alt(words, drawing),
        picture.width(),
        picture.height(),
        picture.content(layer -> "#" + Addresses.row(layer)));
  }

  private static String alike(Messages words, Drawing drawing) {
    if (drawing.count() < 2) {
      return "";
    }
    String alike =
        drawing.alike() == drawing.count()
            ? words.text("drawing.alike.all", drawing.count())
            : words.text("drawing.alike", drawing.alike(), drawing.count());
    return drawing.sameShapes() || drawing.alike() < 2
        ? alike
        : alike + words.text("drawing.alike.shapes");
  }

  /** Boxes in the order of execution, and how many edges pass boxes by. */
  public static String alt(Messages words, Drawing drawing) {
    String named =
        drawing.boxes().stream()
            .filter(box -> !box.title().isEmpty())
            .limit(MOST_NAMES)
            .map(DrawingFigure::name)
            .collect(Collectors.joining(words.text("drawing.and")));
    long skips = drawing.edges().stream().filter(Drawing.Edge::skip).count();
    String start =
        drawing.name().isEmpty()
            ? words.text("drawing.alt.model", named)
            : words.text("drawing.alt.block", drawing.name(), named);
    return skips == 0 ? start : start + words.text(Message.of("drawing.alt.skips", skips));
  }

  private static String name(Drawing.Box box) {
    return box.repeat() > 1 ? box.title() + " ×" + box.repeat() : box.title();
  }
}
