package dev.convatlas.chart;

import dev.convatlas.analysis.Analysis;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The charts of one model. */
public final class ModelCharts {

  /**
   * A kind of chart.
   *
   * @param id the chart's, the same for every model
   * @param draw nothing where the model has no such data: no parameters, no spatial axis
   */
  public record Kind(String id, Function<Analysis, Optional<Chart>> draw) {}

  /** The one list of them, in the order of the page. */
  public static final List<Kind> ALL =
      List.of(
          new Kind("stages", StageChart::of),
          new Kind("params", analysis -> LayerChart.of(LayerChart.Quantity.PARAMS, analysis)),
          new Kind("macs", analysis -> LayerChart.of(LayerChart.Quantity.MACS, analysis)),
          new Kind("receptive-field", FieldChart::of),
          new Kind("cumulative", CumulativeChart::of),
          new Kind("memory", MemoryChart::of));

  private ModelCharts() {}

  /** Those that the model has data for. */
  public static List<Chart> of(Analysis analysis) {
    return ALL.stream().flatMap(kind -> kind.draw().apply(analysis).stream()).toList();
  }

  /**
   * Where the picture of a chart lies, from the site's root: {@code charts/resnet18/params.svg}.
   */
  public static String path(String model, Chart chart, String ending) {
    return "charts/" + model + "/" + chart.id() + "." + ending;
  }
}
