package dev.convatlas.site;

import com.google.gson.stream.JsonWriter;
import dev.convatlas.analysis.Count;
import dev.convatlas.catalog.Summary;
import dev.convatlas.catalog.alignment.Attribution;
import dev.convatlas.catalog.alignment.Edit;
import dev.convatlas.catalog.alignment.Step;
import dev.convatlas.catalog.comparison.CatalogDifference;
import dev.convatlas.catalog.comparison.CatalogDifference.Changed;
import dev.convatlas.catalog.comparison.Comparison;
import dev.convatlas.catalog.comparison.LayerComparison;
import dev.convatlas.catalog.comparison.Trait.Unit;
import dev.convatlas.catalog.comparison.Value;
import dev.convatlas.convention.Convention;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;

/** A comparison as data: numbers in plain digits, texts in the catalog's own words. */
public final class ComparisonFiles {
  private ComparisonFiles() {}

  /**
   * A line for each figure: its name, its unit, the models' values.
   *
   * @param names of the models, which are the columns
   * @param differences whether lines in which all are the same are left out
   */
  public static byte[] csv(Comparison comparison, List<String> names, boolean differences) {
    StringBuilder csv = new StringBuilder();
    List<String> head = new ArrayList<>(List.of("figure", "unit"));
    head.addAll(names);
    CsvFiles.line(csv, head);
    for (Comparison.Row row : rows(comparison, differences)) {
      List<String> fields = new ArrayList<>(List.of(row.trait().id(), unit(row.trait().unit())));
      row.values().forEach(value -> fields.add(text(value)));
      CsvFiles.line(csv, fields);
    }
    return csv.toString().getBytes(StandardCharsets.UTF_8);
  }

  /** A lower bound has its sign before it, and is no number. */
  private static String text(Value value) {
    if (value instanceof Value.Amount number) {
      Count count = number.count();
      return (count.isExact() ? "" : ">=") + count.value();
    }
    return value instanceof Value.Words words ? words.text().plain() : "";
  }

  private static String unit(Unit unit) {
    return switch (unit) {
      case WORDS, COUNT, EXACT -> "";
      case PIXELS -> "px";
      case BYTES -> "B";
    };
  }

  private static List<Comparison.Row> rows(Comparison comparison, boolean differences) {
    return comparison.rows().stream()
        .filter(row -> !row.isMissing() && !(differences && row.isSame()))
        .toList();
  }

  /**
   * @param layers for each model how its layers differ from the baseline's; empty where they could
   *     not be aligned
   */
  public static byte[] json(
      Comparison comparison,
      List<String> names,
      boolean differences,
      List<Optional<LayerComparison>> layers) {
    return DataFiles.json(
        json -> {
          json.name("schema").value(DataFiles.SCHEMA);
          json.name("models").beginArray();
          for (String name : names) {
            json.value(name);
          }
          json.endArray();
          json.name("base").value(names.get(comparison.base()));
          json.name("convention").value(comparison.convention().name());
          json.name("figures").beginArray();
          for (Comparison.Row row : rows(comparison, differences)) {
            figure(json, row, comparison.base());
          }
          json.endArray();
          json.name("layers").beginArray();
          for (int i = 0; i < names.size(); i++) {
            if (i != comparison.base()) {
              layers(json, names.get(i), layers.get(i));
            }
          }
          json.endArray();
        });
  }

  private static void figure(JsonWriter json, Comparison.Row row, int base) throws IOException {
    json.beginObject();
    json.name("figure").value(row.trait().id());
    json.name("unit").value(unit(row.trait().unit()));
    json.name("same").value(row.isSame());
    json.name("values").beginArray();
    for (Value value : row.values()) {
      if (value instanceof Value.Amount number) {
        json.value(number.count().value());
      } else if (value instanceof Value.Words words) {
        json.value(words.text().plain());
      } else {
        json.nullValue();
      }
    }
    json.endArray();
    json.name("exact").beginArray();
    for (Value value : row.values()) {
      json.value(!(value instanceof Value.Amount number) || number.count().isExact());
    }
    json.endArray();
    json.name("changes").beginArray();
    for (Value value : row.values()) {
      OptionalLong change = change(row.values().get(base), value);
      if (change.isPresent()) {
        json.value(change.getAsLong());
      } else {
        json.nullValue();
      }
    }
    json.endArray();
    json.endObject();
  }

  private static OptionalLong change(Value base, Value value) {
    return base instanceof Value.Amount old
            && value instanceof Value.Amount young
            && old.count().isExact()
            && young.count().isExact()
        ? OptionalLong.of(Math.subtractExact(young.count().value(), old.count().value()))
        : OptionalLong.empty();
  }

  /** A line for each figure of each model that is new, gone or changed. */
  public static byte[] csv(CatalogDifference difference) {
    StringBuilder csv = new StringBuilder();
    CsvFiles.line(csv, List.of("model", "fate", "figure", "unit", "before", "after"));
    for (Changed changed : difference.changed()) {
      for (Comparison.Row row : rows(changed.comparison(), true)) {
        CsvFiles.line(
            csv,
            List.of(
                changed.after().id(),
                "changed",
                row.trait().id(),
                unit(row.trait().unit()),
                text(row.values().get(0)),
                text(row.values().get(1))));
      }
    }
    difference
        .added()
        .forEach(model -> CsvFiles.line(csv, List.of(model.id(), "added", "", "", "", "")));
    difference
        .removed()
        .forEach(model -> CsvFiles.line(csv, List.of(model.id(), "removed", "", "", "", "")));
    return csv.toString().getBytes(StandardCharsets.UTF_8);
  }

  public static byte[] json(CatalogDifference difference, Convention convention) {
    return DataFiles.json(
        json -> {
          json.name("schema").value(DataFiles.SCHEMA);
          json.name("convention").value(convention.name());
          json.name("same").value(difference.same());
          ids(json, "added", difference.added());
          ids(json, "removed", difference.removed());
          json.name("changed").beginArray();
          for (Changed changed : difference.changed()) {
            json.beginObject();
            json.name("model").value(changed.after().id());
            json.name("before").value(changed.before().id());
            json.name("figures").beginArray();
            for (Comparison.Row row : rows(changed.comparison(), true)) {
              figure(json, row, 0);
            }
            json.endArray();
            json.endObject();
          }
          json.endArray();
        });
  }

  private static void ids(JsonWriter json, String name, List<Summary> models) throws IOException {
    json.name(name).beginArray();
    for (Summary model : models) {
      json.value(model.id());
    }
    json.endArray();
  }

  private static void layers(JsonWriter json, String name, Optional<LayerComparison> layers)
      throws IOException {
    json.beginObject();
    json.name("model").value(name);
    json.name("aligned").value(layers.isPresent());
    if (layers.isPresent()) {
      for (Step.Kind kind : Step.Kind.values()) {
        json.name(kind.name().toLowerCase(Locale.ROOT))
            .value(
                layers.get().aligned().alignment().steps().stream()
                    .filter(step -> step.kind() == kind)
                    .count());
      }
      json.name("macs");
      attribution(json, layers.get().operations());
      json.name("params");
      attribution(json, layers.get().params());
    }
    json.endObject();
  }

  /** Amounts add up to the difference; the first {@code enough} explain 95 % of it. */
  private static void attribution(JsonWriter json, Attribution attribution) throws IOException {
    json.beginObject();
    json.name("difference").value(attribution.difference());
    json.name("enough").value(attribution.enough());
    json.name("explained").value(attribution.explained());
    json.name("edits").beginArray();
    for (Attribution.Share share : attribution.shares()) {
      Edit edit = share.edit();
      json.beginObject();
      json.name("kind").value(edit.kind().name().toLowerCase(Locale.ROOT));
      json.name("type").value(edit.type());
      json.name("layers").value(edit.steps().size());
      json.name("amount").value(share.amount());
      json.endObject();
    }
    json.endArray();
    json.endObject();
  }
}
