package dev.convatlas.source;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Something wrong at a place of an input file.
 *
 * @param message what is wrong: subject, rule, value found, values allowed
 * @param notes what helps to mend it, in the order in which they are printed
 */
public record Diagnostic(Severity severity, SourceSpan span, Message message, List<Note> notes)
    implements Comparable<Diagnostic> {

  private static final Comparator<Diagnostic> ORDER =
      Comparator.comparing(Diagnostic::span)
          .thenComparing(Diagnostic::severity)
          .thenComparing(d -> d.message().key())
          .thenComparing(d -> d.message().arguments().toString())
          .thenComparing(d -> d.notes().toString());

  /**
   * A remark on a diagnostic.
   *
   * @param span the place it speaks of, such as the line that used a block; null when it has none
   */
  public record Note(SourceSpan span, Message message) {

    public static Note of(String key, Object... arguments) {
      return new Note(null, Message.of(key, arguments));
    }

    public static Note at(SourceSpan span, String key, Object... arguments) {
      return new Note(span, Message.of(key, arguments));
    }
  }

  public Diagnostic {
    notes = List.copyOf(notes);
  }

  public static Diagnostic error(SourceSpan span, Message message) {
    return new Diagnostic(Severity.ERROR, span, message, List.of());
  }

  public static Diagnostic warning(SourceSpan span, Message message) {
    return new Diagnostic(Severity.WARNING, span, message, List.of());
  }

  public Diagnostic with(Note note) {
    List<Note> more = new ArrayList<>(notes);
    more.add(note);
    return new Diagnostic(severity, span, message, more);
  }

  public boolean isError() {
    return severity == Severity.ERROR;
  }

  @Override
  public int compareTo(Diagnostic other) {
    return ORDER.compare(this, other);
  }
}
