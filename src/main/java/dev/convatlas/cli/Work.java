package dev.convatlas.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;

/**
 * Does independent pieces of work on several threads; results come in the order of the pieces.
 *
 * @param threads at least 1
 */
record Work(int threads) {

  <T, R> List<R> each(List<T> pieces, Function<T, R> task) {
    if (threads == 1 || pieces.size() < 2) {
      return pieces.stream().map(task).toList();
    }
    ExecutorService pool = Executors.newFixedThreadPool(Math.min(threads, pieces.size()));
    try {
      List<Callable<R>> calls = new ArrayList<>();
      pieces.forEach(piece -> calls.add(() -> task.apply(piece)));
      List<R> results = new ArrayList<>();
      for (Future<R> future : pool.invokeAll(calls)) {
        results.add(future.get());
      }
      return results;
    } catch (ExecutionException failed) {
      throw failed.getCause() instanceof RuntimeException known
          ? known
          : new IllegalStateException(failed.getCause());
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(stopped);
    } finally {
      pool.shutdownNow();
    }
  }
}
