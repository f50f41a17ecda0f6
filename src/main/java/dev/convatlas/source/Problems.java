package dev.convatlas.source;

import java.util.List;
import java.util.TreeSet;

/**
 * Gathers what is wrong while one input is read, so that one run reports all of it.
 *
 * <p>A diagnostic that is reported twice is kept once: a block that is used by twenty variants has
 * one mistake, not twenty.
 */
public final class Problems {
  private final TreeSet<Diagnostic> found = new TreeSet<>();

  public void error(SourceSpan span, String key, Object... arguments) {
    add(Diagnostic.error(span, Message.of(key, arguments)));
  }

  public void warning(SourceSpan span, String key, Object... arguments) {
    add(Diagnostic.warning(span, Message.of(key, arguments)));
  }

  public void add(Diagnostic diagnostic) {
    found.add(diagnostic);
  }

  public void addAll(List<Diagnostic> diagnostics) {
    found.addAll(diagnostics);
  }

  public boolean hasErrors() {
    return found.stream().anyMatch(Diagnostic::isError);
  }

  /** What was found, ordered by place. */
  public List<Diagnostic> list() {
    return List.copyOf(found);
  }
}
