package dev.convatlas.chart;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import javax.imageio.ImageIO;

/**
 * Pictures as files. The same picture gives the same bytes on every machine and in every thread,
 * whatever its fonts, language and time zone.
 */
public final class Painter {
  /** Pixels of a PNG for each CSS pixel, so that it is sharp on dense screens and on paper. */
  private static final int DENSITY = 2;

  private Painter() {}

  /** Height of the picture at its natural size, in CSS pixels. */
  public static int height(Picture picture) {
    return Layout.of(picture).height();
  }

  /**
   * An SVG file that follows the light or dark scheme of whoever looks.
   *
   * @param title what the picture shows, in the site's first language: the page's own alternative
   *     text goes before it, so only people who open the file by itself read it
   */
  public static byte[] svg(Picture picture, String title) {
    return svg(picture, Map.of(), title);
  }

  /**
   * The same with other pictures in it, which an address with the name of their view shows: {@code
   * macs.svg#c-fvcore}. What a page then gives as width and height is {@link #height} of the view's
   * picture.
   *
   * @param views by the names that addresses give them, which begin with a letter
   */
  public static byte[] svg(Picture picture, Map<String, Picture> views, String title) {
    Layout layout = Layout.of(picture);
    SvgWriter writer = new SvgWriter(Picture.WIDTH, layout.height());
    writer.picture(picture.looks(), layout.height(), () -> paint(layout, new SvgGraphics(writer)));
    views.forEach(
        (name, other) -> {
          Layout view = Layout.of(other);
          Picture looks = other.looks();
          writer.picture(looks, view.height(), () -> paint(view, new SvgGraphics(writer)));
          writer.view(name, looks, view.height());
        });
    return writer.file(title);
  }

  /** The same in the light scheme, twice as many pixels as CSS pixels along both axes. */
  public static byte[] png(Picture picture) {
    Layout layout = Layout.of(picture);
    BufferedImage image =
        new BufferedImage(
            DENSITY * Picture.WIDTH, DENSITY * layout.height(), BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = image.createGraphics();
    smooth(graphics);
    graphics.scale(DENSITY, DENSITY);
    paint(layout, graphics);
    graphics.dispose();
    return encoded(image);
  }

  static void smooth(Graphics2D graphics) {
    graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
  }

  static byte[] encoded(BufferedImage image) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      ImageIO.write(image, "png", bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /** Where the texts of a picture stand. */
  static Canvas paint(Layout layout, Graphics2D graphics) {
    Canvas canvas = new Canvas(graphics);
    canvas.background(Picture.WIDTH, layout.height());
    layout.paint(canvas);
    return canvas;
  }
}
