package dev.convatlas;

import static org.assertj.core.api.Assertions.assertThat;

import dev.convatlas.catalog.ClaimCheck;
import dev.convatlas.catalog.Model;
import dev.convatlas.catalog.ModelReader;
import dev.convatlas.convention.Conventions;
import dev.convatlas.definition.Expressions;
import dev.convatlas.definition.Includes;
import dev.convatlas.definition.ValueNames;
import dev.convatlas.source.Checked;
import dev.convatlas.source.Diagnostic;
import dev.convatlas.source.Limit;
import dev.convatlas.source.Limits;
import dev.convatlas.source.Problems;
import dev.convatlas.text.DiagnosticPrinter;
import dev.convatlas.text.Language;
import dev.convatlas.text.Messages;
import dev.convatlas.yaml.Value;
import dev.convatlas.yaml.Value.Mapping;
import dev.convatlas.yaml.YamlReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Bad inputs beside what the program says of them: {@code diagnostics/AREA/CASE.yaml} and, word for
 * word, {@code CASE.txt}. A comment {@code # limit depth=3} sets a limit for its case.
 */
class DiagnosticsTest {
  private static final Path ROOT = Path.of("src/test/resources/diagnostics");
  private static final Pattern LIMIT = Pattern.compile("# limit ([a-z-]+)=([0-9]+)");

  /** How the cases of each area are read. */
  private static final Map<String, Area> AREAS =
      new TreeMap<>(
          Map.of(
              "yaml", DiagnosticsTest::yaml,
              "expressions", DiagnosticsTest::expressions,
              "models", DiagnosticsTest::models));

  /** What is wrong with a file. */
  @FunctionalInterface
  private interface Area {
    List<Diagnostic> diagnostics(String path, byte[] bytes, Limits limits);
  }

  private static List<Diagnostic> yaml(String path, byte[] bytes, Limits limits) {
    return read(path, bytes, limits).diagnostics();
  }

  private static Checked<Value> read(String path, byte[] bytes, Limits limits) {
    Checked<String> text = YamlReader.decode(path, bytes, limits);
    return text.value()
        .map(decoded -> YamlReader.read(path, decoded, limits))
        .orElseGet(() -> new Checked<>(Optional.empty(), text.diagnostics()));
  }

  /** The file has {@code names}, and {@code value}, which may use them. */
  private static List<Diagnostic> expressions(String path, byte[] bytes, Limits limits) {
    Checked<Value> read = read(path, bytes, limits);
    assertThat(read.diagnostics()).isEmpty();
    Mapping file = (Mapping) read.value().orElseThrow();
    Problems problems = new Problems();
    new Expressions(limits)
        .evaluate(file.get("value").orElseThrow(), ValueNames.of(file.get("names")), problems);
    return problems.list();
  }

  /** A whole model file, its claims included; it is alone in its catalog. */
  private static List<Diagnostic> models(String path, byte[] bytes, Limits limits) {
    Includes alone = other -> other.equals(path) ? Optional.of(read(path, bytes, limits)) : none();
    Checked<String> text = YamlReader.decode(path, bytes, limits);
    Checked<List<Model>> models =
        text.value()
            .map(decoded -> new ModelReader(limits, alone).read(path, decoded))
            .orElseGet(() -> new Checked<>(Optional.empty(), text.diagnostics()));
    Problems problems = new Problems();
    problems.addAll(models.diagnostics());
    for (Model model : models.value().orElse(List.of())) {
      ClaimCheck.check(model.metadata().claims(), model.analysis(), Conventions.DEFAULT)
          .forEach(result -> result.diagnostic().ifPresent(problems::add));
    }
    return problems.list();
  }

  private static Optional<Checked<Value>> none() {
    return Optional.empty();
  }

  @TestFactory
  Stream<DynamicTest> eachBadInputGetsItsMessages() throws IOException {
    List<DynamicTest> tests = new ArrayList<>();
    for (Map.Entry<String, Area> area : AREAS.entrySet()) {
      for (String name : names(ROOT.resolve(area.getKey()))) {
        tests.add(
            DynamicTest.dynamicTest(
                area.getKey() + "/" + name, () -> check(area.getKey(), area.getValue(), name)));
      }
    }
    Set<String> areas = new TreeSet<>(AREAS.keySet());
    areas.add("catalogs"); // Whole folders, which CatalogsTest reads.
    assertThat(names(ROOT)).containsExactlyElementsOf(areas);
    return tests.stream();
  }

  private static void check(String folder, Area area, String name) throws IOException {
    Path expected = ROOT.resolve(folder).resolve(name + ".txt");
    byte[] bytes = Files.readAllBytes(ROOT.resolve(folder).resolve(name + ".yaml"));
    String text = new String(bytes, StandardCharsets.UTF_8);
    String path = name + ".yaml";
    DiagnosticPrinter printer =
        new DiagnosticPrinter(Messages.of(Language.ENGLISH), any -> text.lines().toList());
    StringBuilder said = new StringBuilder();
    for (Diagnostic diagnostic : area.diagnostics(path, bytes, limits(text))) {
      said.append(printer.print(diagnostic));
    }
    assertThat(said.toString()).isNotEmpty().isEqualTo(Files.readString(expected));
  }

  private static Limits limits(String text) {
    Limits limits = Limits.DEFAULT;
    for (Matcher each = LIMIT.matcher(text); each.find(); ) {
      limits = limits.with(Limit.named(each.group(1)).orElseThrow(), Long.parseLong(each.group(2)));
    }
    return limits;
  }

  /** Names of the files without what follows the dot, sorted, each once. */
  private static Set<String> names(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      TreeSet<String> names = new TreeSet<>();
      files.forEach(file -> names.add(file.getFileName().toString().replaceFirst("\\..*", "")));
      return names;
    }
  }
}
