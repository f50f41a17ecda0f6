package dev.convatlas.site;

import dev.convatlas.analysis.Count;
import dev.convatlas.analysis.memory.NumberType;
import dev.convatlas.catalog.Catalog;
import dev.convatlas.catalog.Family;
import dev.convatlas.catalog.Summary;
import dev.convatlas.definition.CatalogSettings.Metric;
import dev.convatlas.report.Edition;
import dev.convatlas.tensor.Shape;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The catalog for scripts: a row for every model, column by column, which is half the size of the
 * same row by row, and what the figures of a comparison are called. It is what finds, filters and
 * draws models in the browser; {@code assets/compare/catalog.js} reads it, and nothing else. Its
 * name is stable, so that a changed model does not change every page. What only a comparison needs
 * of a model is in a script of each model's own, {@link ModelScript}.
 *
 * <pre>
 * convatlas.catalog = {"schema": 1, "convention": "torchvision",
 *   "conventions": [{"name": "torchvision", "unit": "MACs"}, …],
 *   "figures": [{"id": "params", "group": "cost", "label": "Parameters", "unit": "count",
 *                "direction": "cheaper"}, …],
 *   "families": [{"id", "title"}, …], "tasks": […], "tags": […], "inputs": ["3×224×224", …],
 *   "words": {"classification": "图像分类", …},
 *   "metrics": [{"id", "title", "unit", "higher"}, …],
 *   "models": {"id": […], "title": […], "family": […], …, "metrics": {"imagenet_top1": […]}},
 *   "least": {"params": […], "macs": […], "field": […]}}
 * </pre>
 *
 * <p>{@code models.family}, {@code task}, {@code tags} and {@code input} are places in the lists of
 * those names; a year of 0 and an empty task are unknown; {@code words} has tasks and tags that are
 * said in other words than they are written; {@code field} is null where there is no receptive
 * field; {@code peak} is in bytes of fp32; {@code least} has for {@code params}, {@code macs} and
 * {@code field} the models whose figure is a lower bound. Rows of stages and of types of layers
 * follow from the models compared.
 */
final class CatalogScript {
  /** In the folder of each language, whose titles it has. */
  static final String PATH = "data/catalog.js";

  private final Edition edition;
  private final List<Summary> models;
  private final Catalog catalog;

  private CatalogScript(Edition edition, Catalog catalog) {
    this.edition = edition;
    this.catalog = catalog;
    this.models = catalog.models();
  }

  static byte[] of(Edition edition, Catalog catalog) {
    return Script.setting("catalog", new CatalogScript(edition, catalog).data());
  }

  private Map<String, Object> data() {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("schema", DataFiles.SCHEMA);
    data.put("convention", ComparedFigure.convention(catalog).name());
    data.put("conventions", ComparedFigure.conventions());
    data.put("figures", ComparedFigure.of(edition, catalog));
    data.put("families", catalog.families().stream().map(this::family).toList());
    List<String> tasks = sorted(models.stream().map(model -> model.metadata().task()));
    List<String> tags = sorted(models.stream().flatMap(model -> model.metadata().tags().stream()));
    List<String> inputs =
        new ArrayList<>(
            models.stream()
                .map(CatalogScript::input)
                .collect(Collectors.toCollection(LinkedHashSet::new)));
    data.put("tasks", tasks);
    data.put("tags", tags);
    data.put("inputs", inputs);
    data.put("words", words(Stream.concat(tasks.stream(), tags.stream())));
    data.put("metrics", catalog.settings().metrics().stream().map(this::metric).toList());
    data.put("models", models(tasks, tags, inputs));
    // Not Map.of, whose order changes from run to run.
    Map<String, Object> least = new LinkedHashMap<>();
    least.put("params", least(model -> Optional.of(model.totals().params())));
    least.put("macs", least(model -> Optional.of(operations(model))));
    least.put("field", least(Summary::field));
    data.put("least", least);
    return data;
  }

  private Map<String, String> words(Stream<String> written) {
    Map<String, String> words = new TreeMap<>();
    written
        .filter(word -> !edition.said(word).equals(word))
        .forEach(word -> words.put(word, edition.said(word)));
    return words;
  }

  private Map<String, Object> family(Family family) {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("id", family.id());
    data.put("title", edition.text(family.title()));
    return data;
  }

  private Map<String, Object> metric(Metric metric) {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("id", metric.id());
    data.put("title", edition.text(metric.title()));
    data.put("unit", metric.unit());
    metric.higherIsBetter().ifPresent(higher -> data.put("higher", higher));
    return data;
  }

  private Map<String, Object> models(List<String> tasks, List<String> tags, List<String> inputs) {
    List<String> families = catalog.families().stream().map(Family::id).toList();
    Map<String, Integer> places = places(families);
    Map<String, Integer> taskPlaces = places(tasks);
    Map<String, Integer> tagPlaces = places(tags);
    Map<String, Integer> inputPlaces = places(inputs);
    Map<String, Object> columns = new LinkedHashMap<>();
    columns.put("id", column(Summary::id));
    columns.put("title", column(model -> edition.text(model.metadata().title())));
    columns.put("family", column(model -> places.get(model.metadata().familyId())));
    columns.put("year", column(model -> model.metadata().year()));
    columns.put("task", column(model -> taskPlaces.get(model.metadata().task())));
    columns.put(
        "tags", column(model -> model.metadata().tags().stream().map(tagPlaces::get).toList()));
    columns.put("input", column(model -> inputPlaces.get(input(model))));
    columns.put("params", column(model -> model.totals().params().value()));
    columns.put("macs", column(model -> operations(model).value()));
    columns.put("field", column(model -> model.field().map(Count::value).orElse(null)));
    columns.put("layers", column(model -> model.totals().layers()));
    columns.put("depth", column(model -> model.structure().depth()));
    columns.put("peak", column(model -> NumberType.FP32.bytes(model.peak())));
    Map<String, Object> metrics = new LinkedHashMap<>();
    for (Metric metric : catalog.settings().metrics()) {
      metrics.put(metric.id(), column(model -> value(model, metric)));
    }
    columns.put("metrics", metrics);
    return columns;
  }

  /** As text: 69.020 has three digits, as whoever measured it wrote. */
  private static Object value(Summary model, Metric metric) {
    BigDecimal measured = model.metadata().metrics().get(metric.id());
    return measured == null ? null : measured.toPlainString();
  }

  private List<Object> column(Function<Summary, Object> value) {
    List<Object> column = new ArrayList<>();
    models.forEach(model -> column.add(value.apply(model)));
    return column;
  }

  private List<Integer> least(Function<Summary, Optional<Count>> count) {
    List<Integer> places = new ArrayList<>();
    for (int i = 0; i < models.size(); i++) {
      if (count.apply(models.get(i)).filter(known -> !known.isExact()).isPresent()) {
        places.add(i);
      }
    }
    return places;
  }

  private Count operations(Summary model) {
    return model.operations().getOrDefault(catalog.settings().convention(), model.totals().macs());
  }

  private static String input(Summary model) {
    return model.inputs().values().stream().map(Shape::toString).collect(Collectors.joining(", "));
  }

  private static List<String> sorted(Stream<String> names) {
    return List.copyOf(new TreeSet<>(names.toList()));
  }

  private static Map<String, Integer> places(List<String> names) {
    Map<String, Integer> places = new LinkedHashMap<>();
    names.forEach(name -> places.put(name, places.size()));
    return places;
  }
}
