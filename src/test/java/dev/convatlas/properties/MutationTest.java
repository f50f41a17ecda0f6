package dev.convatlas.properties;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
      new Oracle(LIBRARIES).check(original.getKey(), text);
    } catch (RuntimeException | StackOverflowError | AssertionError failed) {
      throw new AssertionError("seed " + seed + " of " + original.getKey() + ":\n" + text, failed);
    }
    long took = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - before;
    assertThat(took).as("time of seed %s:%n%s", seed, text).isLessThan(MOST_NANOSECONDS);
  }
}
