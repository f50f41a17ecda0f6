package dev.convatlas.analysis.findings;

import dev.convatlas.analysis.Analysis;
import java.util.List;

/** The one list of checks, in the order in which pages print their findings. */
public final class Checks {

  public static final List<Check> ALL =
      List.of(
          new MisalignedJoin(),
          new UnproductiveLayers(),
          new StrideBeyondKernel(),
          new DroppedRows(),
          new UnevenTransposed(),
          new BiasBeforeNorm(),
          new HeavyLayer());

  private Checks() {}

  /** What all the checks have seen. */
  public static List<Finding> findings(Analysis analysis) {
    return ALL.stream().flatMap(check -> check.find(analysis).stream()).toList();
  }
}
