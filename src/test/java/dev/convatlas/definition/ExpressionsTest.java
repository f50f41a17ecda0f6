package dev.convatlas.definition;

import static org.assertj.core.api.Assertions.assertThat;

import dev.convatlas.source.Limits;
import dev.convatlas.source.Problems;
import dev.convatlas.source.SourceSpan;
import dev.convatlas.yaml.Scalars;
import dev.convatlas.yaml.Value;
import dev.convatlas.yaml.Value.Entry;
import dev.convatlas.yaml.Value.Mapping;
import dev.convatlas.yaml.Value.Scalar;
import dev.convatlas.yaml.Value.Sequence;
import dev.convatlas.yaml.YamlReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * What is written beside what it gives: {@code expressions/*.yaml}. The names of a file are
 * evaluated in their order, each may use earlier ones. Wrong ones are in {@code
 * diagnostics/expressions}.
 */
class ExpressionsTest {
  private static final Path ROOT = Path.of("src/test/resources/expressions");
  private static final SourceSpan NOWHERE = SourceSpan.wholeFile("");

  private final Expressions expressions = new Expressions(Limits.DEFAULT);

  @TestFactory
  Stream<DynamicTest> eachGivesItsValue() throws IOException {
    List<DynamicTest> tests = new ArrayList<>();
    try (Stream<Path> files = Files.list(ROOT)) {
      for (Path file : files.sorted().toList()) {
        Mapping content = (Mapping) read(Files.readString(file));
        Names names = evaluated((Mapping) content.get("names").orElseThrow());
        for (Value each : ((Sequence) content.get("cases").orElseThrow()).items()) {
          Mapping row = (Mapping) each;
          Value written = row.get("write").orElseThrow();
          String name = file.getFileName() + ":" + written.span().line() + " " + written.shown();
          tests.add(DynamicTest.dynamicTest(name, () -> check(row, names)));
        }
      }
    }
    return tests.stream();
  }

  private void check(Mapping row, Names names) {
    assertThat(row.keys()).containsExactlyInAnyOrder("write", "gives");
    Problems problems = new Problems();
    Optional<Value> value = expressions.evaluate(row.get("write").orElseThrow(), names, problems);
    assertThat(problems.list()).isEmpty();
    Value expected = row.get("gives").orElseThrow();
    assertThat(unplaced(value.orElseThrow())).isEqualTo(unplaced(expected));
  }

  private Names evaluated(Mapping names) {
    List<Entry> values = new ArrayList<>();
    for (Entry entry : names.entries()) {
      Problems problems = new Problems();
      Names earlier = new ValueNames(new Mapping(NOWHERE, values));
      Optional<Value> value = expressions.evaluate(entry.value(), earlier, problems);
      assertThat(problems.list()).isEmpty();
      values.add(new Entry(entry.key(), value.orElseThrow()));
    }
    return new ValueNames(new Mapping(NOWHERE, values));
  }

  private static Value read(String text) {
    return YamlReader.read("f", text, Limits.DEFAULT).value().orElseThrow();
  }

  /** The value without its places; texts that are no number, truth value or null are all alike. */
  private static Value unplaced(Value value) {
    if (value instanceof Sequence list) {
      return new Sequence(NOWHERE, list.items().stream().map(ExpressionsTest::unplaced).toList());
    }
    if (value instanceof Mapping mapping) {
      return new Mapping(
          NOWHERE,
          mapping.entries().stream()
              .map(e -> new Entry((Scalar) unplaced(e.key()), unplaced(e.value())))
              .toList());
    }
    Scalar scalar = (Scalar) value;
    boolean typed =
        scalar.isNull() || Scalars.number(scalar).isPresent() || Scalars.truth(scalar).isPresent();
    return new Scalar(NOWHERE, scalar.text(), typed);
  }

  @Test
  void placesAreThoseOfWhatWasWritten() {
    Mapping file = (Mapping) read("rows: [[1, 2]]\nuse: ${rows}\ntext: a${1}\n");
    Problems problems = new Problems();
    Names names = new ValueNames(file);
    Value use = expressions.evaluate(file.get("use").orElseThrow(), names, problems).orElseThrow();
    assertThat(use.span()).isEqualTo(new SourceSpan("f", 2, 6, 7));
    assertThat(((Sequence) use).items().get(0).span()).isEqualTo(new SourceSpan("f", 1, 8, 6));
    Value text =
        expressions.evaluate(file.get("text").orElseThrow(), names, problems).orElseThrow();
    assertThat(text).isEqualTo(new Scalar(new SourceSpan("f", 3, 7, 5), "a1", false));
  }

  @Test
  void whatHasNoExpressionIsLeftAlone() {
    Value value = read("{a: [1, {b: c}]}");
    assertThat(expressions.evaluate(value, new ValueNames((Mapping) value), new Problems()))
        .containsSame(value);
    assertThat(Expressions.in(value)).isFalse();
    assertThat(Expressions.in(read("{a: [1, {b: \"c${d}\"}]}"))).isTrue();
  }

  @Test
  void checkReportsWithoutEvaluating() {
    Problems problems = new Problems();
    expressions.check(read("[\"${unknown}\", \"${1 +}\", {a: \"${\"}]"), problems);
    assertThat(problems.list())
        .extracting(each -> each.message().key())
        .containsExactly("expression.operand.end", "expression.open");
  }

  @Test
  void everyFunctionIsInTheReference() {
    assertThat(Expressions.functions()).extracting(Expressions.Help::name).doesNotHaveDuplicates();
    assertThat(Expressions.functions())
        .allMatch(each -> each.usage().startsWith(each.name() + "("));
  }

  /** Whatever stands between the braces ends in a value or in diagnostics, and soon. */
  @Test
  void noExpressionBreaksTheEngine() {
    List<String> parts =
        List.of(
            "1",
            "2.5",
            "0x1f",
            "9e9",
            "x",
            "list",
            "in",
            ".",
            "channels",
            "[",
            "]",
            "(",
            ")",
            ",",
            "+",
            "-",
            "*",
            "/",
            "%",
            "^",
            "==",
            "!=",
            "<",
            ">=",
            "&&",
            "||",
            "!",
            "=",
            "?",
            "@",
            "if(",
            "floor(",
            "max(",
            "range(",
            "runs(",
            "join(",
            "sum(",
            "make_divisible(",
            "float(",
            "'a'",
            "\"b",
            "\\",
            " ",
            "é",
            "🙂");
    Names names = new ValueNames((Mapping) read("{x: 7, list: [1, 2, 3], in: {channels: 64}}"));
    Random random = new Random(20260102);
    for (int round = 0; round < 20_000; round++) {
      StringBuilder text = new StringBuilder("${");
      IntStream.range(0, 1 + random.nextInt(9))
          .forEach(any -> text.append(parts.get(random.nextInt(parts.size()))));
      Scalar written = new Scalar(new SourceSpan("f", 1, 1, 1), text.append('}').toString(), true);
      Problems problems = new Problems();
      Optional<Value> value = expressions.evaluate(written, names, problems);
      assertThat(value.isPresent()).as(written.text()).isNotEqualTo(problems.hasErrors());
    }
  }

  /** Each param twice the one before it, in every way that grows. */
  @Test
  void whatDoublesIsBounded() {
    for (String twice :
        List.of("${p + p}", "${join(p, p)}", "${list(p, p)}", "x${p}${p}", "${p * p}")) {
      Value start = read(twice.contains("join") ? "[1, 2]" : twice.contains("*") ? "3" : "ab");
      Problems problems = new Problems();
      for (int i = 0; i < 100 && !problems.hasErrors(); i++) {
        Mapping names = new Mapping(NOWHERE, List.of(new Entry(scalar("p"), start)));
        start = expressions.evaluate(scalar(twice), new ValueNames(names), problems).orElse(start);
      }
      assertThat(problems.list()).as(twice).isNotEmpty();
    }
  }

  /** The same in lists that are written; and deeper and deeper ones. */
  @Test
  void listsOfListsAreBounded() {
    for (String more : List.of("[\"${p}\", \"${p}\"]", "[\"${p}\"]", "{a: \"${p}\"}")) {
      Value value = scalar("1");
      Problems problems = new Problems();
      for (int i = 0; i < 100 && !problems.hasErrors(); i++) {
        Mapping names = new Mapping(NOWHERE, List.of(new Entry(scalar("p"), value)));
        value = expressions.evaluate(read(more), new ValueNames(names), problems).orElse(value);
      }
      assertThat(problems.list()).as(more).isNotEmpty();
    }
  }

  private static Scalar scalar(String text) {
    return new Scalar(NOWHERE, text, true);
  }
}
