package dev.convatlas.chart;

import java.awt.Color;
import java.util.List;

/**
 * The colours of a scheme. Series colours keep 3:1 against the background and are told apart with
 * the common colour-vision deficiencies in the order in which charts use them.
 *
 * @param background the surface of the pages, so that a picture has no edge
 * @param text numerals and names
 * @param line the base line and marks
 * @param grid hardly visible on purpose: it carries no meaning of its own
 */
public record Palette(Color background, Color text, Color line, Color grid, List<Color> series) {

  public static final Palette LIGHT =
      new Palette(
          new Color(0xfcfbf8),
          new Color(0x4a515c),
          new Color(0x7d8591),
          new Color(0xe8e5dd),
          List.of(
              new Color(0x2b6cb8),
              new Color(0xd0660c),
              new Color(0x125131),
              new Color(0x5e215c),
              new Color(0x7a828e),
              new Color(0xa93751),
              new Color(0x775e1b),
              new Color(0x2295b9)));

  public static final Palette DARK =
      new Palette(
          new Color(0x15181d),
          new Color(0xb4bbc6),
          new Color(0x868e9b),
          new Color(0x2b3038),
          List.of(
              new Color(0x6ba6ea),
              new Color(0xf0994a),
              new Color(0xb1e7ce),
              new Color(0x9259a6),
              new Color(0x9aa2ae),
              new Color(0xbd6676),
              new Color(0xcbbf2b),
              new Color(0x68bfdc)));

  public Palette {
    series = List.copyOf(series);
  }

  /** The colour of a series; more than there are begin again. */
  public Color series(int index) {
    return series.get(index % series.size());
  }
}
