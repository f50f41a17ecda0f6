package dev.convatlas.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.convatlas.hostile.Corpus;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Each case of the {@link Corpus} ends soon, in the words that stand beside it. {@code
 * -Dhostile=write} writes them anew.
 */
class HostileCorpusIT {

  /** Processor time; the dearest cases take a tenth of it. */
  private static final long MOST_NANOSECONDS = 60_000_000_000L;

  private static final boolean WRITE = "write".equals(System.getProperty("hostile"));

  @TempDir private Path temporary;

  @TestFactory
  Stream<DynamicTest> eachEndsInItsWords() throws IOException {
    String from = System.getProperty("hostile.from", "");
    return Corpus.cases().values().stream()
        .filter(each -> each.name().compareTo(from) >= 0)
        .map(each -> DynamicTest.dynamicTest(each.name(), () -> check(each)));
  }

  private void check(Corpus.Case hostile) throws IOException {
    Path folder = Files.createDirectory(temporary.resolve(hostile.name()));
    hostile.maker().make(folder);
    long before = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    Terminal checked = Terminal.run(temporary, "check", "--threads", "1", hostile.name());
    long took = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - before;
    assertThat(took).as("nanoseconds").isLessThan(MOST_NANOSECONDS);
    if (WRITE) {
      System.out.println(hostile.name() + " " + took / 1_000_000 + " ms");
      Files.writeString(hostile.expected(), checked.err());
    }
    assertThat(checked.out()).isEmpty();
    assertThat(checked.err()).isEqualTo(Files.readString(hostile.expected()));
    assertThat(checked.code()).isEqualTo(hostile.isBuilt() ? 0 : 1);
    assertThat(checked.err().codePoints().filter(c -> c != '\n').anyMatch(Character::isISOControl))
        .as("anything that could steer a terminal")
        .isFalse();
  }

  @Test
  void noWordsAreWithoutTheirCase() throws IOException {
    List<Path> expected = new ArrayList<>();
    Corpus.cases().values().forEach(each -> expected.add(each.expected()));
    Collection<Path> there = Corpus.texts();
    assertThat(there).containsExactlyInAnyOrderElementsOf(expected);
    assertThat(expected).hasSizeGreaterThan(60);
  }
}
