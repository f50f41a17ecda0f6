package dev.convatlas.report;

import dev.convatlas.catalog.alignment.LayerKey;
import dev.convatlas.catalog.alignment.Step;
import dev.convatlas.catalog.comparison.LayerComparison;
import dev.convatlas.text.Messages;
import dev.convatlas.text.Numbers;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The layers of a model aligned to those of the baseline.
 *
 * @param refused why they are not aligned; empty where they are
 * @param summary how many layers are the same, changed, added and removed
 * @param explained by figure: operations, then parameters
 * @param runs layers of one fate that follow each other
 */
public record AlignedTable(
    String refused, String summary, List<Explained> explained, List<Run> runs) {

  /**
   * @param kind name of the fate in lower case
   * @param title such as "12 layers are the same"
   * @param folded whether a page starts with the lines hidden
   */
  public record Run(String kind, String title, boolean folded, List<Line> lines) {
    public Run {
      lines = List.copyOf(lines);
    }
  }

  /**
   * A layer of one or of both models.
   *
   * @param sign {@code =}, {@code ~}, {@code −} or {@code +}
   * @param before its path in the baseline; empty where it is added
   * @param after its path in the other model; empty where it is removed
   * @param changes what differs; the shape of the output where it has no counterpart
   * @param params how many more, with its sign; empty where there are as many
   * @param operations the same
   */
  public record Line(
      String sign,
      String before,
      String after,
      String type,
      String changes,
      String params,
      String operations) {}

  public AlignedTable {
    explained = List.copyOf(explained);
    runs = List.copyOf(runs);
  }

  /**
   * @param aligned empty where the layers are too many
   * @param figure what the convention counts: MACs or FLOPs
   */
  public static AlignedTable of(Optional<LayerComparison> aligned, String figure, Messages words) {
    return aligned
        .map(layers -> of(layers, figure, words))
        .orElseGet(() -> new AlignedTable(words.text("compare.long"), "", List.of(), List.of()));
  }

  private static AlignedTable of(LayerComparison layers, String figure, Messages words) {
    EditWords edits = new EditWords(layers, words);
    return new AlignedTable(
        "",
        summary(layers, words),
        List.of(
            Explained.of(layers.operations(), figure, edits, words),
            Explained.of(layers.params(), words.text("compare.params"), edits, words)),
        layers.aligned().alignment().runs().stream().map(run -> run(run, layers, words)).toList());
  }

  static String summary(LayerComparison layers, Messages words) {
    List<Step> steps = layers.aligned().alignment().steps();
    return words.text(
        "compare.layers.summary",
        count(steps, Step.Kind.SAME),
        count(steps, Step.Kind.CHANGED),
        count(steps, Step.Kind.REMOVED),
        count(steps, Step.Kind.ADDED));
  }

  static long count(List<Step> steps, Step.Kind kind) {
    return steps.stream().filter(step -> step.kind() == kind).count();
  }

  private static Run run(List<Step> steps, LayerComparison layers, Messages words) {
    Step.Kind kind = steps.get(0).kind();
    String title =
        switch (kind) {
          case SAME -> words.text("compare.run.same", steps.size());
          case CHANGED -> words.text("compare.run.changed", steps.size());
          case REMOVED -> words.text("compare.run.removed", steps.size());
          case ADDED -> words.text("compare.run.added", steps.size());
        };
    return new Run(
        kind.name().toLowerCase(Locale.ROOT),
        title,
        kind == Step.Kind.SAME,
        steps.stream().map(step -> line(step, layers, words)).toList());
  }

  static Line line(Step step, LayerComparison layers, Messages words) {
    int i = step.before();
    int j = step.after();
    LayerKey old = i < 0 ? null : layers.before().keys().get(i);
    LayerKey young = j < 0 ? null : layers.after().keys().get(j);
    LayerKey one = young == null ? old : young;
    return new Line(
        sign(step.kind()),
        i < 0 ? "" : layers.before().paths().get(i),
        j < 0 ? "" : layers.after().paths().get(j),
        one.type(),
        step.kind().isPair() ? ChangeWords.of(old, young, words) : ChangeWords.shape(one.output()),
        more((young == null ? 0 : young.params()) - (old == null ? 0 : old.params())),
        more(operations(layers, step)));
  }

  static long operations(LayerComparison layers, Step step) {
    long before = step.before() < 0 ? 0 : layers.before().operations().get(step.before());
    long after = step.after() < 0 ? 0 : layers.after().operations().get(step.after());
    return after - before;
  }

  static String more(long difference) {
    return difference == 0 ? "" : Numbers.signed(difference, Numbers::exact);
  }

  private static String sign(Step.Kind kind) {
    return switch (kind) {
      case SAME -> "=";
      case CHANGED -> "~";
      case REMOVED -> "−";
      case ADDED -> "+";
    };
  }
}
