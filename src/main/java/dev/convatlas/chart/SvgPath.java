package dev.convatlas.chart;

import java.awt.geom.PathIterator;

/**
 * The data of an SVG path, as short as it goes: relative commands, rounded coordinates, no
 * separator where none is needed. A piece that starts where the one before ended continues it.
 */
final class SvgPath {
  private final int decimals;
  private final long scale;
  private final StringBuilder data = new StringBuilder();
  // Places are whole numbers of the last decimal, so that rounding errors do not add up.
  private long x;
  private long y;
  private long startX;
  private long startY;
  private char last;

  /**
   * @param decimals of coordinates
   */
  SvgPath(int decimals) {
    this.decimals = decimals;
    this.scale = power(decimals);
  }

  boolean isEmpty() {
    return data.isEmpty();
  }

  void clear() {
    data.setLength(0);
    last = 0;
  }

  void dot(double atX, double atY) {
    move(units(atX), units(atY));
    command('h', 0);
  }

  void append(PathIterator path) {
    double[] c = new double[6];
    for (; !path.isDone(); path.next()) {
      switch (path.currentSegment(c)) {
        case PathIterator.SEG_MOVETO -> move(units(c[0]), units(c[1]));
        case PathIterator.SEG_LINETO -> line(units(c[0]), units(c[1]));
        case PathIterator.SEG_QUADTO -> curve('q', c, 4);
        case PathIterator.SEG_CUBICTO -> curve('c', c, 6);
        default -> close();
      }
    }
  }

  private void move(long toX, long toY) {
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

  private void line(long toX, long toY) {
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
    long[] relative = new long[count];
    for (int i = 0; i < count; i++) {
      relative[i] = units(c[i]) - (i % 2 == 0 ? x : y);
    }
    command(name, relative);
    x += relative[count - 2];
    y += relative[count - 1];
  }

  private void close() {
    command('z');
    x = startX;
    y = startY;
  }

  private void command(char name, long... numbers) {
    boolean repeated = name == last && name != 'm' && name != 'z';
    if (!repeated) {
      data.append(name);
    }
    boolean separated = !repeated;
    for (long number : numbers) {
      if (!separated && number >= 0) {
        data.append(' ');
      }
      append(data, number, decimals);
      separated = false;
    }
    last = name;
  }

  private long units(double value) {
    return round(value, scale);
  }

  private static long round(double value, long scale) {
    if (!Double.isFinite(value)) {
      throw new IllegalArgumentException("no place in a picture: " + value);
    }
    return Math.round(value * scale);
  }

  private static long power(int decimals) {
    long power = 1;
    for (int i = 0; i < decimals; i++) {
      power *= 10;
    }
    return power;
  }

  /** At most two decimals, without zeros at either end: {@code .5}, {@code 12.25}. */
  static String number(double value) {
    return number(value, 2);
  }

  static String number(double value, int decimals) {
    StringBuilder text = new StringBuilder();
    append(text, round(value, power(decimals)), decimals);
    return text.toString();
  }

  private static void append(StringBuilder text, long units, int decimals) {
    if (units == 0) {
      text.append('0');
      return;
    }
    if (units < 0) {
      text.append('-');
    }
    long scale = power(decimals);
    long whole = Math.abs(units) / scale;
    long part = Math.abs(units) % scale;
    if (whole > 0) {
      text.append(whole);
    }
    if (part > 0) {
      int digits = decimals;
      while (part % 10 == 0) {
        part /= 10;
        digits--;
      }
      String written = Long.toString(part);
      text.append('.').append("0".repeat(digits - written.length())).append(written);
    }
  }

  @Override
  public String toString() {
    return data.toString();
  }
}
