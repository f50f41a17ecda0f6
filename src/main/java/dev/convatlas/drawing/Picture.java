package dev.convatlas.drawing;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.UnaryOperator;

/** A drawing with places, ready to be written. Never changes. */
public final class Picture {
  private final Placed placed;

  Picture(Placed placed) {
    this.placed = placed;
  }

  /** Lays it out: the same drawing always gets the same places. */
  public static Picture of(Drawing drawing) {
    return new Picture(ElkLayout.place(drawing));
  }

  public Drawing drawing() {
    return placed.drawing();
  }

  /** In CSS pixels, as {@link #height}. */
  public long width() {
    return (long) Math.ceil(placed.width());
  }

  public long height() {
    return (long) Math.ceil(placed.height());
  }

  /** The same places without words. */
  public Miniature miniature() {
    return Miniature.of(placed);
  }

  /**
   * What stands inside the SVG element of a page; the page's style sheet colours it.
   *
   * @param href address of a layer, by its path
   */
  public String content(UnaryOperator<String> href) {
    return SvgText.of(placed, layer -> layer.isEmpty() ? "" : href.apply(layer));
  }

  /**
   * One file with all pictures of a model, coloured by itself.
   *
   * @param title for those who do not see it
   */
  public static byte[] file(List<Picture> pictures, String title) {
    List<Placed> placed = pictures.stream().map(picture -> picture.placed).toList();
    return SvgFile.of(placed, title).getBytes(StandardCharsets.UTF_8);
  }
}
