package dev.convatlas.site;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.google.gson.stream.JsonWriter;
import dev.convatlas.catalog.history.History;
import dev.convatlas.catalog.history.History.Before;
import dev.convatlas.catalog.history.Published;
import dev.convatlas.catalog.history.Revision;
import dev.convatlas.catalog.history.Revision.Changed;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The changes of a site as data, {@code data/changes.json}, and the site before as it was told. */
public final class HistoryFiles {
  static final String PATH = "data/changes.json";

  private static final String CATALOG = "catalog.json";

  private HistoryFiles() {}

  /** The site that was published into a folder; nothing when there is none. */
  public static Optional<Before> published(Path site) {
    return before(site.resolve("data").resolve(CATALOG));
  }

  /**
   * What a {@code catalog.json} and the {@code changes.json} beside it tell; nothing when the first
   * is not there or not one.
   */
  public static Optional<Before> before(Path catalog) {
    return read(catalog)
        .flatMap(HistoryFiles::models)
        .map(
            models -> {
              Path history = catalog.resolveSibling("changes.json");
              return new Before(
                  models, read(history).flatMap(HistoryFiles::history).orElse(History.NONE));
            });
  }

  private static Optional<JsonObject> read(Path file) {
    try {
      return Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
          ? Optional.of(
              JsonParser.parseString(Files.readString(file, StandardCharsets.UTF_8))
                  .getAsJsonObject())
          : Optional.empty();
    } catch (IOException | RuntimeException notJson) {
      return Optional.empty();
    }
  }

  /** Whoever wrote a file of another form is not asked what it means. */
  private static <T> Optional<T> from(JsonObject file, Function<JsonObject, T> reader) {
    try {
      return file.get("schema").getAsInt() == DataFiles.SCHEMA
          ? Optional.of(reader.apply(file))
          : Optional.empty();
    } catch (RuntimeException ofAnotherForm) {
      return Optional.empty();
    }
  }

  private static Optional<List<Published>> models(JsonObject catalog) {
    return from(
        catalog, file -> list(file.getAsJsonArray("models"), model -> model(model, totals(model))));
  }

  private static JsonObject totals(JsonObject model) {
    return model.getAsJsonObject("totals");
  }

  private static Published model(JsonObject model, JsonObject figures) {
    Map<String, Long> values = new LinkedHashMap<>();
    for (String name : Published.FIGURES) {
      JsonElement value = figures.get(name);
      if (value != null && !value.isJsonNull()) {
        values.put(name, value.getAsLong());
      }
    }
    return new Published(
        model.get("id").getAsString(),
        model.get("title").getAsString(),
        values,
        figures.get("complete").getAsBoolean());
  }

  private static <T> List<T> list(JsonArray array, Function<JsonObject, T> reader) {
    List<T> list = new ArrayList<>();
    array.forEach(element -> list.add(reader.apply(element.getAsJsonObject())));
    return list;
  }

  private static Optional<History> history(JsonObject changes) {
    return from(
        changes,
        file -> new History(list(file.getAsJsonArray("revisions"), HistoryFiles::revision)));
  }

  private static Revision revision(JsonObject revision) {
    return new Revision(
        revision.get("number").getAsInt(),
        revision.get("date").getAsString(),
        revision.get("models").getAsInt(),
        revision.get("after").getAsString(),
        list(revision.getAsJsonArray("added"), model -> model(model, model)),
        list(revision.getAsJsonArray("removed"), model -> model(model, model)),
        list(revision.getAsJsonArray("changed"), HistoryFiles::changed));
  }

  private static Changed changed(JsonObject changed) {
    JsonObject before = changed.getAsJsonObject("before");
    JsonObject since = changed.getAsJsonObject("since");
    return new Changed(model(before, before), model(since, since));
  }

  static byte[] of(History history) {
    return DataFiles.json(
        json -> {
          json.name("schema").value(DataFiles.SCHEMA);
          json.name("revisions").beginArray();
          for (Revision revision : history.revisions()) {
            write(json, revision);
          }
          json.endArray();
        });
  }

  private static void write(JsonWriter json, Revision revision) throws IOException {
    json.beginObject();
    json.name("number").value(revision.number());
    json.name("date").value(revision.date());
    json.name("models").value(revision.models());
    json.name("after").value(revision.after());
    write(json, "added", revision.added());
    write(json, "removed", revision.removed());
    json.name("changed").beginArray();
    for (Changed changed : revision.changed()) {
      json.beginObject();
      json.name("before");
      write(json, changed.before());
      json.name("since");
      write(json, changed.since());
      json.endObject();
    }
    json.endArray();
    json.endObject();
  }

  private static void write(JsonWriter json, String name, List<Published> models)
      throws IOException {
    json.name(name).beginArray();
    for (Published model : models) {
      write(json, model);
    }
    json.endArray();
  }

  private static void write(JsonWriter json, Published model) throws IOException {
    json.beginObject();
    json.name("id").value(model.id());
    json.name("title").value(model.title());
    for (Map.Entry<String, Long> figure : model.figures().entrySet()) {
      json.name(figure.getKey()).value(figure.getValue());
    }
    json.name("complete").value(model.complete());
    json.endObject();
  }
}
