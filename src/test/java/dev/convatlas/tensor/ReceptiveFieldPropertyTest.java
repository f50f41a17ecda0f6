package dev.convatlas.tensor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.convatlas.tensor.Progression.Interval;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** The receptive field against brute force, on networks drawn at random. */
class ReceptiveFieldPropertyTest {
  private static final int NETWORKS = 2000;
  private static final long SEED = 20_191_104;

  /** Indices compared on either side of index 0, when there are more phases than that. */
  private static final long FAR = 120;

  @Test
  void everyIndexReadsWhatBruteForceFinds() {
    int unknown = 0;
    for (long seed = SEED; seed < SEED + NETWORKS; seed++) {
      RandomNetwork network = new RandomNetwork(seed);
      List<Optional<AxisField>> fields = network.fields();
      for (int node = 0; node < network.size(); node++) {
        if (fields.get(node).isEmpty()) {
          unknown++;
        } else {
          compare(seed, network, node, fields.get(node).get());
        }
      }
    }
    assertThat(unknown).as("layers with too many phases").isLessThan(NETWORKS / 20);
  }

  private static void compare(long seed, RandomNetwork network, int node, AxisField field) {
    String where = "seed %d, layer %d of %s".formatted(seed, node, network);
    for (long i = -FAR; i <= FAR; i++) {
      Interval read = field.at(i);
      Interval expected = network.reads(node, i);
      if (!same(read, expected)) {
        assertThat(read).as("index %d, %s", i, where).isEqualTo(expected);
      }
    }
    long count = 2 * FAR;
    long widest = 0;
    for (long i = 0; i < count; i++) {
      Interval read = network.reads(node, i);
      widest = Math.max(widest, read.isEmpty() ? 0 : read.size());
    }
    if (field.paths().stream().allMatch(path -> path.phases().size() <= count)) {
      assertThat(field.size(count)).as("size, %s", where).isEqualTo(widest);
    }
  }

  /** rfa_toolbox's minimum field is that of the path that reads least. */
  @Test
  void theNarrowestPathIsTheSmallestOfAllPaths() {
    for (long seed = SEED; seed < SEED + NETWORKS; seed++) {
      RandomNetwork network = new RandomNetwork(seed);
      List<Optional<AxisField>> fields = network.fields();
      for (int node = 0; node < network.size(); node++) {
        if (fields.get(node).isPresent()) {
          long least =
              network.paths(node).stream()
                  .mapToLong(path -> widest(network, path))
                  .min()
                  .orElseThrow();
          assertThat(fields.get(node).get().narrowest().size())
              .as("seed %d, layer %d of %s", seed, node, network)
              .isEqualTo(least);
        }
      }
    }
  }

  private static long widest(RandomNetwork network, List<Integer> path) {
    return LongStream.range(0, FAR)
        .mapToObj(index -> network.reads(path, index))
        .mapToLong(read -> read.isEmpty() ? 0 : read.size())
        .max()
        .orElseThrow();
  }

  private static boolean same(Interval one, Interval other) {
    return one.isEmpty() ? other.isEmpty() : one.equals(other);
  }
}
