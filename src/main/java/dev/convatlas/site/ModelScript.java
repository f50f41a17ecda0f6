package dev.convatlas.site;

import dev.convatlas.analysis.Analysis;
import dev.convatlas.analysis.Count;
import dev.convatlas.analysis.Row;
import dev.convatlas.catalog.Catalog;
import dev.convatlas.catalog.Structure;
import dev.convatlas.catalog.Summary;
import dev.convatlas.catalog.alignment.LayerKey;
import dev.convatlas.catalog.comparison.Trait;
import dev.convatlas.catalog.comparison.Value;
import dev.convatlas.chart.Growth;
import dev.convatlas.convention.Conventions;
import dev.convatlas.layer.Setting;
import dev.convatlas.report.Edition;
import dev.convatlas.tensor.Shape;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * {@code data/models/<id>.js}: one model as the browser compares it.
 *
 * <pre>
 * convatlas.model({"schema": 1, "id": "resnet18", "title": text, "inputs": [[3, 224, 224]],
 *   "figures": {"params": value, …},          those of data/catalog.js but the operations
 *   "operations": {"torchvision": value, …},
 *   "stages": [[1, params, macs], …],         halvings of the resolution; −1 for the head
 *   "types": {"conv2d": 20, …},
 *   "kinds": [{"type", "kind", "settings": {"stride": "2", …}, "inputs": [[3, 224, 224]],
 *              "output", "params", "macs", "stage", "training", "counts": [by convention]}, …],
 *   "layers": [["stem.conv2d", 0], …],        in the order of execution, with their kind
 *   "growth": {"input": 224, "operations": 40, "steps": [[0, "stem.conv2d", 7, false], …]}})
 * </pre>
 *
 * <p>Most layers of a model are like another one: what they are is written once. A value is a
 * number, <code>{"least": number, "why": text}</code> for a lower bound, a text, or <code>
 * {"none": text}</code>. A number that the browser's own numbers cannot hold is <code>
 * {"digits": "9007199254740993"}</code>. A text is a string, or an object by language tag where the
 * languages of the site differ.
 */
final class ModelScript {
  private static final long EXACT = 1L << 53;

  /** Has a value for each convention. */
  private static final String OPERATIONS = "macs";

  private final Catalog catalog;
  private final List<Edition> editions;

  ModelScript(Catalog catalog, List<Edition> editions) {
    this.catalog = catalog;
    this.editions = editions;
  }

  /** The same for all languages. */
  static String path(String id) {
    return "data/models/" + id + ".js";
  }

  byte[] of(Summary summary, Analysis analysis) {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("schema", DataFiles.SCHEMA);
    data.put("id", summary.id());
    data.put("title", text(edition -> edition.text(summary.metadata().title())));
    data.put("inputs", summary.inputs().values().stream().map(Shape::sizes).toList());
    Map<String, Object> figures = new LinkedHashMap<>();
    for (Trait trait : ComparedFigure.traits(catalog)) {
      if (!trait.id().equals(OPERATIONS)) {
        figures.put(trait.id(), value(trait.value().apply(summary)));
      }
    }
    data.put("figures", figures);
    Map<String, Object> operations = new LinkedHashMap<>();
    summary.operations().forEach((name, count) -> operations.put(name, count(count)));
    data.put("operations", operations);
    data.put("stages", stages(summary.structure()));
    data.put("types", summary.structure().types());
    layers(analysis, data);
    Growth.of(analysis).ifPresent(growth -> data.put("growth", growth(growth)));
    return Script.calling("model", data);
  }

  private Object text(Function<Edition, String> text) {
    Map<String, String> texts = new LinkedHashMap<>();
    editions.forEach(edition -> texts.put(edition.language().tag(), text.apply(edition)));
    return texts.values().stream().distinct().count() == 1
        ? texts.values().iterator().next()
        : texts;
  }

  private Object value(Value value) {
    if (value instanceof Value.Amount amount) {
      return count(amount.count());
    }
    if (value instanceof Value.Missing missing) {
      return Map.of("none", text(edition -> edition.words().text(missing.why())));
    }
    return text(edition -> edition.text(((Value.Words) value).text()));
  }

  private record Bound(Object least, Object why) {}

  private Object count(Count count) {
    return count
        .missing()
        .<Object>map(
            why -> new Bound(number(count.value()), text(edition -> edition.words().text(why))))
        .orElseGet(() -> number(count.value()));
  }

  private static Object number(long value) {
    return -EXACT <= value && value <= EXACT
        ? (Object) value
        : Map.of("digits", Long.toString(value));
  }

  private static List<Object> stages(Structure structure) {
    List<Object> stages = new ArrayList<>();
    structure
        .stages()
        .forEach(
            (stage, sums) ->
                stages.add(List.of(stage, number(sums.params()), number(sums.macs()))));
    return stages;
  }

  /** What a layer is and what each convention counts of it. */
  private record Kind(LayerKey key, List<Long> counts) {}

  private static void layers(Analysis analysis, Map<String, Object> data) {
    Shape input = analysis.graph().inputs().values().iterator().next();
    Map<Kind, Integer> kinds = new LinkedHashMap<>();
    List<Object> layers = new ArrayList<>();
    for (Row row : analysis.rows()) {
      List<Long> counts =
          Conventions.ALL.stream().map(convention -> convention.of(row).value()).toList();
      Kind kind = new Kind(LayerKey.of(row, input), counts);
      kinds.putIfAbsent(kind, kinds.size());
      layers.add(List.of(row.node().path(), kinds.get(kind)));
    }
    data.put("kinds", kinds.keySet().stream().map(ModelScript::kind).toList());
    data.put("layers", layers);
  }

  private static Map<String, Object> kind(Kind kind) {
    LayerKey key = kind.key();
    Map<String, String> settings = new LinkedHashMap<>();
    for (Setting setting : key.settings()) {
      settings.put(setting.name(), setting.text());
    }
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("type", key.type());
    data.put("kind", key.kind());
    data.put("settings", settings);
    data.put("inputs", key.inputs());
    data.put("output", key.output());
    data.put("params", number(key.params()));
    data.put("macs", number(key.macs()));
    data.put("stage", key.stage());
    data.put("training", key.training());
    data.put("counts", kind.counts().stream().map(ModelScript::number).toList());
    return data;
  }

  private static Map<String, Object> growth(Growth growth) {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("input", growth.input());
    data.put("operations", growth.operations());
    data.put(
        "steps",
        growth.steps().stream()
            .map(step -> List.of(step.at(), step.path(), number(step.size()), step.global()))
            .toList());
    return data;
  }
}
