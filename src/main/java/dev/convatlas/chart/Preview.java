package dev.convatlas.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.IndexColorModel;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The picture that other sites show beside a link to a model: its title, its headline figures, and
 * shapes that stand for its architecture.
 *
 * @param title and the other texts have letters of the Latin alphabet only, see {@link #canWrite}
 * @param below the title
 * @param site at the bottom
 * @param width that the shapes take in their own unit, as {@code height}
 * @param lines below the shapes
 */
public record Preview(
    String title,
    String below,
    List<Figure> figures,
    String site,
    double width,
    double height,
    List<Spot> spots,
    List<Line> lines) {

  /** In pixels, what sites ask for; as {@code HEIGHT}. */
  public static final int WIDTH = 1200;

  public static final int HEIGHT = 630;

  /** The bits of a colour that make a difference. */
  private static final int ALIKE = 0xf0f0f0;

  private static final double LEFT = 72;
  private static final double TEXT_WIDTH = 640;
  private static final Rectangle2D PANEL = new Rectangle2D.Double(800, 48, 340, 534);

  /** By which small architectures grow at most. */
  private static final double LARGEST = 1.6;

  private static final Palette COLORS = Palette.LIGHT;
  private static final Color INK = new Color(0x1f242c);
  private static final Color MARK = new Color(0xa04a00);

  /** A headline figure. */
  public record Figure(String label, String value) {}

  /**
   * A shape.
   *
   * @param series index of its colour; negative for one that stands back
   */
  public record Spot(double x, double y, double width, double height, int series) {}

  /** The corners of a line, across and down. */
  public record Line(List<Double> across, List<Double> down) {
    public Line {
      across = List.copyOf(across);
      down = List.copyOf(down);
    }
  }

  public Preview {
    figures = List.copyOf(figures);
    spots = List.copyOf(spots);
    lines = List.copyOf(lines);
  }

  /** Whether the font has every letter: it has none of Chinese. */
  public static boolean canWrite(String text) {
    return Fonts.sans(12).canDisplayUpTo(text) < 0;
  }

  /** Glyphs are filled as outlines, so that the picture is the same on every machine. */
  public byte[] png() {
    BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = image.createGraphics();
    Painter.smooth(graphics);
    graphics.setColor(COLORS.background());
    graphics.fill(new Rectangle2D.Double(0, 0, WIDTH, HEIGHT));
    words(graphics);
    shapes(graphics);
    graphics.dispose();
    return Painter.encoded(indexed(image));
  }

  /**
   * With one byte for each pixel: shades that nobody tells apart become one, the first of them, so
   * that surfaces keep their colour. As it is where that leaves too many.
   */
  private static BufferedImage indexed(BufferedImage image) {
    Map<Integer, Integer> indices = new LinkedHashMap<>();
    List<Integer> colors = new ArrayList<>();
    byte[] pixels = new byte[WIDTH * HEIGHT];
    for (int i = 0; i < pixels.length; i++) {
      int color = image.getRGB(i % WIDTH, i / WIDTH);
      Integer index = indices.get(color & ALIKE);
      if (index == null) {
        index = colors.size();
        indices.put(color & ALIKE, index);
        colors.add(color);
      }
      pixels[i] = index.byteValue();
    }
    if (colors.size() > 256) {
      return image;
    }
    int[] map = colors.stream().mapToInt(Integer::intValue).toArray();
    IndexColorModel model =
        new IndexColorModel(8, map.length, map, 0, false, -1, DataBuffer.TYPE_BYTE);
    BufferedImage small = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_BYTE_INDEXED, model);
    small.getRaster().setDataElements(0, 0, WIDTH, HEIGHT, pixels);
    return small;
  }

  private void words(Graphics2D graphics) {
    text(graphics, title, 76, LEFT, 150, INK);
    text(graphics, below, 30, LEFT, 200, COLORS.text());
    double y = 300;
    for (Figure figure : figures) {
      double after = text(graphics, figure.value(), 48, LEFT, y, INK);
      text(graphics, figure.label(), 28, after + 18, y, COLORS.text());
      y += 74;
    }
    for (int i = 0; i < 3; i++) {
      graphics.setColor(i == 2 ? MARK : COLORS.series(0));
      graphics.setStroke(new BasicStroke(3));
      double inset = 7.0 * i;
      graphics.draw(
          new Rectangle2D.Double(LEFT + inset, 536 + inset, 36 - 2 * inset, 36 - 2 * inset));
    }
    text(graphics, site, 28, LEFT + 54, 564, COLORS.text());
  }

  /** Returns where the text ends; one that is too wide gets smaller. */
  private static double text(
      Graphics2D graphics, String text, float size, double x, double base, Color color) {
    double room = LEFT + TEXT_WIDTH - x;
    double width = outline(text, size).getBounds2D().getMaxX();
    float fitting = width <= room ? size : (float) (size * room / width);
    Shape outline = outline(text, fitting);
    graphics.setColor(color);
    graphics.fill(AffineTransform.getTranslateInstance(x, base).createTransformedShape(outline));
    return x + outline.getBounds2D().getMaxX();
  }

  private static Shape outline(String text, float size) {
    Font font = Fonts.sans(size);
    return font.createGlyphVector(SvgGraphics.FONT_CONTEXT, text).getOutline();
  }

  private void shapes(Graphics2D graphics) {
    if (spots.isEmpty()) {
      return;
    }
    double scale = Math.min(PANEL.getWidth() / width, PANEL.getHeight() / height);
    AffineTransform place =
        AffineTransform.getTranslateInstance(PANEL.getCenterX(), PANEL.getCenterY());
    place.scale(Math.min(scale, LARGEST), Math.min(scale, LARGEST));
    place.translate(-width / 2, -height / 2);
    graphics.setColor(COLORS.line());
    graphics.setStroke(new BasicStroke(1.5f));
    lines.forEach(line -> graphics.draw(place.createTransformedShape(path(line))));
    for (Spot spot : spots) {
      graphics.setColor(spot.series() < 0 ? COLORS.line() : COLORS.series(spot.series()));
      Shape box = new Rectangle2D.Double(spot.x(), spot.y(), spot.width(), spot.height());
      Rectangle2D at = place.createTransformedShape(box).getBounds2D();
      double round = Math.min(8, at.getHeight());
      graphics.fill(
          new RoundRectangle2D.Double(
              at.getX(), at.getY(), at.getWidth(), at.getHeight(), round, round));
    }
  }

  private static Path2D path(Line line) {
    Path2D path = new Path2D.Double();
    path.moveTo(line.across().get(0), line.down().get(0));
    for (int i = 1; i < line.across().size(); i++) {
      path.lineTo(line.across().get(i), line.down().get(i));
    }
    return path;
  }
}
