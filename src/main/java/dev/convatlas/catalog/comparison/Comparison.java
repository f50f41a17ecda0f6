package dev.convatlas.catalog.comparison;

import dev.convatlas.analysis.Count;
import dev.convatlas.catalog.Summary;
import dev.convatlas.convention.Convention;
import dev.convatlas.definition.CatalogSettings;
import dev.convatlas.source.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Models side by side.
 *
 * @param models at least one; a site and the command line compare up to {@link #MOST}
 * @param base index of the model that differences are taken against
 */
public record Comparison(List<Summary> models, int base, Convention convention, List<Row> rows) {

  /** More columns cannot be read. */
  public static final int MOST = 6;

  /**
   * @param values one for each model
   */
  public record Row(Trait trait, List<Value> values) {
    public Row {
      values = List.copyOf(values);
    }

    /** Whether all the models have the same. These figures are exact: there is no tolerance. */
    public boolean isSame() {
      return values.stream().distinct().count() == 1;
    }

    /** Whether no model has anything. */
    public boolean isMissing() {
      return values.stream().allMatch(value -> value instanceof Value.Missing);
    }
  }

  public Comparison {
    models = List.copyOf(models);
    rows = List.copyOf(rows);
  }

  public static Comparison of(
      List<Summary> models, int base, Convention convention, CatalogSettings settings) {
    List<Row> rows =
        Traits.of(convention, settings, models).stream()
            .map(trait -> new Row(trait, models.stream().map(trait.value()).toList()))
            .toList();
    return new Comparison(models, base, convention, rows);
  }

  /** What a reader must know before comparing. */
  public List<Message> notices() {
    List<Message> notices = new ArrayList<>();
    if (models.stream().map(model -> List.copyOf(model.inputs().values())).distinct().count() > 1) {
      notices.add(Message.of("compare.notice.inputs"));
    }
    if (models.stream().anyMatch(model -> !isComplete(model))) {
      notices.add(Message.of("compare.notice.incomplete"));
    }
    return notices;
  }

  private boolean isComplete(Summary model) {
    return Stream.of(
            model.totals().params(),
            model.totals().buffers(),
            model.operations().get(convention.name()),
            model.totals().activations())
        .allMatch(Count::isExact);
  }
}
