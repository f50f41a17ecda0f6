package dev.convatlas.report;

import dev.convatlas.analysis.Analysis;
import dev.convatlas.analysis.Count;
import dev.convatlas.analysis.memory.NumberType;
import dev.convatlas.analysis.memory.Roofline;
import dev.convatlas.analysis.memory.Traffic;
import dev.convatlas.catalog.Study;
import dev.convatlas.text.Numbers;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a model moves and does, and the least time that the catalog's devices need for it. */
final class RooflineAspect {
  private final Edition edition;
  private final Analysis analysis;
  private final Traffic traffic;

  private RooflineAspect(Edition edition, Study study) {
    this.edition = edition;
    this.analysis = study.model().analysis();
    this.traffic = Traffic.of(analysis);
  }

  static Optional<Aspect> of(Edition edition, Study study, String page) {
    RooflineAspect aspect = new RooflineAspect(edition, study);
    if (aspect.traffic.elements().value() == 0) {
      return Optional.empty();
    }
    List<Aspect.Captioned> tables = new ArrayList<>();
    tables.add(new Aspect.Captioned(edition.word("study.traffic.table"), aspect.moved()));
    if (!edition.settings().devices().isEmpty()) {
      tables.add(new Aspect.Captioned(edition.word("study.roofline.table"), aspect.devices()));
    }
    List<String> notes = new ArrayList<>();
    Traffic.assumptions().forEach(message -> notes.add(edition.words().text(message)));
    if (!edition.settings().devices().isEmpty()) {
      notes.add(edition.word("study.roofline.note"));
    }
    return Optional.of(
        new Aspect(
            "roofline",
            edition.word("study.roofline"),
            List.of(edition.word("study.roofline.lead")),
            tables,
            notes));
  }

  private Table moved() {
    Count operations = traffic.operations();
    List<Column<NumberType>> columns =
        List.of(
            Column.text("type", edition.word("study.type"), type -> Cell.of(type.text())),
            bytes("study.traffic.read", Count.of(traffic.read())),
            bytes("study.traffic.weights", traffic.weights()),
            bytes("study.traffic.written", Count.of(traffic.written())),
            bytes("study.traffic.moved", traffic.elements()),
            Column.number(
                "operations", edition.word("study.operations"), type -> Counts.brief(operations)),
            Column.number(
                "intensity",
                edition.word("study.intensity"),
                type ->
                    Cell.of(
                        Numbers.ratio(
                            operations.value(), type.bytes(traffic.elements()).value(), 1))));
    return Table.of(columns, List.of(NumberType.values()), type -> "");
  }

  private Column<NumberType> bytes(String key, Count elements) {
    return Column.number(
        key,
        edition.word(key),
        type -> {
          Count bytes = type.bytes(elements);
          return Cell.of(
              Numbers.atLeast(bytes.value(), bytes.isExact(), Numbers::bytes), bytes.value());
        });
  }

  /** The least time in fp32, which is what the devices are declared for. */
  private Table devices() {
    List<Roofline> roofs =
        edition.settings().devices().stream()
            .map(device -> Roofline.of(analysis, device, NumberType.FP32))
            .toList();
    List<Column<Roofline>> columns =
        List.of(
            Column.text(
                "device",
                edition.word("study.device"),
                roof -> Cell.of(edition.text(roof.device().title()))),
            Column.number(
                "operations-per-second",
                edition.word("study.device.operations"),
                roof -> Cell.of(Numbers.brief(roof.device().operationsPerSecond()))),
            Column.number(
                "bytes-per-second",
                edition.word("study.device.bytes"),
                roof -> Cell.of(Numbers.brief(roof.device().bytesPerSecond()))),
            Column.number(
                "ridge",
                edition.word("study.ridge"),
                roof -> Cell.of(Numbers.decimal(roof.ridge(), 1))),
            Column.number(
                "bound", edition.word("study.bound"), roof -> Cell.of(boundByMemory(roof))),
            Column.number("time", edition.word("study.time"), roof -> Cell.of(time(roof))));
    return Table.of(columns, roofs, roof -> "");
  }

  private String boundByMemory(Roofline roof) {
    long bound = roof.points().stream().filter(Roofline.Point::boundByMemory).count();
    return edition.word("study.bound.of", bound, roof.points().size());
  }

  private static String time(Roofline roof) {
    String seconds = Numbers.seconds(roof.seconds());
    return roof.missing().isPresent() ? Numbers.AT_LEAST + seconds : seconds;
  }
}
