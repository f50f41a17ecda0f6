package dev.convatlas.chart;

import dev.convatlas.analysis.Analysis;
import dev.convatlas.analysis.Row;
import dev.convatlas.analysis.resolution.ResolutionLaws;
import dev.convatlas.catalog.Study;
import dev.convatlas.convention.Convention;
import dev.convatlas.convention.Conventions;
import dev.convatlas.definition.CatalogSettings.Device;
import java.util.List;

/**
 * What the charts of a model are drawn from.
 *
 * @param laws its figures at several sizes of its inputs
 * @param devices that the catalog declares
 * @param usual what the catalog's convention counts
 * @param tallies what each convention counts, in the order of their list
 */
record Subject(
    Analysis analysis,
    ResolutionLaws laws,
    List<Device> devices,
    Tally usual,
    List<Tally> tallies) {

  Subject {
    devices = List.copyOf(devices);
    tallies = List.copyOf(tallies);
  }

  static Subject of(Study study) {
    return of(study.model().analysis(), study.laws(), study.devices(), study.usual());
  }

  static Subject of(
      Analysis analysis, ResolutionLaws laws, List<Device> devices, Convention usual) {
    return new Subject(
        analysis,
        laws,
        devices,
        Tally.of(analysis, usual),
        Conventions.ALL.stream().map(convention -> Tally.of(analysis, convention)).toList());
  }

  List<Row> rows() {
    return analysis.rows();
  }

  /** Whether some convention counts operations of the row. */
  boolean isCounted(int row) {
    return tallies.stream().anyMatch(tally -> tally.count(row) > 0);
  }
}
