package dev.convatlas.report;

import dev.convatlas.catalog.Study;
import java.util.List;
import java.util.Optional;

/** The one list of aspects, in the order of the page. */
final class Aspects {

  /**
   * What one aspect has to say of a model: nothing where it does not apply.
   *
   * <p>Its {@code page} is the address of the page with the layers; empty on that page itself.
   */
  private interface Kind {
    Optional<Aspect> of(Edition edition, Study study, String page);
  }

  private static final List<Kind> ALL =
      List.of(
          ConventionAspect::of,
          FieldAspect::of,
          MemoryAspect::of,
          RooflineAspect::of,
          ResolutionAspect::of);

  private Aspects() {}

  /**
   * @param charts of the model: each aspect takes the one that belongs to it
   */
  static List<Aspect> of(Edition edition, Study study, List<ChartFigure> charts) {
    return ALL.stream()
        .flatMap(kind -> kind.of(edition, study, "").stream())
        .map(aspect -> aspect.drawn(of(aspect, charts)))
        .toList();
  }

  private static List<ChartFigure> of(Aspect aspect, List<ChartFigure> charts) {
    return charts.stream().filter(chart -> chart.id().equals(aspect.chart())).toList();
  }

  /** Those of the charts that no aspect takes. */
  static List<ChartFigure> others(List<Aspect> aspects, List<ChartFigure> charts) {
    return charts.stream()
        .filter(chart -> aspects.stream().noneMatch(a -> a.chart().equals(chart.id())))
        .toList();
  }
}
