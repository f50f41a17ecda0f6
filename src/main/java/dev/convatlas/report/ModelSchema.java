package dev.convatlas.report;

import static dev.convatlas.report.Schemas.ADDRESS;
import static dev.convatlas.report.Schemas.ANYTHING;
import static dev.convatlas.report.Schemas.EXPRESSION;
import static dev.convatlas.report.Schemas.TEXT;
import static dev.convatlas.report.Schemas.TEXTS;
import static dev.convatlas.report.Schemas.anyOf;
import static dev.convatlas.report.Schemas.described;
import static dev.convatlas.report.Schemas.list;
import static dev.convatlas.report.Schemas.named;
import static dev.convatlas.report.Schemas.object;
import static dev.convatlas.report.Schemas.open;
import static dev.convatlas.report.Schemas.reference;

import dev.convatlas.definition.Format;
import dev.convatlas.layer.Argument;
import dev.convatlas.layer.LayerType;
import dev.convatlas.layer.LayerTypes;
import dev.convatlas.text.Messages;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The JSON Schema of a model file, for editors: from the list of layer types and the keys of the
 * format. It refuses less than {@code check} does, and never what {@code check} accepts.
 */
public final class ModelSchema {
  private static final Map<String, Object> FLAG = open(Map.of("type", "boolean"));
  private static final Map<String, Object> SIZES =
      open(list(Map.of("type", "integer", "minimum", 1)));
  private static final Map<String, Object> ITEMS = list(reference("item"));
  private static final Map<String, Object> FIGURE =
      anyOf(
          Map.of("type", "number", "minimum", 0),
          Map.of("type", "string", "pattern", "^[0-9]{1,18}(\\.[0-9]{1,12})? ?[kKMGT]?$"),
          EXPRESSION);

  private final Messages words;

  private ModelSchema(Messages words) {
    this.words = words;
  }

  /**
   * @param words the language of the descriptions
   */
  public static Map<String, Object> of(Messages words) {
    return new ModelSchema(words).file();
  }

  private Map<String, Object> file() {
    Map<String, Object> schema = new LinkedHashMap<>();
    schema.put("$schema", Schemas.DRAFT);
    schema.put("title", words.text("format.model"));
    schema.putAll(keys("file", Format.FILE, List.of()));
    schema.put(
        "anyOf",
        List.of(Map.of("required", List.of("layers")), Map.of("required", List.of("blocks"))));
    schema.put("$defs", definitions());
    return schema;
  }

  private Map<String, Object> definitions() {
    Map<String, Object> definitions = new LinkedHashMap<>();
    definitions.put(
        "expression",
        described(Map.of("type", "string", "pattern", "\\$\\{"), words.text("format.expression")));
    definitions.put(
        "generated",
        described(
            object(Map.of("for", named(ANYTHING), "value", ANYTHING), List.of("for", "value")),
            words.text("format.generated")));
    definitions.put("translated", anyOf(TEXT, Map.of("type", "null"), named(TEXT)));
    definitions.put("variant", anyOf(Map.of("type", "null"), variant()));
    definitions.put("block", keys("block", Format.BLOCK, List.of("layers")));
    definitions.put("claim", claim());
    definitions.put("item", anyOf(typeName(), item()));
    definitions.put("items", anyOf(ITEMS, reference("item")));
    for (LayerType type : LayerTypes.ALL) {
      definitions.put("layer-" + type.name(), arguments(type));
    }
    return definitions;
  }

  private Map<String, Object> keys(String subject, List<String> keys, List<String> required) {
    return Schemas.keys("format." + subject + ".", keys, required, words, this::value);
  }

  /** What may stand under a key, by the message that describes it. */
  private Map<String, Object> value(String name) {
    return switch (name) {
      case "format.file.include",
          "format.file.tags",
          "format.file.aliases",
          "format.file.outputs" ->
          anyOf(Map.of("type", "null"), TEXTS);
      case "format.file.family", "format.file.title", "format.file.description" ->
          reference("translated");
      case "format.file.year" -> open(Map.of("type", List.of("integer", "null")));
      case "format.file.paper" -> anyOf(Map.of("type", "null"), paper());
      case "format.file.params" -> anyOf(Map.of("type", "null"), named(ANYTHING));
      case "format.file.input" -> anyOf(SIZES, named(SIZES));
      case "format.file.blocks" -> anyOf(Map.of("type", "null"), named(reference("block")));
      case "format.file.layers", "format.block.layers" -> ITEMS;
      case "format.file.claims" -> anyOf(Map.of("type", "null"), list(reference("claim")));
      case "format.file.metrics" ->
          anyOf(Map.of("type", "null"), named(open(Map.of("type", "number"))));
      case "format.file.grid" -> anyOf(Map.of("type", "null"), named(open(list(ANYTHING))));
      case "format.file.variants" -> anyOf(Map.of("type", "null"), named(reference("variant")));
      case "format.block.args" -> anyOf(Map.of("type", "null"), named(ANYTHING));
      case "format.block.inputs" -> TEXTS;
      case "format.item.from" -> TEXTS;
      case "format.item.when",
          "format.item.training",
          "format.item.functional",
          "format.residual.skip" ->
          FLAG;
      case "format.item.for" -> Map.of("type", "object", "minProperties", 1, "maxProperties", 1);
      case "format.item.repeat" -> open(Map.of("type", "integer", "minimum", 0));
      case "format.residual.body", "format.residual.shortcut" ->
          anyOf(Map.of("type", "null"), reference("items"));
      case "format.parallel.branches" -> list(anyOf(reference("item"), ITEMS));
      case "format.parallel.merge" -> reference("item");
      default -> anyOf(Map.of("type", "null"), TEXT);
    };
  }

  private Map<String, Object> paper() {
    Map<String, Object> properties = new LinkedHashMap<>();
    properties.put("title", TEXT);
    properties.put("url", ADDRESS);
    return object(properties, List.of());
  }

  private Map<String, Object> variant() {
    return keys("file", Format.VARIANT, List.of());
  }

  private Map<String, Object> claim() {
    Map<String, Object> properties = new LinkedHashMap<>();
    for (String figure : Format.FIGURES) {
      properties.put(figure, described(FIGURE, words.text("format.claim." + figure)));
    }
    for (String key : Format.CLAIM) {
      properties.put(
          key, described(key.equals("url") ? ADDRESS : TEXT, words.text("format.claim." + key)));
    }
    Map<String, Object> claim = new LinkedHashMap<>(object(properties, List.of("source")));
    claim.put("minProperties", 2);
    return claim;
  }

  /** A layer without arguments, or a block. Names come first, for completion. */
  private static Map<String, Object> typeName() {
    return anyOf(
        Map.of("enum", LayerTypes.names()),
        Map.of("type", "string", "pattern", "^([A-Za-z_][A-Za-z0-9_]*|.*\\$\\{.*)$"));
  }

  private Map<String, Object> item() {
    Map<String, Object> properties = new LinkedHashMap<>();
    for (String key : Format.MODIFIERS) {
      String name = "format.item." + key;
      properties.put(key, described(value(name), words.text(name)));
    }
    properties.put("share", described(TEXT, words.text("format.item.share")));
    properties.put("layers", described(ITEMS, words.text("format.item.layers")));
    properties.put(
        "residual",
        described(
            anyOf(
                Map.of("type", "array", "items", reference("item"), "minItems", 1),
                keys("residual", Format.RESIDUAL, List.of("body"))),
            words.text("format.item.residual")));
    properties.put(
        "parallel",
        described(
            keys("parallel", Format.PARALLEL, Format.PARALLEL),
            words.text("format.item.parallel")));
    for (LayerType type : LayerTypes.ALL) {
      properties.put(type.name(), reference("layer-" + type.name()));
    }
    Map<String, Object> item = new LinkedHashMap<>();
    item.put("type", "object");
    item.put("properties", properties);
    // A block, or a type that is an expression: its arguments are a mapping, if it has any.
    item.put("additionalProperties", anyOf(Map.of("type", List.of("object", "null")), EXPRESSION));
    return item;
  }

  private Map<String, Object> arguments(LayerType type) {
    Map<String, Object> properties = new LinkedHashMap<>();
    List<String> required = new ArrayList<>();
    for (Argument<?> argument : type.arguments()) {
      properties.put(
          argument.name(), described(open(argument.kind().schema()), description(argument)));
      if (argument.isRequired()) {
        required.add(argument.name());
      }
    }
    List<Object> choices = new ArrayList<>(List.of(object(properties, required), EXPRESSION));
    if (required.isEmpty()) {
      choices.add(Map.of("type", "null"));
    }
    String torch = type.torch().isEmpty() ? type.name() : type.torch();
    return described(Map.of("anyOf", choices), torch);
  }

  private String description(Argument<?> argument) {
    String allowed = words.text(argument.kind().allowed());
    return argument.isRequired()
        ? words.text("format.argument.required", allowed)
        : words.text("format.argument.default", allowed, argument.shown());
  }
}
