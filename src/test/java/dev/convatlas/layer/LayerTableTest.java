package dev.convatlas.layer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.convatlas.source.Checked;
import dev.convatlas.source.Limits;
import dev.convatlas.source.Message;
import dev.convatlas.tensor.Role;
import dev.convatlas.text.Language;
import dev.convatlas.text.Messages;
import dev.convatlas.yaml.Value;
import dev.convatlas.yaml.Value.Entry;
import dev.convatlas.yaml.Value.Mapping;
import dev.convatlas.yaml.Value.Sequence;
import dev.convatlas.yaml.YamlReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The specification of each layer type, as data with the source of every number. */
class LayerTableTest {
  private static final Path FOLDER = Path.of("src/test/resources/layers");
  private static final Set<String> GIVEN = Set.of("name", "args", "inputs", "source");

  @Test
  void everyTypeHasItsFile() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrderElementsOf(
              LayerTypes.names().stream().map(name -> name + ".yaml").toList());
    }
  }

  static List<LayerType> types() {
    return LayerTypes.ALL;
  }

  @ParameterizedTest
  @MethodSource("types")
  void everyArgumentIsAwayFromItsDefaultSomewhere(LayerType type) {
    assertThat(type.arguments())
        .allSatisfy(
            argument ->
                assertThat(
                        list(type, "cases")
                            .flatMap(written -> written.get("args").stream())
                            .flatMap(args -> ((Mapping) args).get(argument.name()).stream())
                            .map(Value::shown))
                    .as(argument.name())
                    .anyMatch(value -> !value.equals(argument.shown())));
  }

  @ParameterizedTest
  @MethodSource("types")
  void somethingIsRefused(LayerType type) {
    assertThat(list(type, "refusals")).isNotEmpty();
  }

  @TestFactory
  Stream<DynamicTest> cases() {
    return each("cases", (type, written) -> check(LayerCase.of(type, written)));
  }

  @TestFactory
  Stream<DynamicTest> refusals() {
    return each(
        "refusals",
        (type, written) -> {
          assertThat(written.keys()).isSubsetOf("args", "inputs", "refused");
          Message message = LayerCase.of(type, written).refusal().orElseThrow();
          assertThat(message.key()).isEqualTo(text(written, "refused"));
          readable(message);
        });
  }

  private static void check(LayerCase layer) {
    Mapping written = layer.written();
    assertThat(written.keys()).contains("inputs", "output", "params", "buffers", "macs", "source");
    assertThat(layer.type().arity().accepts(layer.inputs().size())).isTrue();
    for (Entry entry : written.entries()) {
      String key = entry.key().text();
      if (key.startsWith("reads")) {
        int input = key.equals("reads") ? 0 : Integer.parseInt(key.substring(5)) - 1;
        reads(layer, input, entry.value());
      } else if (!GIVEN.contains(key)) {
        assertThat(layer.figure(key)).as(key).isEqualTo(entry.value().shown());
      }
    }
    assertThat(layer.rule()).isNotEmpty().allSatisfy(LayerTableTest::readable);
  }

  private static void reads(LayerCase layer, int input, Value expected) {
    List<Role> places = layer.places(input);
    assertThat(places).isNotEmpty();
    for (Role place : places) {
      String name = place.name().toLowerCase(Locale.ROOT);
      Value along = expected instanceof Mapping each ? each.get(name).orElseThrow() : expected;
      assertThat(layer.reads(input, place)).as("reads " + name).isEqualTo(along.shown());
    }
  }

  /** In both languages, with all of its places filled. */
  private static void readable(Message message) {
    for (Language language : Language.values()) {
      assertThat(Messages.of(language).text(message)).isNotBlank().doesNotContain("{");
    }
  }

  @FunctionalInterface
  private interface Check {
    void run(LayerType type, Mapping written);
  }

  private static Stream<DynamicTest> each(String key, Check check) {
    return LayerTypes.ALL.stream()
        .flatMap(
            type ->
                list(type, key)
                    .map(
                        written ->
                            DynamicTest.dynamicTest(
                                type.name() + ":" + written.span().line(),
                                () -> check.run(type, written))));
  }

  private static Stream<Mapping> list(LayerType type, String key) {
    Path file = FOLDER.resolve(type.name() + ".yaml");
    try {
      Checked<Value> read =
          YamlReader.read(file.toString(), Files.readString(file), Limits.DEFAULT);
      assertThat(read.diagnostics()).isEmpty();
      Mapping table = (Mapping) read.value().orElseThrow();
      assertThat(table.keys()).containsExactly("cases", "refusals");
      Sequence items = (Sequence) table.get(key).orElseThrow();
      return items.items().stream().map(Mapping.class::cast);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String text(Mapping written, String key) {
    return written.get(key).orElseThrow().shown();
  }
}
