package dev.convatlas.report;

import dev.convatlas.analysis.memory.NumberType;
import dev.convatlas.analysis.resolution.ResolutionLaws;
import dev.convatlas.analysis.resolution.ResolutionLaws.Figures;
import dev.convatlas.analysis.resolution.ResolutionLaws.Point;
import dev.convatlas.analysis.resolution.Scale;
import dev.convatlas.analysis.resolution.SmallestInput;
import dev.convatlas.catalog.Study;
import dev.convatlas.convention.Convention;
import dev.convatlas.source.Message;
import dev.convatlas.tensor.Shape;
import dev.convatlas.text.Numbers;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What another size of the input would do. */
final class ResolutionAspect {
  private final Edition edition;
  private final Convention usual;
  private final ResolutionLaws laws;

  private ResolutionAspect(Edition edition, Study study) {
    this.edition = edition;
    this.usual = study.usual();
    this.laws = study.laws();
  }

  static Optional<Aspect> of(Edition edition, Study study, String page) {
    ResolutionAspect aspect = new ResolutionAspect(edition, study);
    if (aspect.laws.points().isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new Aspect(
            "resolution",
            edition.word("study.resolution"),
            aspect.laws.smallest().map(aspect::smallest).stream().toList(),
            List.of(new Aspect.Captioned(edition.word("study.resolution.table"), aspect.table())),
            List.of(edition.word("study.resolution.note"))));
  }

  private String smallest(SmallestInput smallest) {
    if (smallest.step() == 0) {
      return edition.word("study.smallest.none", shapes(smallest.inputs()));
    }
    if (!smallest.gapless()) {
      return edition.word("study.smallest.gaps", shapes(smallest.inputs()));
    }
    return smallest.step() == 1
        ? edition.word("study.smallest", shapes(smallest.inputs()))
        : edition.word("study.smallest.step", shapes(smallest.inputs()), smallest.step());
  }

  private static String shapes(Map<String, Shape> inputs) {
    return inputs.values().stream().map(Shape::toString).collect(Collectors.joining(", "));
  }

  private Table table() {
    List<Column<Point>> columns =
        List.of(
            Column.text("input", edition.word("site.input"), this::input),
            ByConvention.column(
                "macs",
                usual,
                known(figures -> ByConvention.cell(usual, figures.operations(), Counts::brief))),
            figure("study.growth", this::growth),
            figure(
                "study.peak",
                figures -> Cell.of(Numbers.bytes(NumberType.FP32.bytes(figures.peak())))),
            figure(
                "site.field",
                figures ->
                    figures.field().map(Counts::exact).orElse(Cell.of(Numbers.NONE).styled("z"))),
            figure("study.dropping", figures -> dropping(figures)),
            Column.text("remark", edition.word("study.remark"), this::remark));
    return Table.of(columns, laws.points(), point -> "");
  }

  private Cell input(Point point) {
    return Cell.of(shapes(point.inputs())).noted(scale(point.scale()));
  }

  private static String scale(Scale scale) {
    return "×" + Numbers.decimal(scale.numerator(), scale.denominator());
  }

  private Column<Point> figure(String key, Function<Figures, Cell> cell) {
    return Column.number(key, edition.words().text(Message.of(key)), known(cell));
  }

  private static Function<Point, Cell> known(Function<Figures, Cell> cell) {
    return point -> point.figures().map(cell).orElse(Cell.of(Numbers.NONE).styled("z"));
  }

  /** Against the size as written. */
  private Cell growth(Figures figures) {
    Optional<Figures> written =
        laws.points().stream()
            .filter(point -> point.scale().isOne())
            .flatMap(point -> point.figures().stream())
            .findFirst();
    if (written.isEmpty()) {
      return Cell.EMPTY;
    }
    Map<String, String> times = new LinkedHashMap<>();
    written
        .get()
        .operations()
        .forEach(
            (convention, whole) ->
                times.put(
                    convention,
                    whole.value() == 0
                        ? ""
                        : "×"
                            + Numbers.ratio(
                                figures.operations().get(convention).value(), whole.value(), 2)));
    return Cell.of(times.get(usual.name()))
        .counted(ByConvention.texts(List.copyOf(times.values())));
  }

  private static Cell dropping(Figures figures) {
    Cell cell = Cell.of(Numbers.exact(figures.dropping()));
    return figures.dropping() == 0 ? cell.styled("z") : cell;
  }

  private Cell remark(Point point) {
    if (point.refusal().isPresent()) {
      return Cell.of(edition.word("study.refused", edition.words().text(point.refusal().get())));
    }
    boolean fits = point.figures().map(Figures::sameWeights).orElse(true);
    return fits ? Cell.EMPTY : Cell.of(edition.word("study.otherWeights"));
  }
}
