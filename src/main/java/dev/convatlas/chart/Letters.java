package dev.convatlas.chart;

import java.awt.font.GlyphVector;
import java.util.stream.IntStream;

/** Texts in the one font and the one size that charts are measured and painted with. */
final class Letters {
  private static final int COMMON = 0x80;

  /** To set a text costs a hundred times what it costs to look its letters up. */
  private static final double[] ADVANCES =
      IntStream.range(0, COMMON).mapToDouble(Letters::measured).toArray();

  private Letters() {}

  /** In pixels. The font has no kerning here: a text is as wide as its letters together. */
  static double width(String text) {
    return text.codePoints().mapToDouble(Letters::advance).sum();
  }

  private static double advance(int letter) {
    return letter < COMMON ? ADVANCES[letter] : measured(letter);
  }

  private static double measured(int letter) {
    return glyphs(Character.toString(letter)).getLogicalBounds().getWidth();
  }

  static GlyphVector glyphs(String text) {
    return Fonts.sans(Canvas.TEXT_SIZE).createGlyphVector(SvgGraphics.FONT_CONTEXT, text);
  }
}
