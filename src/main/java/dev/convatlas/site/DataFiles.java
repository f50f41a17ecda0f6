package dev.convatlas.site;

import com.google.gson.stream.JsonWriter;
import dev.convatlas.analysis.Analysis;
import dev.convatlas.analysis.Count;
import dev.convatlas.analysis.Row;
import dev.convatlas.analysis.Totals;
import dev.convatlas.analysis.memory.NumberType;
import dev.convatlas.catalog.Catalog;
import dev.convatlas.catalog.Study;
import dev.convatlas.catalog.Summary;
import dev.convatlas.convention.Conventions;
import dev.convatlas.graph.Tensor;
import dev.convatlas.report.Badge;
import dev.convatlas.report.Fields;
import dev.convatlas.source.Message;
import dev.convatlas.tensor.AxisField;
import dev.convatlas.tensor.Ratio;
import dev.convatlas.tensor.Role;
import dev.convatlas.tensor.Shape;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The site as an API. Names and keys are stable, additions are allowed; {@code schema} is the
 * version of the contract.
 */
public final class DataFiles {
  static final int SCHEMA = 1;

  private DataFiles() {}

  interface Body {
    void write(JsonWriter json) throws IOException;
  }

  /** Every model with its totals. */
  static byte[] catalog(Catalog catalog) {
    return json(
        json -> {
          json.name("schema").value(SCHEMA);
          json.name("models").beginArray();
          for (Summary summary : catalog.models()) {
            json.beginObject();
            summary(json, summary);
            json.endObject();
          }
          json.endArray();
        });
  }

  /** One model with its claims, findings, sides and layers. */
  public static byte[] model(Study study) {
    Analysis analysis = study.model().analysis();
    return json(
        json -> {
          json.name("schema").value(SCHEMA);
          summary(json, study.summary());
          Verdicts.claims(json, study.claims());
          Verdicts.findings(json, study.findings(), analysis);
          Sides.write(json, study);
          json.name("layers").beginArray();
          Map<Integer, Long> alive = Sides.alive(study.memory());
          for (int i = 0; i < analysis.rows().size(); i++) {
            json.beginObject();
            layer(json, study, i);
            Sides.layer(json, analysis.rows().get(i), alive.get(i));
            json.endObject();
          }
          json.endArray();
        });
  }

  /** What the files may say, such as a JSON Schema: keys to strings, numbers, lists and maps. */
  public static byte[] schema(Map<String, ?> schema) {
    StringWriter text = new StringWriter();
    try (JsonWriter json = new JsonWriter(text)) {
      json.setHtmlSafe(false);
      json.setIndent("  ");
      value(json, schema);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return (text + "\n").getBytes(StandardCharsets.UTF_8);
  }

  /** Keys come in alphabetical order where a map has none of its own. */
  private static void value(JsonWriter json, Object value) throws IOException {
    if (value instanceof Map<?, ?> map) {
      json.beginObject();
      Map<?, ?> ordered = map instanceof LinkedHashMap<?, ?> ? map : new TreeMap<>(map);
      for (Map.Entry<?, ?> entry : ordered.entrySet()) {
        json.name(entry.getKey().toString());
        value(json, entry.getValue());
      }
      json.endObject();
    } else if (value instanceof List<?> list) {
      json.beginArray();
      for (Object each : list) {
        value(json, each);
      }
      json.endArray();
    } else if (value instanceof Number number) {
      json.value(number);
    } else if (value instanceof Boolean truth) {
      json.value(truth);
    } else {
      json.value(value.toString());
    }
  }

  /**
   * As shields.io documents its endpoints.
   *
   * @param color in hexadecimal digits
   */
  static byte[] badge(Badge badge, String color) {
    return json(
        json -> {
          json.name("schemaVersion").value(1);
          json.name("label").value(badge.label());
          json.name("message").value(badge.message());
          json.name("color").value(color);
        });
  }

  static byte[] json(Body body) {
    StringWriter text = new StringWriter();
    try (JsonWriter json = new JsonWriter(text)) {
      json.setHtmlSafe(false);
      json.beginObject();
      body.write(json);
      json.endObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return (text + "\n").getBytes(StandardCharsets.UTF_8);
  }

  private static void summary(JsonWriter json, Summary summary) throws IOException {
    json.name("id").value(summary.id());
    json.name("title").value(summary.metadata().title().plain());
    json.name("family").value(summary.metadata().family().plain());
    shapes(json, summary.inputs());
    totals(json, summary);
  }

  static void shapes(JsonWriter json, Map<String, Shape> inputs) throws IOException {
    json.name("inputs").beginObject();
    for (Map.Entry<String, Shape> input : inputs.entrySet()) {
      json.name(input.getKey());
      shape(json, input.getValue());
    }
    json.endObject();
  }

  private static void totals(JsonWriter json, Summary summary) throws IOException {
    Totals totals = summary.totals();
    json.name("totals").beginObject();
    json.name("params").value(totals.params().value());
    json.name("params_inference").value(totals.paramsInference().value());
    json.name("buffers").value(totals.buffers().value());
    json.name("macs").value(totals.macs().value());
    json.name("conventions").beginObject();
    for (Map.Entry<String, Count> operations : summary.operations().entrySet()) {
      json.name(operations.getKey()).value(operations.getValue().value());
    }
    json.endObject();
    Map<String, Count> missing = missing(summary);
    json.name("complete").value(missing.isEmpty());
    if (!missing.isEmpty()) {
      json.name("missing").beginObject();
      for (Map.Entry<String, Count> figure : missing.entrySet()) {
        json.name(figure.getKey()).value(Verdicts.english(figure.getValue().missing().get()));
      }
      json.endObject();
    }
    json.name("peak_activation_bytes").beginObject();
    for (NumberType type : NumberType.values()) {
      json.name(type.text()).value(type.bytes(summary.peak()));
    }
    json.endObject();
    json.name("activations").value(totals.activations().value());
    json.name("receptive_field");
    if (summary.field().isPresent()) {
      json.value(summary.field().get().value());
    } else {
      json.nullValue();
    }
    json.name("layers").value(totals.layers());
    json.name("stated").value(summary.structure().stated());
    json.endObject();
  }

  /** Totals that are lower bounds, by their keys. */
  private static Map<String, Count> missing(Summary summary) {
    Totals totals = summary.totals();
    Map<String, Count> all = new LinkedHashMap<>();
    all.put("params", totals.params());
    all.put("params_inference", totals.paramsInference());
    all.put("buffers", totals.buffers());
    all.put("macs", totals.macs());
    all.put("activations", totals.activations());
    summary.operations().forEach((name, count) -> all.put("conventions." + name, count));
    summary.field().ifPresent(field -> all.put("receptive_field", field));
    all.values().removeIf(Count::isExact);
    return all;
  }

  /** Whether no total is a lower bound, by any convention. */
  static boolean isComplete(Summary summary) {
    return missing(summary).isEmpty();
  }

  private static void layer(JsonWriter json, Study study, int index) throws IOException {
    Analysis analysis = study.model().analysis();
    Row row = analysis.rows().get(index);
    json.name("path").value(row.node().path());
    json.name("type").value(row.node().type());
    json.name("inputs").beginArray();
    for (Tensor tensor : row.node().inputs()) {
      json.value(name(tensor, analysis));
    }
    json.endArray();
    json.name("output");
    shape(json, row.node().output());
    json.name("params").value(row.params().value());
    json.name("buffers").value(row.buffers().value());
    json.name("macs").value(row.macs().value());
    conventions(json, row, study.operations().stream().map(all -> all.get(index)).toList());
    json.name("receptive_field");
    field(json, row);
    Optional<Message> missing = Fields.missing(row);
    if (missing.isPresent()) {
      json.name("receptive_field_missing").value(Verdicts.english(missing.get()));
    }
  }

  /** Those that do not count the multiply-accumulates; left out where all of them do. */
  private static void conventions(JsonWriter json, Row row, List<Count> counts) throws IOException {
    if (counts.stream().anyMatch(count -> count.value() != row.macs().value())) {
      json.name("conventions").beginObject();
      for (int i = 0; i < counts.size(); i++) {
        if (counts.get(i).value() != row.macs().value()) {
          json.name(Conventions.ALL.get(i).name()).value(counts.get(i).value());
        }
      }
      json.endObject();
    }
    Optional<Message> why =
        Stream.concat(Stream.of(row.params(), row.buffers(), row.macs()), counts.stream())
            .flatMap(count -> count.missing().stream())
            .findFirst();
    if (why.isPresent()) {
      json.name("missing").value(Verdicts.english(why.get()));
    }
  }

  /** Path of the layer that gives the tensor, or the name of the model's input. */
  static String name(Tensor tensor, Analysis analysis) {
    return tensor instanceof Tensor.Output output
        ? analysis.rows().get(output.node()).node().path()
        : ((Tensor.Input) tensor).name();
  }

  private static void field(JsonWriter json, Row row) throws IOException {
    Map<Role, AxisField> axes = Fields.of(row);
    if (axes.isEmpty()) {
      json.nullValue();
      return;
    }
    json.beginObject();
    json.name("size").beginArray();
    for (Map.Entry<Role, AxisField> axis : axes.entrySet()) {
      json.value(Fields.size(axis.getValue(), axis.getKey(), row.node().output()));
    }
    json.endArray();
    json.name("jump").beginArray();
    for (AxisField axis : axes.values()) {
      jump(json, axis.jump());
    }
    json.endArray();
    json.name("start").beginArray();
    for (AxisField axis : axes.values()) {
      json.value(axis.start());
    }
    json.endArray();
    json.name("global").value(Fields.isGlobal(axes));
    json.endObject();
  }

  /** A whole number, {@code "1/2"}, or null where paths with different jumps have joined. */
  private static void jump(JsonWriter json, Optional<Ratio> jump) throws IOException {
    if (jump.isEmpty()) {
      json.nullValue();
    } else if (jump.get().isWhole()) {
      json.value(jump.get().numerator());
    } else {
      json.value(jump.get().toString());
    }
  }

  static void shape(JsonWriter json, Shape shape) throws IOException {
    json.beginArray();
    for (long size : shape.sizes()) {
      json.value(size);
    }
    json.endArray();
  }
}
