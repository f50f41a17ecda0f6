package dev.convatlas.site;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.Function;

/** Work shared among threads whose results come in the order of the work. */
final class InOrder {
  private InOrder() {}

  /**
   * @param take gets each result, in the order of the items, on the calling thread; no more results
   *     wait for it than twice the number of threads
   */
  static <T, R> void run(int threads, Iterable<T> items, Function<T, R> work, Consumer<R> take) {
    ExecutorService executor = Executors.newFixedThreadPool(threads);
    try {
      Queue<Future<R>> waiting = new ArrayDeque<>();
      for (T item : items) {
        waiting.add(executor.submit(() -> work.apply(item)));
        if (waiting.size() > 2 * threads) {
          take.accept(result(waiting.remove()));
        }
      }
      while (!waiting.isEmpty()) {
        take.accept(result(waiting.remove()));
      }
    } finally {
      executor.shutdownNow();
    }
  }

  private static <R> R result(Future<R> future) {
    try {
      return future.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException failure) {
        throw failure;
      }
      if (e.getCause() instanceof Error failure) {
        throw failure;
      }
      throw new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
