package dev.convatlas.chart;

import java.awt.Font;
import java.awt.font.FontRenderContext;
import java.awt.font.TextLayout;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.TimeZone;

/** Paints the made-up pictures in a process of its own, for {@link MachineTest}. */
final class PaintMain {
  private PaintMain() {}

  public static void main(String[] arguments) throws Exception {
    Locale.setDefault(Locale.forLanguageTag(arguments[1]));
    TimeZone.setDefault(TimeZone.getTimeZone(arguments[2]));
    if (arguments[0].equals("naked")) {
      FontRenderContext context = new FontRenderContext(null, true, true);
      System.out.println(
          new TextLayout("x", new Font(Font.SANS_SERIF, Font.PLAIN, 12), context).getAdvance());
    } else {
      System.out.println(digest());
    }
  }

  /** Of all pictures as SVG, and of some as PNG, which takes longer. */
  static String digest() throws Exception {
    MessageDigest digest = MessageDigest.getInstance("SHA-256");
    for (Map.Entry<String, Picture> picture : Pictures.all().entrySet()) {
      digest.update(Painter.svg(picture.getValue(), picture.getKey()));
      if (picture.getKey().endsWith(" of 5")) {
        digest.update(Painter.png(picture.getValue()));
      }
    }
    return HexFormat.of().formatHex(digest.digest());
  }
}
