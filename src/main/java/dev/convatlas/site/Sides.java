package dev.convatlas.site;

import com.google.gson.stream.JsonWriter;
import dev.convatlas.analysis.Analysis;
import dev.convatlas.analysis.Count;
import dev.convatlas.analysis.Row;
import dev.convatlas.analysis.memory.Liveness.Piece;
import dev.convatlas.analysis.memory.Memory;
import dev.convatlas.analysis.memory.NumberType;
import dev.convatlas.analysis.memory.Roofline;
import dev.convatlas.analysis.memory.Traffic;
import dev.convatlas.analysis.memory.Training;
import dev.convatlas.analysis.memory.Training.Optimizer;
import dev.convatlas.analysis.resolution.ResolutionLaws;
import dev.convatlas.analysis.resolution.ResolutionLaws.Figures;
import dev.convatlas.catalog.Study;
import dev.convatlas.definition.CatalogSettings.Device;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The sides of a model in its data file: memory, traffic, roofline and other input sizes. */
final class Sides {
  private Sides() {}

  static void write(JsonWriter json, Study study) throws IOException {
    Analysis analysis = study.model().analysis();
    memory(json, study, analysis);
    training(json, study.training(), analysis);
    json.name("traffic").beginObject();
    traffic(json, Traffic.of(analysis));
    json.endObject();
    json.name("roofline").beginArray();
    for (Device device : study.devices()) {
      roofline(json, Roofline.of(analysis, device, NumberType.FP32));
    }
    json.endArray();
    resolution(json, study.laws());
  }

  /** Elements of activations that are alive while a layer runs, by its index. */
  static Map<Integer, Long> alive(Memory memory) {
    Map<Integer, Long> alive = new HashMap<>();
    memory.timeline().forEach(step -> alive.put(step.node(), step.live()));
    return alive;
  }

  /**
   * @param alive nothing where the layer runs only in training
   */
  static void layer(JsonWriter json, Row row, Long alive) throws IOException {
    if (alive == null) {
      return;
    }
    json.name("activations_alive").value(alive);
    Traffic traffic = Traffic.of(row);
    if (traffic.elements().value() > 0) {
      json.name("traffic").beginObject();
      traffic(json, traffic);
      json.endObject();
    }
  }

  private static void count(JsonWriter json, String name, Count count) throws IOException {
    json.name(name).value(count.value());
    missing(json, name, count);
  }

  private static void missing(JsonWriter json, String name, Count count) throws IOException {
    if (count.missing().isPresent()) {
      json.name(name + "_missing").value(Verdicts.english(count.missing().get()));
    }
  }

  /** In elements: a type of number multiplies them by its bytes. */
  private static void memory(JsonWriter json, Study study, Analysis analysis) throws IOException {
    Memory memory = study.memory();
    json.name("memory").beginObject();
    count(json, "weight_elements", memory.weights());
    json.name("peak_activation_elements").value(memory.peak().live());
    json.name("peak_in_place_elements").value(study.inPlace().peak().live());
    layer(json, "peak_layer", memory.peak().node(), analysis);
    json.name("peak_tensors").beginArray();
    for (Piece piece : memory.peak().pieces()) {
      json.beginObject();
      json.name("of").value(DataFiles.name(piece.tensors().get(0), analysis));
      json.name("shape");
      DataFiles.shape(json, analysis.graph().shape(piece.tensors().get(0)));
      json.name("elements").value(piece.elements());
      json.endObject();
    }
    json.endArray();
    json.endObject();
  }

  private static void layer(JsonWriter json, String name, int node, Analysis analysis)
      throws IOException {
    json.name(name);
    if (node < 0) {
      json.nullValue();
    } else {
      json.value(analysis.rows().get(node).node().path());
    }
  }

  private static void training(JsonWriter json, Training training, Analysis analysis)
      throws IOException {
    json.name("training").beginObject();
    count(json, "params", training.params());
    count(json, "buffers", training.buffers());
    json.name("activation_elements").value(training.activations());
    layer(json, "peak_layer", training.node(), analysis);
    json.name("elements").beginObject();
    for (Optimizer optimizer : Optimizer.values()) {
      json.name(optimizer.name().toLowerCase(Locale.ROOT))
          .value(training.elements(optimizer).value());
    }
    json.endObject();
    json.endObject();
  }

  private static void traffic(JsonWriter json, Traffic traffic) throws IOException {
    json.name("read").value(traffic.read());
    count(json, "weights", traffic.weights());
    json.name("written").value(traffic.written());
    count(json, "operations", traffic.operations());
  }

  private static void roofline(JsonWriter json, Roofline roof) throws IOException {
    json.beginObject();
    json.name("device").value(roof.device().id());
    json.name("title").value(roof.device().title().plain());
    json.name("number_type").value(roof.type().text());
    json.name("operations_per_second").value(plain(roof.device().operationsPerSecond()));
    json.name("bytes_per_second").value(plain(roof.device().bytesPerSecond()));
    json.name("layers").value(roof.points().size());
    json.name("bound_by_memory")
        .value(roof.points().stream().filter(Roofline.Point::boundByMemory).count());
    json.name("least_seconds").value(roof.seconds());
    if (roof.missing().isPresent()) {
      json.name("missing").value(Verdicts.english(roof.missing().get()));
    }
    json.endObject();
  }

  /** {@code 19500000000000}, not {@code 1.95E+13}. */
  private static BigDecimal plain(BigDecimal value) {
    return new BigDecimal(value.toPlainString());
  }

  private static void resolution(JsonWriter json, ResolutionLaws laws) throws IOException {
    json.name("resolution").beginObject();
    json.name("smallest");
    if (laws.smallest().isPresent()) {
      json.beginObject();
      DataFiles.shapes(json, laws.smallest().get().inputs());
      json.name("step").value(laws.smallest().get().step());
      json.name("gapless").value(laws.smallest().get().gapless());
      json.endObject();
    } else {
      json.nullValue();
    }
    json.name("sizes").beginArray();
    for (ResolutionLaws.Point point : laws.points()) {
      size(json, point);
    }
    json.endArray();
    json.endObject();
  }

  private static void size(JsonWriter json, ResolutionLaws.Point point) throws IOException {
    json.beginObject();
    json.name("scale").value(point.scale().toString());
    DataFiles.shapes(json, point.inputs());
    if (point.refusal().isPresent()) {
      json.name("refused").value(Verdicts.english(point.refusal().get()));
    }
    if (point.figures().isPresent()) {
      figures(json, point.figures().get());
    }
    json.endObject();
  }

  private static void figures(JsonWriter json, Figures figures) throws IOException {
    count(json, "macs", figures.totals().macs());
    json.name("conventions").beginObject();
    for (Map.Entry<String, Count> operations : figures.operations().entrySet()) {
      json.name(operations.getKey()).value(operations.getValue().value());
    }
    json.endObject();
    json.name("peak_activation_elements").value(figures.peak());
    json.name("receptive_field");
    Optional<Count> field = figures.field();
    if (field.isPresent()) {
      json.value(field.get().value());
      missing(json, "receptive_field", field.get());
    } else {
      json.nullValue();
    }
    json.name("same_weights").value(figures.sameWeights());
    json.name("layers_dropping_rows").value(figures.dropping());
  }
}
