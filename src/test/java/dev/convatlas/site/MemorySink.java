package dev.convatlas.site;

import java.nio.charset.StandardCharsets;
import java.util.SortedMap;
import java.util.TreeMap;

/** A site in memory, under the same rules as one on disk. */
public final class MemorySink implements Sink {
  private final Register register = new Register();
  private final SortedMap<String, byte[]> files = new TreeMap<>();

  @Override
  public synchronized void put(String path, byte[] content) {
    register.claim(path);
    files.put(path, content);
  }

  /** What was put, by path. */
  public synchronized SortedMap<String, byte[]> files() {
    return new TreeMap<>(files);
  }

  /** A file as text. */
  public synchronized String text(String path) {
    return new String(files.get(path), StandardCharsets.UTF_8);
  }
}
