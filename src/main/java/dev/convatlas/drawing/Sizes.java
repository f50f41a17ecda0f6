package dev.convatlas.drawing;

import dev.convatlas.drawing.Drawing.Box;
import dev.convatlas.drawing.Drawing.Shape;

/** How much room text takes: no font is asked, so that every machine places alike. */
final class Sizes {
  static final double TITLE = 7.3;
  static final double LINE = 6.35;
  static final double LABEL = 6;
  static final double FRAME = 6.65;
  static final double TITLE_HEIGHT = 18;
  static final double LINE_HEIGHT = 14;
  static final double LABEL_HEIGHT = 13;
  private static final double PADDING = 12;

  private Sizes() {}

  static double width(Box box) {
    if (box.shape() == Shape.TERMINAL) {
      return box.title().isEmpty() ? 8 : 20 + text(box.title(), LINE);
    }
    if (isRound(box)) {
      return 20;
    }
    double badge = box.repeat() > 1 ? 8 + text("×" + box.repeat(), TITLE) : 0;
    double widest = text(box.title(), TITLE) + badge;
    for (String line : box.lines()) {
      widest = Math.max(widest, text(line, LINE));
    }
    return Math.max(44, Math.ceil(widest + 2 * PADDING));
  }

  static double height(Box box) {
    if (box.shape() == Shape.TERMINAL) {
      return box.title().isEmpty() ? 8 : 20;
    }
    return isRound(box) ? 20 : TITLE_HEIGHT + 6 + LINE_HEIGHT * box.lines().size();
  }

  /** A sum or product by itself is a circle with its sign. */
  static boolean isRound(Box box) {
    return box.shape() == Shape.JOIN && box.lines().isEmpty() && !sign(box).isEmpty();
  }

  static String sign(Box box) {
    return switch (box.title()) {
      case "add" -> "+";
      case "mul" -> "×";
      case "sub" -> "−";
      default -> "";
    };
  }

  /** Chinese characters are as wide as they are high. */
  static double text(String text, double each) {
    return text.codePoints().mapToDouble(c -> c >= 0x2e80 ? each / 0.6 : each).sum();
  }
}
