package dev.convatlas.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import dev.convatlas.source.Checked;
import dev.convatlas.source.Limits;
import dev.convatlas.source.SourceSpan;
import dev.convatlas.yaml.Value.Mapping;
import dev.convatlas.yaml.Value.Scalar;
import dev.convatlas.yaml.Value.Sequence;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Good inputs beside their values, {@code yaml/CASE.yaml} and {@code CASE.txt}: one value a line,
 * with its place as {@code line:column+length}, its kind, its path and its text. Bad inputs are in
 * {@code diagnostics/yaml}.
 */
class YamlReaderTest {
  private static final Path ROOT = Path.of("src/test/resources/yaml");

  @TestFactory
  Stream<DynamicTest> eachInputHasItsValues() throws IOException {
    try (Stream<Path> files = Files.list(ROOT)) {
      return files
          .map(file -> file.getFileName().toString().replaceFirst("\\.(yaml|txt)$", ""))
          .distinct()
          .sorted()
          .map(name -> DynamicTest.dynamicTest(name, () -> check(name)))
          .toList()
          .stream();
    }
  }

  private static void check(String name) throws IOException {
    Path file = ROOT.resolve(name + ".yaml");
    Checked<String> text = YamlReader.decode(name, Files.readAllBytes(file), Limits.DEFAULT);
    Checked<Value> read = YamlReader.read(name, text.value().orElseThrow(), Limits.DEFAULT);
    StringBuilder values = new StringBuilder();
    write(read.value().orElseThrow(), "", values);
    assertThat(read.diagnostics()).isEmpty();
    assertThat(values.toString()).isEqualTo(Files.readString(ROOT.resolve(name + ".txt")));
  }

  private static void write(Value value, String path, StringBuilder into) {
    SourceSpan span = value.span();
    into.append(span.line()).append(':').append(span.column()).append('+').append(span.length());
    if (value instanceof Scalar scalar) {
      into.append(scalar.plain() ? " plain" : " text").append(path.isEmpty() ? "" : " ");
      into.append(path).append(' ').append(scalar.text().replace("\n", "\\n")).append('\n');
    } else if (value instanceof Sequence list) {
      into.append(" list").append(path.isEmpty() ? "" : " ").append(path).append('\n');
      for (int i = 0; i < list.items().size(); i++) {
        write(list.items().get(i), path + "/" + i, into);
      }
    } else if (value instanceof Mapping mapping) {
      into.append(" mapping").append(path.isEmpty() ? "" : " ").append(path).append('\n');
      mapping
          .entries()
          .forEach(entry -> write(entry.value(), path + "/" + entry.key().text(), into));
    }
  }

  /** Any text ends in values or diagnostics, and every place is one of the text. */
  @Test
  void noTextBreaksTheReader() {
    String signs = "ab:- \n\t[]{},\"'#&*!|>%@?<~$0\\é残\uD83D\uDE42";
    int[] alphabet = signs.codePoints().toArray();
    Random random = new Random(20260101);
    for (int round = 0; round < 20_000; round++) {
      StringBuilder text = new StringBuilder();
      IntStream.range(0, random.nextInt(24))
          .forEach(any -> text.appendCodePoint(alphabet[random.nextInt(alphabet.length)]));
      Checked<Value> read = YamlReader.read("f", text.toString(), Limits.DEFAULT);
      assertThat(read.value().isPresent() || read.hasErrors()).as(text.toString()).isTrue();
      int lines = text.toString().split("\n", -1).length;
      assertThat(read.diagnostics()).allMatch(each -> each.span().line() <= lines);
    }
  }

  /** Nine aliases of nine aliases, ten deep: a billion values from a line. */
  @Test
  void aliasesThatMultiplyAreBounded() {
    StringBuilder text = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x]\n");
    for (int i = 1; i < 10; i++) {
      String alias = "*a" + (i - 1);
      text.append(
          "a"
              + i
              + ": &a"
              + i
              + " ["
              + String.join(", ", IntStream.range(0, 9).mapToObj(any -> alias).toList())
              + "]\n");
    }
    Checked<Value> read = YamlReader.read("f", text.toString(), Limits.DEFAULT);
    assertThat(read.value()).isEmpty();
    assertThat(read.diagnostics())
        .extracting(each -> each.message().key())
        .containsExactly("limit.values");
  }

  @Test
  void bracketsWithoutEndAreBounded() {
    Checked<Value> read = YamlReader.read("f", "[".repeat(1_000_000), Limits.DEFAULT);
    assertThat(read.diagnostics())
        .extracting(each -> each.message().key())
        .containsExactly("limit.depth");
  }
}
