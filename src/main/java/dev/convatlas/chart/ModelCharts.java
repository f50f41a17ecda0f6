package dev.convatlas.chart;

import dev.convatlas.catalog.Study;
import dev.convatlas.convention.Convention;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

/** The charts of one model. */
public final class ModelCharts {

  /**
   * A kind of chart.
   *
   * @param id the chart's, the same for every model
   * @param byConvention whether it shows operations, which each convention counts in its own way
   * @param draw nothing where the model has no such data: no parameters, no spatial axis
   */
  record Kind(String id, boolean byConvention, BiFunction<Subject, Tally, Optional<Chart>> draw) {

    /** A chart that is the same by every convention. */
    static Kind plain(String id, Function<Subject, Optional<Chart>> draw) {
      return new Kind(id, false, (subject, tally) -> draw.apply(subject));
    }

    static Kind counted(String id, BiFunction<Subject, Tally, Optional<Chart>> draw) {
      return new Kind(id, true, draw);
    }

    private Optional<ModelChart> of(Subject subject, Convention usual) {
      Map<String, Chart> charts = new LinkedHashMap<>();
      for (Tally tally : subject.tallies()) {
        if (byConvention || tally.convention().name().equals(usual.name())) {
          draw.apply(subject, tally).ifPresent(c -> charts.put(tally.convention().name(), c));
        }
      }
      return Optional.ofNullable(charts.get(usual.name()))
          .map(chart -> new ModelChart(chart, byConvention ? charts : Map.of()));
    }
  }

  /** The one list of them, in the order of the page. */
  static final List<Kind> ALL =
      List.of(
          Kind.counted("stages", StageChart::of),
          Kind.plain("params", LayerChart::params),
          Kind.counted("macs", LayerChart::operations),
          Kind.plain("receptive-field", subject -> FieldChart.of(subject.analysis())),
          Kind.counted("cumulative", CumulativeChart::of),
          Kind.plain("memory", subject -> MemoryChart.of(subject.analysis())),
          Kind.plain("roofline", RooflineChart::of),
          Kind.counted("resolution", ResolutionChart::of));

  private ModelCharts() {}

  /** Those that the model has data for. */
  public static List<ModelChart> of(Study study) {
    return of(Subject.of(study), study.usual());
  }

  static List<ModelChart> of(Subject subject, Convention usual) {
    List<ModelChart> charts = new ArrayList<>();
    ALL.forEach(kind -> kind.of(subject, usual).ifPresent(charts::add));
    return charts;
  }

  /**
   * Where the picture of a chart lies, from the site's root: {@code charts/resnet18/params.svg}.
   */
  public static String path(String model, String chart, String ending) {
    return "charts/" + model + "/" + chart + "." + ending;
  }
}
