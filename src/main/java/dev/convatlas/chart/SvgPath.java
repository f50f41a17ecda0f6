package dev.convatlas.chart;

import java.awt.geom.PathIterator;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * The data of an SVG path, as short as it goes: relative commands, rounded coordinates, no
 * separator where none is needed. A piece that starts where the one before ended continues it.
 */
final class SvgPath {
  private final int decimals;
  private final StringBuilder data = new StringBuilder();
  private double x;
  private double y;
  private double startX;
  private double startY;
  private char last;

  /**
   * @param decimals of coordinates
   */
  SvgPath(int decimals) {
    this.decimals = decimals;
  }

  boolean isEmpty() {
    return data.isEmpty();
  }

  void clear() {
    data.setLength(0);
    last = 0;
  }

  void dot(double atX, double atY) {
    move(round(atX), round(atY));
    command('h', 0);
  }

  void append(PathIterator path) {
    double[] c = new double[6];
    for (; !path.isDone(); path.next()) {
      int type = path.currentSegment(c);
      for (int i = 0; i < c.length; i++) {
        c[i] = round(c[i]);
      }
      switch (type) {
        case PathIterator.SEG_MOVETO -> move(c[0], c[1]);
        case PathIterator.SEG_LINETO -> line(c[0], c[1]);
        case PathIterator.SEG_QUADTO -> curve('q', c, 4);
        case PathIterator.SEG_CUBICTO -> curve('c', c, 6);
        default -> close();
      }
    }
  }

  private void move(double toX, double toY) {
    if (!isEmpty() && last != 'z' && toX == x && toY == y) {
      return;
    }
    if (isEmpty()) {
      command('M', toX, toY);
    } else {
      command('m', toX - x, toY - y);
    }
    x = toX;
    y = toY;
    startX = toX;
    startY = toY;
  }

  private void line(double toX, double toY) {
    if (toX == x && toY == y) {
      return;
    }
    if (toY == y) {
      command('h', toX - x);
    } else if (toX == x) {
      command('v', toY - y);
    } else {
      command('l', toX - x, toY - y);
    }
    x = toX;
    y = toY;
  }

  private void curve(char name, double[] c, int count) {
    double[] relative = new double[count];
    for (int i = 0; i < count; i++) {
      relative[i] = c[i] - (i % 2 == 0 ? x : y);
    }
    command(name, relative);
    x = c[count - 2];
    y = c[count - 1];
  }

  private void close() {
    command('z');
    x = startX;
    y = startY;
  }

  private void command(char name, double... numbers) {
    boolean repeated = name == last && name != 'm' && name != 'z';
    if (!repeated) {
      data.append(name);
    }
    boolean first = !repeated;
    for (double number : numbers) {
      String text = number(number, decimals);
      if (!first && text.charAt(0) != '-') {
        data.append(' ');
      }
      data.append(text);
      first = false;
    }
    last = name;
  }

  private double round(double value) {
    return BigDecimal.valueOf(value).setScale(decimals, RoundingMode.HALF_UP).doubleValue();
  }

  /** At most two decimals, without zeros at either end: {@code .5}, {@code 12.25}. */
  static String number(double value) {
    return number(value, 2);
  }

  static String number(double value, int decimals) {
    BigDecimal rounded = BigDecimal.valueOf(value).setScale(decimals, RoundingMode.HALF_UP);
    if (rounded.signum() == 0) {
      return "0";
    }
    String text = rounded.stripTrailingZeros().toPlainString();
    return text.startsWith("0.")
        ? text.substring(1)
        : text.startsWith("-0.") ? "-" + text.substring(2) : text;
  }

  @Override
  public String toString() {
    return data.toString();
  }
}
