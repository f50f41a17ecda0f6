package dev.convatlas.site;

/** Which pictures a site has. */
public enum Charts {
  /** Neither charts nor drawings. */
  NONE,
  SVG,
  /** Each chart as a PNG file too. */
  SVG_AND_PNG
}
