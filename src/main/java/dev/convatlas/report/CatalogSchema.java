package dev.convatlas.report;

import static dev.convatlas.report.Schemas.TEXT;
import static dev.convatlas.report.Schemas.TEXTS;
import static dev.convatlas.report.Schemas.anyOf;
import static dev.convatlas.report.Schemas.list;
import static dev.convatlas.report.Schemas.named;

import dev.convatlas.convention.Conventions;
import dev.convatlas.definition.Format;
import dev.convatlas.text.Language;
import dev.convatlas.text.Messages;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The JSON Schema of {@code catalog.yaml}. */
public final class CatalogSchema {
  private static final Map<String, Object> NOTHING = Map.of("type", "null");
  private static final Map<String, Object> TRANSLATED = anyOf(TEXT, NOTHING, named(TEXT));
  private static final Map<String, Object> ADDRESS =
      Map.of("type", "string", "pattern", "^https?://");
  private static final Map<String, Object> RATE = Map.of("type", "number", "exclusiveMinimum", 0);

  private final Messages words;

  private CatalogSchema(Messages words) {
    this.words = words;
  }

  /**
   * @param words the language of the descriptions
   */
  public static Map<String, Object> of(Messages words) {
    Map<String, Object> schema = new LinkedHashMap<>();
    schema.put("$schema", Schemas.DRAFT);
    schema.put("title", "catalog.yaml");
    schema.putAll(new CatalogSchema(words).keys("catalog", Format.CATALOG, List.of()));
    return schema;
  }

  private Map<String, Object> keys(String subject, List<String> keys, List<String> required) {
    return Schemas.keys("format." + subject + ".", keys, required, words, this::value);
  }

  /** What may stand under a key, by the message that describes it. */
  private Map<String, Object> value(String name) {
    return switch (name) {
      case "format.catalog.language" -> oneOrMore(languages());
      case "format.catalog.url", "format.catalog.repository" -> ADDRESS;
      case "format.catalog.convention" -> Map.of("enum", Conventions.names());
      case "format.catalog.families" -> TEXTS;
      case "format.catalog.metrics" -> named(keys("metric", Format.METRIC, List.of()));
      case "format.catalog.comparisons" ->
          named(keys("comparison", Format.COMPARISON, List.of("models")));
      case "format.catalog.devices" -> named(keys("device", Format.DEVICE, rates()));
      case "format.catalog.words" -> named(TRANSLATED);
      case "format.metric.better" -> Map.of("enum", List.of("higher", "lower"));
      case "format.comparison.models" ->
          Map.of("type", "array", "items", TEXT, "minItems", 2, "maxItems", 6);
      case "format.device.operations_per_second", "format.device.bytes_per_second" -> RATE;
      case "format.catalog.title",
          "format.catalog.description",
          "format.metric.title",
          "format.comparison.title",
          "format.comparison.description",
          "format.device.title" ->
          TRANSLATED;
      default -> TEXT;
    };
  }

  private static List<String> rates() {
    return Format.DEVICE.stream().filter(key -> !key.equals("title")).toList();
  }

  private static Map<String, Object> languages() {
    return Map.of("enum", Arrays.stream(Language.values()).map(Language::tag).toList());
  }

  private static Map<String, Object> oneOrMore(Map<String, Object> each) {
    return anyOf(each, list(each));
  }
}
