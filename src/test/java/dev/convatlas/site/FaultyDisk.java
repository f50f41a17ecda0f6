package dev.convatlas.site;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A disk on which something happens at the n-th operation, counted from 1, or never for 0. A write
 * gets half way first, so that nothing relies on its being whole.
 */
final class FaultyDisk implements Disk {

  /** What happens. */
  enum Fault {
    /** This operation fails, and no other. */
    ONCE,
    /** From here on nothing new finds room; what is there can be moved and removed. */
    FULL,
    /** From here on everything fails, as after a loss of permission. */
    ALWAYS,
    /** The process ends: nothing more is done, not even by whoever would tidy up. */
    KILL
  }

  /** The end of the process. */
  static final class Killed extends Error {
    private static final long serialVersionUID = 1L;
  }

  private final Fault fault;
  private final int at;
  private final AtomicInteger count = new AtomicInteger();

  FaultyDisk(Fault fault, int at) {
    this.fault = fault;
    this.at = at;
  }

  /** How many operations were asked for. */
  int count() {
    return count.get();
  }

  private boolean fails(boolean needsRoom) {
    int now = count.incrementAndGet();
    return switch (fault) {
      case ONCE -> now == at;
      case FULL -> at > 0 && now >= at && needsRoom;
      case ALWAYS, KILL -> at > 0 && now >= at;
    };
  }

  private IOException failure() {
    if (fault == Fault.KILL) {
      throw new Killed();
    }
    return new IOException("as the test wants it");
  }

  @Override
  public void write(Path file, byte[] content) throws IOException {
    if (fails(true)) {
      if (fault != Fault.KILL || count.get() == at) {
        REAL.write(file, Arrays.copyOf(content, content.length / 2));
      }
      throw failure();
    }
    REAL.write(file, content);
  }

  @Override
  public void force(Path file) throws IOException {
    if (fails(true)) {
      throw failure();
    }
    // Not done: it only costs time where the power stays on.
  }

  @Override
  public void move(Path from, Path to) throws IOException {
    if (fails(false)) {
      throw failure();
    }
    REAL.move(from, to);
  }

  @Override
  public void delete(Path file) throws IOException {
    if (fails(false)) {
      throw failure();
    }
    REAL.delete(file);
  }

  @Override
  public void makeFolder(Path folder) throws IOException {
    if (fails(true)) {
      throw failure();
    }
    REAL.makeFolder(folder);
  }
}
