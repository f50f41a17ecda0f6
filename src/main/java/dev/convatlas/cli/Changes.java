package dev.convatlas.cli;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Tells open pages, as server-sent events, when to load themselves again and what is wrong with the
 * catalog.
 */
final class Changes implements AutoCloseable {
  /** Seconds after which a page that was closed is noticed. */
  private static final long HEARTBEAT = 15;

  private final Preview preview;
  private final Lock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private long number;
  private boolean closed;

  Changes(Preview preview) {
    this.preview = preview;
  }

  /** Wakes up those who listen. */
  void tell() {
    lock.lock();
    try {
      number++;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  @Override
  public void close() {
    lock.lock();
    try {
      closed = true;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /**
   * Keeps a page told until it is closed or has to be loaded again.
   *
   * @param version of what the page shows
   */
  void listen(HttpExchange exchange, String page, String version) throws IOException {
    exchange.getResponseHeaders().set("Content-Type", "text/event-stream; charset=utf-8");
    exchange.getResponseHeaders().set("Cache-Control", "no-store");
    exchange.sendResponseHeaders(200, 0);
    try (OutputStream out = exchange.getResponseBody()) {
      String problems = "";
      long seen = -1;
      while (true) {
        long now = current();
        if (now == seen) {
          send(out, ":\n\n");
        } else {
          Preview.State state = preview.state();
          if (!state.site().version(page).equals(version)) {
            send(out, event("reload", ""));
            return;
          }
          if (!state.problems().equals(problems)) {
            problems = state.problems();
            send(out, event("problems", problems));
          }
        }
        seen = now;
        if (isOver(seen)) {
          return;
        }
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  private long current() {
    lock.lock();
    try {
      return number;
    } finally {
      lock.unlock();
    }
  }

  /** Waits until something changed or it is time for a heartbeat; true when all is over. */
  private boolean isOver(long seen) throws InterruptedException {
    lock.lock();
    try {
      long left = TimeUnit.SECONDS.toNanos(HEARTBEAT);
      while (!closed && number == seen && left > 0) {
        left = changed.awaitNanos(left);
      }
      return closed;
    } finally {
      lock.unlock();
    }
  }

  private static String event(String name, String data) {
    StringBuilder event = new StringBuilder("event: ").append(name).append('\n');
    for (String line : data.strip().split("\\R", -1)) {
      event.append("data: ").append(line).append('\n');
    }
    return event.append('\n').toString();
  }

  private static void send(OutputStream out, String text) throws IOException {
    out.write(text.getBytes(StandardCharsets.UTF_8));
    out.flush();
  }
}
