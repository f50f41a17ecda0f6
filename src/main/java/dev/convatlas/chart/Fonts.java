package dev.convatlas.chart;

import java.awt.Font;
import java.awt.FontFormatException;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * The one font of all pictures, from the class path: the same glyphs on every machine.
 *
 * <p>On Linux, Java's font code fails on a machine without any installed font, even for a font that
 * comes with the program. So before it is first touched it is told of a font configuration that
 * maps its logical fonts to ours.
 */
final class Fonts {
  private static final String RESOURCE =
      "/net/sf/jasperreports/fonts/dejavu/DejaVuSansCondensed.ttf";
  private static final String PROPERTY = "sun.awt.fontconfig";
  private static final List<String> FAMILIES =
      List.of("serif", "sansserif", "monospaced", "dialog", "dialoginput");
  private static final List<String> STYLES = List.of("plain", "bold", "italic", "bolditalic");

  /** How Java's configuration of X11 fonts names a face; any name will do. */
  private static final String FACE = "-convatlas-sans-medium-r-normal--*-%d-*-*-p-*-iso10646-1";

  private static final Font SANS = load();

  private Fonts() {}

  /** DejaVu Sans Condensed in a size. */
  static Font sans(float size) {
    return SANS.deriveFont(size);
  }

  private static Font load() {
    try {
      File file = unpack();
      if (System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("linux")
          && System.getProperty(PROPERTY) == null) {
        System.setProperty(PROPERTY, configuration(file).toString());
      }
      return Font.createFont(Font.TRUETYPE_FONT, file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (FontFormatException e) {
      throw new IllegalStateException(RESOURCE, e);
    }
  }

  private static File unpack() throws IOException {
    Path file = Files.createTempFile("convatlas", ".ttf");
    file.toFile().deleteOnExit();
    try (InputStream in = Fonts.class.getResourceAsStream(RESOURCE)) {
      Files.write(file, in.readAllBytes());
    }
    return file.toFile();
  }

  private static Path configuration(File font) throws IOException {
    StringBuilder lines = new StringBuilder("version=1\nsequence.allfonts=latin\n");
    for (String family : FAMILIES) {
      for (String style : STYLES) {
        lines.append(family).append('.').append(style).append(".latin=").append(FACE).append('\n');
      }
    }
    lines.append("filename.").append(FACE).append('=').append(font).append('\n');
    Path file = Files.createTempFile("convatlas", ".properties");
    file.toFile().deleteOnExit();
    return Files.writeString(file, lines);
  }
}
