package dev.convatlas.properties;

import static org.assertj.core.api.Assertions.assertThat;

import dev.convatlas.catalog.ClaimCheck;
import dev.convatlas.catalog.Model;
import dev.convatlas.catalog.ModelReader;
import dev.convatlas.catalog.Summary;
import dev.convatlas.convention.Conventions;
import dev.convatlas.source.Checked;
import dev.convatlas.source.Diagnostic;
import dev.convatlas.source.Limit;
import dev.convatlas.source.Limits;
import dev.convatlas.source.SourceSpan;
import dev.convatlas.text.DiagnosticPrinter;
import dev.convatlas.text.Language;
import dev.convatlas.text.Messages;
import dev.convatlas.yaml.Value;
import dev.convatlas.yaml.YamlReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whatever is written, reading it ends soon, with diagnostics at places that are there or with
 * models that are sound. 2,000 mutations run with every build; {@code -Dconvatlas.mutations=20000}
 * runs more. A failure names its seed and shows the text.
 */
class MutationTest {
  private static final int MUTATIONS = Integer.getInteger("convatlas.mutations", 2_000);
  private static final int GROUP = 100;

  /** Processor time that no small file needs, far from what a crowded machine takes. */
  private static final long MOST_NANOSECONDS = 5_000_000_000L;

  private static final Limits LIMITS =
      Limits.DEFAULT
          .with(Limit.LAYERS, 300)
          .with(Limit.STEPS, 3_000)
          .with(Limit.LIST_ITEMS, 2_000)
          .with(Limit.VARIANTS, 20)
          .with(Limit.VALUES, 20_000);

  private static final Path SAMPLES = Path.of("sample-models");
  private static final Path OWN = Path.of("src/test/resources/mutated");

  /** Files that can be included, by path. */
  private static final Map<String, String> LIBRARIES = new HashMap<>();

  /** By name. */
  private static final List<Map.Entry<String, String>> ORIGINALS = new ArrayList<>();

  static {
    for (Path folder : List.of(SAMPLES, OWN)) {
      files(folder.resolve("blocks"))
          .forEach(file -> LIBRARIES.put("blocks/" + file.getFileName(), text(file)));
      files(folder)
          .filter(file -> !file.endsWith("catalog.yaml"))
          .forEach(file -> ORIGINALS.add(Map.entry(name(file), trimmed(text(file)))));
    }
    files(Path.of("src/test/resources/graphs"))
        .forEach(file -> ORIGINALS.add(Map.entry(name(file), text(file))));
  }

  private static Stream<Path> files(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".yaml")).sorted().toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String name(Path file) {
    return file.getFileName().toString();
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** With one variant, and without the descriptions, which are half of the text. */
  private static String trimmed(String text) {
    Matcher variants = Pattern.compile("(?m)^variants:\\n(  \\S.*\\n(?:    .*\\n)*)").matcher(text);
    String one = variants.find() ? text.substring(0, variants.end()) : text;
    return one.replaceAll("(?m)^description:.*\\n(?:(?:  .*)?\\n)*", "description: text\n");
  }

  static IntStream groups() {
    return IntStream.range(0, Math.max(1, MUTATIONS / GROUP));
  }

  @ParameterizedTest(name = "seeds from {0}00")
  @MethodSource("groups")
  void endsInDiagnosticsOrInModels(int group) {
    for (long seed = (long) group * GROUP; seed < (group + 1L) * GROUP; seed++) {
      check(seed);
    }
  }

  private static void check(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    Map.Entry<String, String> original = ORIGINALS.get(random.nextInt(ORIGINALS.size()));
    List<String> texts = ORIGINALS.stream().map(Map.Entry::getValue).toList();
    String text = new Mutation(random, texts).of(original.getValue());
    long before = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    try {
      check(original.getKey(), text);
    } catch (RuntimeException | StackOverflowError | AssertionError failed) {
      throw new AssertionError("seed " + seed + " of " + original.getKey() + ":\n" + text, failed);
    }
    long took = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - before;
    assertThat(took).as("time of seed %s:%n%s", seed, text).isLessThan(MOST_NANOSECONDS);
  }

  private static void check(String path, String text) {
    Checked<List<Model>> read = new ModelReader(LIMITS, MutationTest::included).read(path, text);
    List<Diagnostic> diagnostics = new ArrayList<>(read.diagnostics());
    List<Model> models = read.value().orElse(List.of());
    for (Model model : models) {
      assertThat(Summary.of(model).totals().layers()).isPositive();
      ClaimCheck.check(model.metadata().claims(), model.analysis(), Conventions.DEFAULT)
          .forEach(result -> result.diagnostic().ifPresent(diagnostics::add));
    }
    if (models.isEmpty() && !read.hasErrors()) {
      assertThat(text).as("a file of blocks only").contains("blocks").doesNotContain("\nlayers:");
    }
    for (Diagnostic diagnostic : diagnostics) {
      isInside(diagnostic.span(), path, text);
      diagnostic.notes().stream()
          .filter(note -> note.span() != null)
          .forEach(note -> isInside(note.span(), path, text));
      for (Language language : Language.values()) {
        assertThat(
                new DiagnosticPrinter(Messages.of(language), any -> text.lines().toList())
                    .print(diagnostic))
            .isNotEmpty();
      }
    }
  }

  private static Optional<Checked<Value>> included(String path) {
    return Optional.ofNullable(LIBRARIES.get(path))
        .map(library -> YamlReader.read(path, library, LIMITS));
  }

  /** The whole file, or a run of characters of one of its lines; the last may be its end. */
  private static void isInside(SourceSpan span, String path, String text) {
    String of = span.path().equals(path) ? text : LIBRARIES.get(span.path());
    assertThat(of).as("the file of %s", span).isNotNull();
    if (span.line() == 0) {
      assertThat(span.column()).isZero();
      return;
    }
    List<String> lines = of.replaceFirst("^\uFEFF", "").lines().toList();
    assertThat(span.line()).as("line of %s", span).isBetween(1, lines.size() + 1);
    String line = span.line() > lines.size() ? "" : lines.get(span.line() - 1);
    assertThat(span.column())
        .as("column of %s", span)
        .isBetween(1, line.codePointCount(0, line.length()) + 1);
  }
}
