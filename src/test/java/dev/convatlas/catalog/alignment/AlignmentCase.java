package dev.convatlas.catalog.alignment;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.convatlas.layer.Setting;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/**
 * A file of {@code compare/alignment}; the browser's tests read the same ones.
 *
 * @param steps runs as {@code =3 ~1 -2 +4}: same, changed, removed, added
 * @param edits each as {@code arguments conv2d [groups 1 > 32] 2: -71424}, its parameters last, in
 *     the order of the attribution, those that change no parameters behind them
 * @param enough edits that explain the difference in parameters
 */
record AlignmentCase(
    List<LayerKey> before, List<LayerKey> after, String steps, List<String> edits, int enough) {

  static AlignmentCase read(Path file) throws IOException {
    JsonObject json = JsonParser.parseString(Files.readString(file)).getAsJsonObject();
    return new AlignmentCase(
        layers(json, "before"),
        layers(json, "after"),
        json.get("steps").getAsString(),
        stream(json.getAsJsonArray("edits")).map(edit -> edit(edit.getAsJsonObject())).toList(),
        json.get("enough").getAsInt());
  }

  private static java.util.stream.Stream<JsonElement> stream(JsonArray array) {
    return StreamSupport.stream(array.spliterator(), false);
  }

  private static List<LayerKey> layers(JsonObject json, String list) {
    JsonObject layers = json.getAsJsonObject("layers");
    return stream(json.getAsJsonArray(list))
        .map(name -> layer(layers.getAsJsonObject(name.getAsString())))
        .toList();
  }

  private static LayerKey layer(JsonObject layer) {
    return new LayerKey(
        layer.get("type").getAsString(),
        layer.get("kind").getAsString(),
        layer.getAsJsonObject("settings").entrySet().stream()
            .map(entry -> new Setting(entry.getKey(), entry.getValue().getAsString()))
            .toList(),
        stream(layer.getAsJsonArray("inputs")).map(AlignmentCase::sizes).toList(),
        sizes(layer.get("output")),
        layer.get("params").getAsLong(),
        layer.get("macs").getAsLong(),
        layer.get("stage").getAsInt(),
        layer.get("training").getAsBoolean());
  }

  private static List<Long> sizes(JsonElement shape) {
    return stream(shape.getAsJsonArray()).map(JsonElement::getAsLong).toList();
  }

  private static String edit(JsonObject edit) {
    String shifts =
        stream(edit.getAsJsonArray("shifts"))
            .map(JsonElement::getAsString)
            .collect(Collectors.joining(", ", "[", "]"));
    return edit.get("kind").getAsString()
        + " "
        + edit.get("type").getAsString()
        + " "
        + shifts
        + " "
        + edit.get("steps").getAsInt()
        + ": "
        + edit.get("params").getAsLong();
  }

  static String written(Edit edit, long amount) {
    return edit.kind().name().toLowerCase(Locale.ROOT)
        + " "
        + edit.type()
        + " "
        + edit.shifts().stream()
            .map(AlignmentCase::written)
            .collect(Collectors.joining(", ", "[", "]"))
        + " "
        + edit.steps().size()
        + ": "
        + amount;
  }

  private static String written(Shift shift) {
    return shift.name()
        + switch (shift.form()) {
          case TO -> " " + shift.before() + " > " + shift.after();
          case TIMES -> " * " + shift.after();
          case DIVIDED -> " / " + shift.after();
          case MORE -> " +";
          case LESS -> " -";
        };
  }

  static String written(Alignment alignment) {
    return alignment.runs().stream()
        .map(run -> symbol(run.get(0).kind()) + run.size())
        .collect(Collectors.joining(" "));
  }

  private static String symbol(Step.Kind kind) {
    return switch (kind) {
      case SAME -> "=";
      case CHANGED -> "~";
      case REMOVED -> "-";
      case ADDED -> "+";
    };
  }
}
