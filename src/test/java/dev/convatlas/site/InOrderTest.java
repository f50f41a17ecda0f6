package dev.convatlas.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InOrderTest {

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 5})
  void resultsComeInTheOrderOfTheItems(int threads) {
    List<Integer> items = IntStream.range(0, 100).boxed().toList();
    List<Integer> taken = new ArrayList<>();
    InOrder.run(threads, items, item -> item * item, taken::add);
    assertThat(taken).isEqualTo(items.stream().map(item -> item * item).toList());
  }

  /** The first item ends only after the second has: one thread alone would wait for ever. */
  @Test
  void theItemsShareTheThreads() {
    CountDownLatch second = new CountDownLatch(1);
    List<Integer> taken = new ArrayList<>();
    InOrder.run(2, List.of(1, 2), item -> waitFor(second, item), taken::add);
    assertThat(taken).containsExactly(1, 2);
  }

  private static int waitFor(CountDownLatch second, int item) {
    if (item == 2) {
      second.countDown();
    }
    try {
      second.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    return item;
  }

  /** A large catalog must not lie in memory at once. */
  @Test
  void fewResultsWait() {
    AtomicInteger begun = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    AtomicInteger done = new AtomicInteger();
    InOrder.run(
        2,
        IntStream.range(0, 50).boxed().toList(),
        item -> begun.incrementAndGet(),
        result -> most.accumulateAndGet(begun.get() - done.getAndIncrement(), Math::max));
    assertThat(most.get()).isLessThanOrEqualTo(5);
  }

  @Test
  void aFaultIsTheCallers() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                InOrder.run(
                    2,
                    List.of(1, 2, 3),
                    item -> {
                      throw new IllegalArgumentException("item " + item);
                    },
                    result -> {}))
        .withMessage("item 1");
  }
}
