package dev.convatlas.site;

import dev.convatlas.analysis.Count;
import dev.convatlas.analysis.Row;
import dev.convatlas.catalog.Catalog;
import dev.convatlas.catalog.Structure;
import dev.convatlas.catalog.Study;
import dev.convatlas.catalog.Summary;
import dev.convatlas.catalog.alignment.LayerKey;
import dev.convatlas.catalog.comparison.Trait;
import dev.convatlas.catalog.comparison.Value;
import dev.convatlas.chart.Growth;
import dev.convatlas.layer.Setting;
import dev.convatlas.report.Edition;
import dev.convatlas.tensor.Shape;
import java.util.ArrayList;
import java.util.HashMap;
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
 *   "forms": [["conv2d", "convolution", ["out_channels", "stride", …]], …],
 *   "kinds": [[form, ["64", "2", …], inputs, output, params, macs, stage, training, counts], …],
 *   "layers": [[0, "stem.conv2d", 0], [5, "relu", 1], …],
 *   "growth": {"input": 224, "operations": 40, "steps": [[0, layer, 7, 0], …]}})
 * </pre>
 *
 * <p>A kind's form names its settings, whose texts come next; {@code inputs} are shapes, {@code
 * training} is 0 or 1, and {@code counts} has one for each convention, −1 where it is {@code macs}.
 * A layer, in the order of execution, says how many letters of the path before are its own too, the
 * rest of its path, and its kind. A step of the growth has its place on the way, the layer's place,
 * the receptive field, and whether that is global.
 *
 * <p>Most layers of a model are like another one: what they are is written once. A value is a
 * number, <code>{"least": number, "why": text}</code> for a lower bound, a text, or <code>
 * {"none": text}</code>. A number that the browser's own numbers cannot hold is <code>
 * {"digits": "9007199254740993"}</code>. A text is a string, or an object by language tag where the
 * languages of the site differ.
 */
final class ModelScript {
  private static final long EXACT = 1L << 53;

  /** Stands for the multiply-accumulates, which most conventions count. */
  private static final Object AS_MACS = -1;

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

  byte[] of(Study study) {
    Summary summary = study.summary();
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
    Map<String, Integer> places = layers(study, data);
    Growth.of(study.model().analysis())
        .ifPresent(growth -> data.put("growth", growth(growth, places)));
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

  /** What layers of one type have in common. */
  private record Form(String type, String kind, List<String> settings) {
    static Form of(LayerKey key) {
      return new Form(key.type(), key.kind(), key.settings().stream().map(Setting::name).toList());
    }
  }

  /**
   * @return the place of each layer by its path
   */
  private static Map<String, Integer> layers(Study study, Map<String, Object> data) {
    List<Row> rows = study.model().analysis().rows();
    Shape input = study.model().analysis().graph().inputs().values().iterator().next();
    List<LayerKey> keys = study.alike().each(row -> LayerKey.of(row, input));
    Map<Kind, Integer> kinds = new LinkedHashMap<>();
    Map<Integer, Integer> numbers = new HashMap<>();
    List<Object> layers = new ArrayList<>();
    Map<String, Integer> places = new HashMap<>();
    String before = "";
    for (int i = 0; i < rows.size(); i++) {
      int row = i;
      int number =
          numbers.computeIfAbsent(
              study.alike().kind(i),
              alike -> {
                Kind kind = new Kind(keys.get(row), counts(study, row));
                kinds.putIfAbsent(kind, kinds.size());
                return kinds.get(kind);
              });
      String path = rows.get(i).node().path();
      int same = same(before, path);
      layers.add(List.of(same, path.substring(same), number));
      places.put(path, i);
      before = path;
    }
    Map<Form, Integer> forms = new LinkedHashMap<>();
    kinds.keySet().forEach(kind -> forms.putIfAbsent(Form.of(kind.key()), forms.size()));
    data.put(
        "forms",
        forms.keySet().stream()
            .map(form -> List.of(form.type(), form.kind(), form.settings()))
            .toList());
    data.put("kinds", kinds.keySet().stream().map(kind -> kind(kind, forms)).toList());
    data.put("layers", layers);
    return places;
  }

  private static List<Long> counts(Study study, int row) {
    return study.operations().stream().map(counts -> counts.get(row).value()).toList();
  }

  /** Letters at the beginning that two paths have in common. */
  private static int same(String a, String b) {
    int same = 0;
    while (same < Math.min(a.length(), b.length()) && a.charAt(same) == b.charAt(same)) {
      same++;
    }
    return same > 0 && Character.isHighSurrogate(a.charAt(same - 1)) ? same - 1 : same;
  }

  private static List<Object> kind(Kind kind, Map<Form, Integer> forms) {
    LayerKey key = kind.key();
    return List.of(
        forms.get(Form.of(key)),
        key.settings().stream().map(Setting::text).toList(),
        key.inputs(),
        key.output(),
        number(key.params()),
        number(key.macs()),
        key.stage(),
        key.training() ? 1 : 0,
        kind.counts().stream()
            .map(count -> count == key.macs() ? AS_MACS : number(count))
            .toList());
  }

  private static Map<String, Object> growth(Growth growth, Map<String, Integer> places) {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("input", growth.input());
    data.put("operations", growth.operations());
    data.put(
        "steps",
        growth.steps().stream()
            .map(
                step ->
                    List.of(
                        step.at(),
                        places.get(step.path()),
                        number(step.size()),
                        step.global() ? 1 : 0))
            .toList());
    return data;
  }
}
