package dev.convatlas.chart;

import dev.convatlas.analysis.Analysis;
import dev.convatlas.analysis.Count;
import dev.convatlas.analysis.Row;
import dev.convatlas.analysis.resolution.ResolutionLaws;
import dev.convatlas.catalog.Study;
import dev.convatlas.convention.Convention;
import dev.convatlas.convention.Conventions;
import dev.convatlas.definition.CatalogSettings.Device;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * What the charts of a model are drawn from.
 *
 * @param laws its figures at several sizes of its inputs
 * @param devices that the catalog declares
 * @param usual what the catalog's convention counts
 * @param tallies what each convention counts, in the order of their list
 * @param categories its layers
 * @param counted the rows that some convention counts operations of
 */
record Subject(
    Analysis analysis,
    ResolutionLaws laws,
    List<Device> devices,
    Tally usual,
    List<Tally> tallies,
    List<Picture.Category> categories,
    BitSet counted) {

  Subject {
    devices = List.copyOf(devices);
    tallies = List.copyOf(tallies);
    categories = List.copyOf(categories);
  }

  static Subject of(Study study) {
    return of(
        study.model().analysis(), study.laws(), study.devices(), study.usual(), study.operations());
  }

  static Subject of(
      Analysis analysis,
      ResolutionLaws laws,
      List<Device> devices,
      Convention usual,
      List<List<Count>> operations) {
    List<Tally> tallies = new ArrayList<>();
    BitSet counted = new BitSet();
    for (int i = 0; i < operations.size(); i++) {
      Tally tally = Tally.of(Conventions.ALL.get(i), operations.get(i));
      tallies.add(tally);
      for (int row = 0; row < analysis.rows().size(); row++) {
        if (tally.count(row) > 0) {
          counted.set(row);
        }
      }
    }
    return new Subject(
        analysis,
        laws,
        devices,
        tallies.stream()
            .filter(t -> t.convention().name().equals(usual.name()))
            .findFirst()
            .orElseThrow(),
        tallies,
        Layers.categories(analysis.rows()),
        counted);
  }

  List<Row> rows() {
    return analysis.rows();
  }

  /** Whether some convention counts operations of the row. */
  boolean isCounted(int row) {
    return counted.get(row);
  }
}
