package dev.convatlas.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.convatlas.site.DataFiles;
import dev.convatlas.source.Limits;
import dev.convatlas.text.Language;
import dev.convatlas.text.Messages;
import dev.convatlas.yaml.Scalars;
import dev.convatlas.yaml.Value;
import dev.convatlas.yaml.Value.Mapping;
import dev.convatlas.yaml.Value.Scalar;
import dev.convatlas.yaml.Value.Sequence;
import dev.convatlas.yaml.YamlReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The JSON Schemas take what the format takes, and find the mistakes that an editor should. */
class SchemaTest {
  private static final Schema MODEL = schema(ModelSchema.of(Messages.of(Language.ENGLISH)));
  private static final Schema CATALOG = schema(CatalogSchema.of(Messages.of(Language.CHINESE)));

  private static Schema schema(Map<String, Object> written) {
    return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
        .getSchema(new String(DataFiles.schema(written), StandardCharsets.UTF_8));
  }

  /** The files that this project has of its own, and that are sound. */
  static List<Path> sound() throws IOException {
    return Stream.of("sample-models", "src/test/resources/graphs", "src/test/resources/mutated")
        .map(Path::of)
        .flatMap(SchemaTest::files)
        .filter(file -> !file.endsWith("catalog.yaml"))
        .toList();
  }

  private static Stream<Path> files(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(file -> file.toString().endsWith(".yaml")).sorted().toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @ParameterizedTest
  @MethodSource("sound")
  void soundFilesAreValid(Path file) throws IOException {
    assertThat(errors(MODEL, Files.readString(file))).isEmpty();
  }

  @Test
  void theSampleCatalogIsValid() throws IOException {
    assertThat(errors(CATALOG, Files.readString(Path.of("sample-models/catalog.yaml")))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "input: [3, 8, 8]\nlayer: [relu]",
        "input: [3, 8, 8]",
        "input: 3x8x8\nlayers: [relu]",
        "input: [3, 0, 8]\nlayers: [relu]",
        "- relu",
        "input: [3, 8, 8]\nlayers: {relu: {}}",
        "input: [3, 8, 8]\nlayers: [{conv2d: {out_chanels: 3, kernel_size: 3}}]",
        "input: [3, 8, 8]\nlayers: [{conv2d: {kernel_size: 3}}]",
        "input: [3, 8, 8]\nlayers: [{conv2d: {out_channels: 3, kernel_size: [3, 3, 3]}}]",
        "input: [3, 8, 8]\nlayers: [{conv2d: {out_channels: 1.5, kernel_size: 3}}]",
        "input: [3, 8, 8]\nlayers: [{conv2d: {out_channels: 3, kernel_size: 3, bias: 1}}]",
        "input: [3, 8, 8]\nlayers: [{interpolate: {size: 4, mode: cubist}}]",
        "input: [3, 8, 8]\nlayers: [{conv2d: 64}]",
        "input: [3, 8, 8]\nlayers: [{relu: {}, repaet: 3}]",
        "input: [3, 8, 8]\nlayers: [{relu: {}, repeat: -1}]",
        "input: [3, 8, 8]\nlayers: [{relu: {}, when: yes}]",
        "input: [3, 8, 8]\nlayers: [{residual: {main: [relu]}}]",
        "input: [3, 8, 8]\nlayers: [{parallel: {branches: [relu]}}]",
        "input: [3, 8, 8]\nblocks: {a: {arg: {}, layers: [relu]}}\nlayers: [a]",
        "input: [3, 8, 8]\nblocks: {a: {args: {}}}\nlayers: [a]",
        "input: [3, 8, 8]\nlayers: [relu]\nvariants: {a: {titel: x}}",
        "input: [3, 8, 8]\nlayers: [relu]\nclaims: [{params: 3}]",
        "input: [3, 8, 8]\nlayers: [relu]\nclaims: [{params: 1.8 billion, source: x}]",
        "input: [3, 8, 8]\nlayers: [relu]\npaper: {name: x}",
        "input: [3, 8, 8]\nlayers: [relu]\nyear: long ago"
      })
  void mistakesAreFound(String text) {
    assertThat(errors(MODEL, text)).isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "titel: x",
        "language: fr",
        "url: example.org",
        "convention: flops",
        "metrics: {top1: {better: up}}",
        "comparisons: {a: {models: [one]}}",
        "devices: {a: {operations_per_second: 1e12}}"
      })
  void mistakesOfCatalogsAreFound(String text) {
    assertThat(errors(CATALOG, text)).isNotEmpty();
  }

  private static List<String> errors(Schema schema, String text) {
    Value value = YamlReader.read("file.yaml", text + "\n", Limits.DEFAULT).value().orElseThrow();
    return schema.validate(json(value), InputFormat.JSON).stream().map(Error::toString).toList();
  }

  /** As YAML 1.2's core schema reads it, which is how editors do. */
  private static String json(Value value) {
    if (value instanceof Sequence list) {
      return list.items().stream().map(SchemaTest::json).collect(Collectors.joining(",", "[", "]"));
    }
    if (value instanceof Mapping mapping) {
      return mapping.entries().stream()
          .map(entry -> quoted(entry.key().text()) + ":" + json(entry.value()))
          .collect(Collectors.joining(",", "{", "}"));
    }
    Scalar scalar = (Scalar) value;
    if (scalar.isNull()) {
      return "null";
    }
    return Scalars.number(value)
        .map(Object::toString)
        .or(() -> Scalars.truth(value).map(Object::toString))
        .orElseGet(() -> quoted(scalar.text()));
  }

  private static String quoted(String text) {
    StringBuilder quoted = new StringBuilder("\"");
    text.chars().forEach(c -> quoted.append(String.format("\\u%04x", c)));
    return quoted.append('"').toString();
  }
}
