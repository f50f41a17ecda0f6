package dev.convatlas.report;

import dev.convatlas.analysis.Analysis;
import dev.convatlas.analysis.Count;
import dev.convatlas.analysis.Row;
import dev.convatlas.analysis.memory.Liveness.Piece;
import dev.convatlas.analysis.memory.Memory;
import dev.convatlas.analysis.memory.NumberType;
import dev.convatlas.catalog.Study;
import dev.convatlas.chart.Growing;
import dev.convatlas.convention.Convention;
import dev.convatlas.convention.Conventions;
import dev.convatlas.graph.Tensor;
import dev.convatlas.text.Numbers;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Sums that give a model's totals, with the values of its layers, kind by kind. */
final class HeadlineFormulas {
  private static final String PLUS = " + ";
  private static final String EQUALS = " = ";

  private final Edition edition;
  private final Study study;
  private final Analysis analysis;

  HeadlineFormulas(Edition edition, Study study) {
    this.edition = edition;
    this.study = study;
    this.analysis = study.model().analysis();
  }

  /** {@code conv2d 23,454,912 + batch_norm2d 53,120 + linear 2,049,000 =}. */
  List<Figure.How> params() {
    Count total = analysis.totals().params();
    String sum = sum(byType(analysis.rows().stream().map(Row::params).toList()));
    return sum.isEmpty()
        ? List.of()
        : List.of(Figure.How.of(sum + EQUALS, Counts.exactText(total)));
  }

  /** The same of operations, as each convention counts them. */
  List<Figure.How> operations() {
    List<Figure.How> all = byConvention();
    Figure.How usual = all.get(Conventions.names().indexOf(study.usual().name()));
    return List.of(
        new Figure.How(
            usual.text(),
            ByConvention.texts(all.stream().map(Figure.How::text).toList()),
            usual.result(),
            ByConvention.texts(all.stream().map(Figure.How::result).toList())));
  }

  /** One sum for each convention, in the order of their list. */
  List<Figure.How> byConvention() {
    return Conventions.ALL.stream().map(this::operations).toList();
  }

  private Figure.How operations(Convention convention) {
    Map<String, Count> kinds = byType(study.operations(convention));
    return Figure.How.of(
        convention.name() + ": " + (kinds.isEmpty() ? "" : sum(kinds) + EQUALS),
        Counts.exactText(Counts.sum(List.copyOf(kinds.values()))));
  }

  /** How many layers of each kind run. */
  List<Figure.How> layers() {
    Map<String, Long> kinds =
        analysis.rows().stream()
            .filter(row -> !row.node().training())
            .collect(
                Collectors.groupingBy(
                    row -> row.node().type(), LinkedHashMap::new, Collectors.counting()));
    return List.of(
        Figure.How.of(
            kinds.entrySet().stream()
                    .map(kind -> kind.getKey() + " " + Numbers.exact(kind.getValue()))
                    .collect(Collectors.joining(PLUS))
                + EQUALS,
            Numbers.exact(analysis.totals().layers())));
  }

  /**
   * @param counts one for each row
   */
  private Map<String, Count> byType(List<Count> counts) {
    Map<String, Count> kinds = new LinkedHashMap<>();
    for (int i = 0; i < counts.size(); i++) {
      Count count = counts.get(i);
      if (count.value() > 0 || !count.isExact()) {
        kinds.merge(analysis.rows().get(i).node().type(), count, Count::plus);
      }
    }
    return kinds;
  }

  private static String sum(Map<String, Count> kinds) {
    return kinds.entrySet().stream()
        .map(kind -> kind.getKey() + " " + Counts.exactText(kind.getValue()))
        .collect(Collectors.joining(PLUS));
  }

  /** {@code 1 + 6 (conv1) + 2 · 8 (layer1.0.conv2 … layer1.1.conv2) =}; nothing without a field. */
  List<Figure.How> field() {
    List<Growing.Step> steps = Growing.of(analysis);
    if (steps.isEmpty()) {
      return List.of();
    }
    StringBuilder text = new StringBuilder(edition.word("site.how.field")).append(" 1");
    int from = 0;
    while (from < steps.size()) {
      int to = from + 1;
      while (to < steps.size() && steps.get(to).more() == steps.get(from).more()) {
        to++;
      }
      text.append(term(steps.subList(from, to)));
      from = to;
    }
    long size = steps.get(steps.size() - 1).size();
    boolean exact = study.summary().field().map(Count::isExact).orElse(true);
    return List.of(Figure.How.of(text + EQUALS, Numbers.atLeast(size, exact, Numbers::exact)));
  }

  private static String term(List<Growing.Step> alike) {
    long more = alike.get(0).more();
    String sign = more < 0 ? " − " : PLUS;
    String times = alike.size() == 1 ? "" : alike.size() + " · ";
    String first = alike.get(0).layer();
    String last = alike.get(alike.size() - 1).layer();
    String layers = alike.size() == 1 ? first : first + " … " + last;
    return sign + times + Numbers.exact(Math.abs(more)) + " (" + layers + ")";
  }

  /** What is alive at the peak, and its bytes; nothing for a model without layers. */
  List<Figure.How> memory() {
    Memory.Peak peak = study.memory().peak();
    if (peak.node() < 0) {
      return List.of();
    }
    String pieces =
        peak.pieces().stream()
            .map(piece -> Numbers.exact(piece.elements()) + " (" + nameOf(piece) + ")")
            .collect(Collectors.joining(PLUS));
    String layer = analysis.rows().get(peak.node()).node().path();
    return List.of(
        Figure.How.of(
            edition.word("site.how.memory", layer) + " " + pieces + EQUALS,
            Numbers.exact(peak.live())),
        Figure.How.of(
            Numbers.exact(peak.live()) + " · 4 B" + EQUALS,
            Numbers.exact(NumberType.FP32.bytes(peak.live())) + "\u00a0B"));
  }

  private String nameOf(Piece piece) {
    Tensor first = piece.tensors().get(0);
    return first instanceof Tensor.Output output
        ? analysis.rows().get(output.node()).node().path()
        : ((Tensor.Input) first).name();
  }
}
