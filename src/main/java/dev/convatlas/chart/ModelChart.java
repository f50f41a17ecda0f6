package dev.convatlas.chart;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A chart of a model.
 *
 * @param chart as pages show it, by the catalog's convention where it shows operations
 * @param byConvention the same by every convention, in the order of their list, with as many rows
 *     of data; empty where it shows no operations
 */
public record ModelChart(Chart chart, Map<String, Chart> byConvention) {

  public ModelChart {
    byConvention = Collections.unmodifiableMap(new LinkedHashMap<>(byConvention));
  }

  public String id() {
    return chart.id();
  }

  /** What its file shows to those who ask for the chart by that convention. */
  public static String view(String convention) {
    return "c-" + convention;
  }

  /** The pictures of its file beside the one that is shown first, by their views. */
  public Map<String, Picture> views() {
    Map<String, Picture> views = new LinkedHashMap<>();
    byConvention.forEach((convention, other) -> views.put(view(convention), other.picture()));
    return views;
  }
}
