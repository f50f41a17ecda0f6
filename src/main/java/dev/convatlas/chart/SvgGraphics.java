package dev.convatlas.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Composite;
import java.awt.Font;
import java.awt.Graphics;
import java.awt.Paint;
import java.awt.Rectangle;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.Stroke;
import java.awt.font.FontRenderContext;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Point2D;
import java.util.Map;

/**
 * Java's drawing calls turned into an {@link SvgWriter}'s elements: shapes, round dots, lines and
 * glyphs. Nothing is clipped: charts draw inside their frame.
 */
final class SvgGraphics extends ShapeGraphics {
  static final FontRenderContext FONT_CONTEXT = new FontRenderContext(null, true, true);

  private final SvgWriter writer;
  private AffineTransform transform;
  private Color color = Color.BLACK;
  private BasicStroke stroke = new BasicStroke(1);
  private Font font;
  private Shape clip;

  SvgGraphics(SvgWriter writer) {
    this(writer, new AffineTransform());
  }

  private SvgGraphics(SvgWriter writer, AffineTransform transform) {
    this.writer = writer;
    this.transform = transform;
  }

  @Override
  public void fill(Shape shape) {
    if (color.getAlpha() == 0) {
      return;
    }
    if (shape instanceof Ellipse2D dot) {
      writer.dot(transform, dot, color);
    } else {
      writer.fill(transform.createTransformedShape(shape), color);
    }
  }

  @Override
  public void draw(Shape shape) {
    if (color.getAlpha() > 0) {
      writer.stroke(transform.createTransformedShape(shape), color, stroke);
    }
  }

  @Override
  public void drawLine(int x1, int y1, int x2, int y2) {
    draw(new Line2D.Double(x1, y1, x2, y2));
  }

  @Override
  public void fillRect(int x, int y, int width, int height) {
    fill(new Rectangle(x, y, width, height));
  }

  /** Begins at a point of its base line. */
  void text(String text, double x, double y) {
    writer.text(text, transform.transform(new Point2D.Double(x, y), null), color);
  }

  @Override
  public Graphics create() {
    SvgGraphics copy = new SvgGraphics(writer, new AffineTransform(transform));
    copy.color = color;
    copy.stroke = stroke;
    copy.font = font;
    copy.clip = clip;
    return copy;
  }

  @Override
  public void dispose() {}

  @Override
  public Color getColor() {
    return color;
  }

  @Override
  public void setColor(Color newColor) {
    color = newColor;
  }

  @Override
  public Paint getPaint() {
    return color;
  }

  @Override
  public void setPaint(Paint paint) {
    color = (Color) paint;
  }

  @Override
  public Stroke getStroke() {
    return stroke;
  }

  @Override
  public void setStroke(Stroke newStroke) {
    stroke = (BasicStroke) newStroke;
  }

  @Override
  public Font getFont() {
    return font;
  }

  @Override
  public void setFont(Font newFont) {
    font = newFont;
  }

  @Override
  public FontRenderContext getFontRenderContext() {
    return FONT_CONTEXT;
  }

  @Override
  public AffineTransform getTransform() {
    return new AffineTransform(transform);
  }

  @Override
  public void setTransform(AffineTransform newTransform) {
    transform = new AffineTransform(newTransform);
  }

  @Override
  public void transform(AffineTransform more) {
    transform.concatenate(more);
  }

  @Override
  public void translate(double x, double y) {
    transform.translate(x, y);
  }

  @Override
  public void translate(int x, int y) {
    transform.translate(x, y);
  }

  @Override
  public void rotate(double angle) {
    transform.rotate(angle);
  }

  @Override
  public void rotate(double angle, double x, double y) {
    transform.rotate(angle, x, y);
  }

  @Override
  public void scale(double x, double y) {
    transform.scale(x, y);
  }

  @Override
  public void shear(double x, double y) {
    transform.shear(x, y);
  }

  @Override
  public Shape getClip() {
    return clip;
  }

  @Override
  public void setClip(Shape newClip) {
    clip = newClip;
  }

  @Override
  public void setClip(int x, int y, int width, int height) {
    clip = new Rectangle(x, y, width, height);
  }

  @Override
  public void clip(Shape shape) {
    clip = shape;
  }

  @Override
  public void clipRect(int x, int y, int width, int height) {
    clip = new Rectangle(x, y, width, height);
  }

  @Override
  public Rectangle getClipBounds() {
    return clip == null ? null : clip.getBounds();
  }

  @Override
  public Object getRenderingHint(RenderingHints.Key key) {
    return null;
  }

  @Override
  public void setRenderingHint(RenderingHints.Key key, Object value) {}

  @Override
  public void setRenderingHints(Map<?, ?> hints) {}

  @Override
  public void addRenderingHints(Map<?, ?> hints) {}

  @Override
  public RenderingHints getRenderingHints() {
    return new RenderingHints(Map.of());
  }

  @Override
  public Composite getComposite() {
    return java.awt.AlphaComposite.SrcOver;
  }

  @Override
  public void setComposite(Composite composite) {
    if (!composite.equals(java.awt.AlphaComposite.SrcOver)) {
      throw refused();
    }
  }

  @Override
  public Color getBackground() {
    return Color.WHITE;
  }

  @Override
  public void setBackground(Color background) {}

  @Override
  public void fillOval(int x, int y, int width, int height) {
    fill(new Ellipse2D.Double(x, y, width, height));
  }
}
