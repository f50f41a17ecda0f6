package dev.convatlas.chart;

import dev.convatlas.source.Message;

/**
 * An axis.
 *
 * @param name what it measures, with its unit
 */
public record Axis(Message name, Scale scale) {

  /** How values become places. */
  public enum Scale {
    /** Categories, one beside the other. */
    ORDER,
    /** From zero. */
    LINEAR,
    /** Only values above zero. */
    LOGARITHMIC,
    /** Each value as a share of its series' whole, from 0 to 100 %. */
    SHARE
  }
}
