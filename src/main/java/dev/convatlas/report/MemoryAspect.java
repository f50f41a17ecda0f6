package dev.convatlas.report;

import dev.convatlas.analysis.Analysis;
import dev.convatlas.analysis.Count;
import dev.convatlas.analysis.memory.Liveness.Piece;
import dev.convatlas.analysis.memory.Memory;
import dev.convatlas.analysis.memory.NumberType;
import dev.convatlas.analysis.memory.Training;
import dev.convatlas.analysis.memory.Training.Optimizer;
import dev.convatlas.catalog.Study;
import dev.convatlas.graph.Tensor;
import dev.convatlas.source.Message;
import dev.convatlas.text.Numbers;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Weights and activations in bytes, the peak and what makes it, training beside inference. */
final class MemoryAspect {
  private final Edition edition;
  private final String page;
  private final Analysis analysis;
  private final Memory memory;
  private final Memory inPlace;
  private final Training training;

  private MemoryAspect(Edition edition, Study study, String page) {
    this.edition = edition;
    this.page = page;
    this.analysis = study.model().analysis();
    this.memory = study.memory();
    this.inPlace = study.inPlace();
    this.training = study.training();
  }

  /** A figure of the first table. */
  private record Part(String label, Count elements) {}

  static Optional<Aspect> of(Edition edition, Study study, String page) {
    MemoryAspect aspect = new MemoryAspect(edition, study, page);
    return Optional.of(
        new Aspect(
            "memory",
            edition.word("study.memory"),
            aspect.lead(),
            aspect.tables(),
            Stream.of(aspect.memory.assumptions(), aspect.training.assumptions())
                .flatMap(List::stream)
                .distinct()
                .map(edition.words()::text)
                .toList()));
  }

  private List<String> lead() {
    if (memory.peak().node() < 0) {
      return List.of();
    }
    return List.of(
        edition.word(
            "study.memory.lead",
            Numbers.bytes(NumberType.FP32.bytes(memory.peak().live())),
            path(memory.peak().node()),
            memory.peak().pieces().size()));
  }

  private String path(int node) {
    return analysis.rows().get(node).node().path();
  }

  private List<Aspect.Captioned> tables() {
    List<Aspect.Captioned> tables = new ArrayList<>();
    tables.add(new Aspect.Captioned(edition.word("study.memory.inference"), inference()));
    if (memory.peak().node() >= 0) {
      String caption = edition.word("study.memory.peak", path(memory.peak().node()));
      tables.add(new Aspect.Captioned(caption, peak()));
    }
    tables.add(new Aspect.Captioned(edition.word("study.memory.training"), training()));
    return tables;
  }

  private Table inference() {
    List<Part> parts =
        List.of(
            new Part(edition.word("study.memory.weights"), memory.weights()),
            new Part(edition.word("study.memory.activations"), Count.of(memory.peak().live())),
            new Part(edition.word("study.memory.inplace"), Count.of(inPlace.peak().live())),
            new Part(
                edition.word("study.memory.both"),
                memory.weights().plus(Count.of(memory.peak().live()))));
    List<Column<Part>> columns = new ArrayList<>();
    columns.add(Column.text("part", edition.word("study.memory.part"), p -> Cell.of(p.label())));
    columns.add(
        Column.number("elements", edition.word("study.elements"), p -> Counts.exact(p.elements())));
    for (NumberType type : NumberType.values()) {
      columns.add(Column.number(type.text(), type.text(), p -> bytes(type, p.elements())));
    }
    return Table.of(columns, parts, part -> "");
  }

  private static Cell bytes(NumberType type, Count elements) {
    Count bytes = type.bytes(elements);
    return Cell.of(Numbers.atLeast(bytes.value(), bytes.isExact(), Numbers::bytes), bytes.value());
  }

  private Table peak() {
    long live = memory.peak().live();
    List<Column<Piece>> columns =
        List.of(
            Column.text("tensor", edition.word("study.tensor"), this::tensor),
            Column.text("shape", edition.word("site.output"), this::shape),
            Column.number(
                "elements",
                edition.word("study.elements"),
                piece -> Cell.of(Numbers.exact(piece.elements()))),
            Column.<Piece>number(
                    "fp32",
                    NumberType.FP32.text(),
                    piece -> bytes(NumberType.FP32, Count.of(piece.elements())))
                .summed(all -> bytes(NumberType.FP32, Count.of(live))),
            Column.number("share", "%", piece -> Cell.of(Numbers.share(piece.elements(), live))));
    return Table.of(columns, memory.peak().pieces(), piece -> "");
  }

  /** The layer that wrote the piece of memory; views of it take none. */
  private Cell tensor(Piece piece) {
    Tensor first = piece.tensors().get(0);
    if (first instanceof Tensor.Output output) {
      return Cell.of(path(output.node())).linked(page + "#" + Addresses.row(path(output.node())));
    }
    return Cell.of(edition.word("study.memory.input", ((Tensor.Input) first).name()));
  }

  private Cell shape(Piece piece) {
    return Cell.of(analysis.graph().shape(piece.tensors().get(0)).toString());
  }

  private Table training() {
    List<Column<Optimizer>> columns =
        List.of(
            Column.text("optimizer", edition.word("study.optimizer"), this::optimizer),
            training("study.memory.params", optimizer -> training.params()),
            training("study.memory.gradients", optimizer -> training.params()),
            training("study.memory.state", this::state),
            training("site.buffers", optimizer -> training.buffers()),
            training("study.memory.kept", optimizer -> Count.of(training.activations())),
            training("site.total", training::elements));
    return Table.of(columns, List.of(Optimizer.values()), optimizer -> "");
  }

  private Count state(Optimizer optimizer) {
    Count sum = Count.ZERO;
    for (int i = 0; i < optimizer.states(); i++) {
      sum = sum.plus(training.params());
    }
    return sum;
  }

  private Column<Optimizer> training(String key, Function<Optimizer, Count> elements) {
    return Column.number(
        key,
        edition.words().text(Message.of(key)),
        optimizer -> bytes(NumberType.FP32, elements.apply(optimizer)));
  }

  private Cell optimizer(Optimizer optimizer) {
    String key = "study.optimizer." + optimizer.name().toLowerCase(Locale.ROOT);
    return Cell.of(edition.words().text(Message.of(key)));
  }
}
