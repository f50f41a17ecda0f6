package dev.convatlas.report;

import dev.convatlas.text.Messages;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** Pieces of JSON Schema, draft 2020-12. */
final class Schemas {
  static final String DRAFT = "https://json-schema.org/draft/2020-12/schema";

  /** A text with an expression in it, which may give anything. */
  static final Map<String, Object> EXPRESSION = reference("expression");

  static final Map<String, Object> ANYTHING = Map.of();
  static final Map<String, Object> TEXT = Map.of("type", List.of("string", "number", "boolean"));
  static final Map<String, Object> TEXTS = anyOf(TEXT, list(TEXT));
  static final Map<String, Object> ADDRESS =
      open(Map.of("type", "string", "pattern", "^https?://"));

  private Schemas() {}

  static Map<String, Object> reference(String definition) {
    return Map.of("$ref", "#/$defs/" + definition);
  }

  static Map<String, Object> list(Map<String, Object> each) {
    return Map.of("type", "array", "items", each);
  }

  static Map<String, Object> anyOf(Map<String, Object> one, Map<String, Object> other) {
    return Map.of("anyOf", List.of(one, other));
  }

  static Map<String, Object> anyOf(
      Map<String, Object> one, Map<String, Object> other, Map<String, Object> third) {
    return Map.of("anyOf", List.of(one, other, third));
  }

  /**
   * An object of these keys, each with the message that describes it.
   *
   * @param subject what the names of the messages begin with
   * @param value what may stand under a key, by its message
   */
  static Map<String, Object> keys(
      String subject,
      List<String> keys,
      List<String> required,
      Messages words,
      Function<String, Map<String, Object>> value) {
    Map<String, Object> properties = new LinkedHashMap<>();
    for (String key : keys) {
      String name = subject + key;
      properties.put(key, described(value.apply(name), words.text(name)));
    }
    return object(properties, required);
  }

  /** An object of these keys and no others. */
  static Map<String, Object> object(Map<String, ?> properties, List<String> required) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("type", "object");
    object.put("properties", properties);
    if (!required.isEmpty()) {
      object.put("required", required);
    }
    object.put("additionalProperties", false);
    return object;
  }

  /** An object of any keys. */
  static Map<String, Object> named(Map<String, Object> each) {
    return Map.of("type", "object", "additionalProperties", each);
  }

  /** The same, with what editors show. */
  static Map<String, Object> described(Map<String, Object> schema, String description) {
    Map<String, Object> more = copy(schema);
    more.put("description", description);
    return more;
  }

  /** In an order that is always the same, which {@link Map#of} does not keep. */
  private static Map<String, Object> copy(Map<String, Object> schema) {
    return new LinkedHashMap<>(schema instanceof LinkedHashMap ? schema : new TreeMap<>(schema));
  }

  /** The same schema, with an expression wherever a value can be one, in lists too. */
  static Map<String, Object> open(Map<String, Object> schema) {
    List<Object> choices = new ArrayList<>();
    if (schema.get("anyOf") instanceof List<?> several) {
      several.forEach(one -> choices.add(opened(map(one))));
    } else {
      choices.add(opened(schema));
    }
    choices.add(EXPRESSION);
    return Map.of("anyOf", choices);
  }

  private static Map<String, Object> opened(Map<String, Object> schema) {
    if (schema.containsKey("anyOf")) {
      return open(schema);
    }
    if (!(schema.get("items") instanceof Map<?, ?> items)) {
      return schema;
    }
    Map<String, Object> list = copy(schema);
    list.put("items", open(map(items)));
    return anyOf(list, reference("generated"));
  }

  @SuppressWarnings("unchecked") // Schemas have keys that are strings.
  private static Map<String, Object> map(Object schema) {
    return (Map<String, Object>) schema;
  }
}
